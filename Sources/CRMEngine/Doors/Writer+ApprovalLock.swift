import CRMValues

/// Keeps approved records as they were approved, and submitted ones as they were submitted
/// (RULES 9.8, 9.10). What follows by itself (levels, scores) does not count as a change.
extension Writer {
  /// Refuses a change of a record that is approved, unless the actor means to and may approve it; and
  /// of one that waits for approval, unless the actor decides on it.
  ///
  /// - Parameter changed: the positions of the fields to be changed; nil for all of it, its lines
  ///   too.
  /// - Throws: ``CRMError`` of kind conflict; of kind notPermitted where the actor may not approve.
  package func checkUnlocked(_ record: Record, changed: [Int]? = nil) throws {
    let entity = record.entity
    guard entity.traits.contains(.approvable) else { return }
    let state = try record[.approval].text
    guard state == "approved" || state == "submitted" else { return }
    if let changed, changed.allSatisfy({ StandardFields.isOfApproval(entity.fields[$0]) }) {
      return
    }
    if state == "approved" {
      guard changesApproved else { throw try approved(record) }
      // An undo draws no consequences, and takes the right all the same.
      return try drawsConsequences ? permit(.approve, record) : require(.approve, record)
    }
    guard let waiting = try approvers.waiting(record), !approvers.mayDecide(waiting) else { return }
    throw try submitted(record)
  }

  private func approved(_ record: Record) throws -> CRMError {
    let called = record.entity.called(try record[.code].text ?? "")
    let noun = record.kind.rawValue
    let code = try record[.code].text ?? ""
    return CRMError(
      .conflict, "\(called.en) is approved and therefore locked",
      vi: "\(called.vi) đã được duyệt nên bị khóa",
      hints: [
        Label(
          "Take the approval back first: crm \(noun) reject \(code) --reason TEXT",
          vi: "Hãy thu hồi phê duyệt trước: crm \(noun) reject \(code) --reason LÝ-DO"),
        Label(
          "Who may approve it can edit it as it is, with --approved.",
          vi: "Người có quyền duyệt có thể sửa ngay bằng --approved."),
      ])
  }

  private func submitted(_ record: Record) throws -> CRMError {
    let code = try record[.code].text ?? ""
    let called = record.entity.called(code)
    let noun = record.kind.rawValue
    return CRMError(
      .conflict, "\(called.en) waits for approval and is not changed meanwhile",
      vi: "\(called.vi) đang chờ duyệt nên chưa sửa được",
      hints: [
        Label(
          "Withdraw it first: crm \(noun) withdraw \(code)",
          vi: "Hãy rút lại trước: crm \(noun) withdraw \(code)")
      ])
  }
}
