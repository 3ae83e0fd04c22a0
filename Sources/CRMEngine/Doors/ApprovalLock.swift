import CRMValues

/// Keeps approved records as they were approved: they are changed only after the approval is
/// taken back. What follows by itself (levels, scores, undo) does not count as a change.
public enum ApprovalLock {
  /// Refuses a change of an approved record.
  ///
  /// - Parameter changed: the positions of the fields to be changed; nil for its lines.
  /// - Throws: ``CRMError`` of kind conflict.
  public static func check(_ record: Record, _ entity: Entity, changed: [Int]? = nil) throws {
    guard entity.traits.contains(.approvable) else { return }
    let approval = try entity.position(of: .approval)
    guard record.values[approval].text == "approved" else { return }
    let note = try entity.position(of: .approvalNote)
    if let changed, changed.allSatisfy({ $0 == approval || $0 == note }) { return }
    let code = try record[.code].text ?? ""
    let noun = entity.kind.rawValue
    throw CRMError(
      .conflict, "\(entity.label.en.lowercased()) \(code) is approved and therefore locked",
      vi: "\(entity.label.vi.lowercased()) \(code) đã được duyệt nên bị khóa",
      hints: [
        Label(
          "Take the approval back first: crm \(noun) reject \(code) --reason TEXT",
          vi: "Hãy thu hồi phê duyệt trước: crm \(noun) reject \(code) --reason LÝ-DO")
      ])
  }
}
