import CRMValues

/// A record in the trash: what it is called, and the operation that put it there.
public struct TrashedRecord: Hashable, Sendable {
  public let kind: Kind
  public let code: String
  public let name: String
  public let operation: Int64
  /// Seconds since 1970 UTC.
  public let time: Int64
  public let actor: String
}

extension Reader {
  /// Hands over what is in the trash, latest first within each kind.
  public func trash(_ kinds: [Kind], _ body: (TrashedRecord) throws -> Void) throws {
    for kind in kinds where catalogue.entity(kind).hasTrash {
      let entity = catalogue.entity(kind)
      let column =
        entity.nameField == "code" ? "''" : "t.\(Schema.quoted(entity.nameField))"
      let statement = try cache.statement(
        "SELECT t.code, \(column), t.deleted, o.time, o.actor FROM \(entity.table) t "
          + "LEFT JOIN operation o ON o.id = t.deleted WHERE t.deleted IS NOT NULL "
          + "ORDER BY t.deleted DESC, t.id")
      while try statement.step() {
        try body(
          TrashedRecord(
            kind: kind, code: statement.text(0) ?? "", name: statement.text(1) ?? "",
            operation: statement.integer(2), time: statement.integer(3),
            actor: statement.text(4) ?? ""))
      }
    }
  }

  /// Returns the record in the trash that has a code, or else a name.
  ///
  /// - Throws: ``CRMError`` where none has it, or several do.
  public func trashed(_ code: String, among kinds: [Kind]) throws -> (kind: Kind, id: Int64) {
    var found: [(kind: Kind, id: Int64)] = []
    var live: Kind?
    for kind in kinds {
      guard let record = try find(kind, code: code), try isVisible(kind, record.id) else {
        continue
      }
      if record.isDeleted { found.append((kind, record.id)) } else { live = kind }
    }
    if found.count > 1 { throw TrashErrors.severalKinds(code, found.map { entity($0.kind) }) }
    if let one = found.first { return one }
    for kind in kinds { found += try inTrash(kind, called: code).map { (kind, $0) } }
    if Set(found.map(\.kind)).count > 1 {
      throw TrashErrors.severalKinds(code, found.map { entity($0.kind) })
    }
    if found.count > 1 {
      let names = try found.map { try record($0.kind, $0.id)?["code"].text ?? "" }
      throw RecordErrors.ambiguous(code, entity(found[0].kind), names)
    }
    if let one = found.first { return one }
    if let live { throw TrashErrors.notDeleted(code, catalogue.entity(live)) }
    throw TrashErrors.notInTrash(code, kinds)
  }
}

/// What can be wrong with a record looked for in the trash.
enum TrashErrors {
  static func severalKinds(_ code: String, _ kinds: [Entity]) -> CRMError {
    let en = kinds.map(\.indefinite)
      .joined(separator: " and ")
    let vi = kinds.map { $0.label.vi.lowercased() }.joined(separator: " và ")
    let options = kinds.map { "--kind \($0.kind.rawValue)" }
    return CRMError(
      .request, "\(code) is in the trash as \(en)",
      vi: "\(code) trong thùng rác là \(vi)",
      hints: [
        Label(
          "Say which: \(options.joined(separator: " or "))",
          vi: "Hãy chỉ rõ: \(options.joined(separator: " hoặc "))")
      ])
  }

  static func notDeleted(_ code: String, _ entity: Entity) -> CRMError {
    CRMError(
      .request, "\(entity.label.en.lowercased()) \(code) is not in the trash",
      vi: "\(entity.label.vi.lowercased()) \(code) không ở trong thùng rác")
  }

  static func notInTrash(_ code: String, _ kinds: [Kind]) -> CRMError {
    let noun = kinds.count == 1 ? " --kind \(kinds[0].rawValue)" : ""
    return CRMError(
      .request, "there is no \(code) in the trash", vi: "trong thùng rác không có \(code)",
      hints: [
        Label("See what is there: crm trash list\(noun)", vi: "Xem: crm trash list\(noun)")
      ])
  }
}
