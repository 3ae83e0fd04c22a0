import CRMValues

/// Records that the log says are there, and no table has.
///
/// Of a part, which goes with its document without a row of its own in the log, that is said only
/// where it cannot have gone so.
struct LostCheck: Check {
  let name = Choice("lost", Label("Lost records", vi: "Bản ghi bị mất"))
  let advice = Label(
    "Put a backup in its place that has them: crm restore FILE; what was added: crm log show N",
    vi: "Hãy khôi phục bản sao lưu còn chúng: crm restore TỆP; xem đã thêm gì: crm log show N")
  let weight = 2.0

  func find(_ examination: Examination) throws {
    for entity in examination.entities where entity.isNoun || entity.traits.contains(.part) {
      // By the index of the log alone; what is left are those that were taken away, and the lost.
      try examination.rows(
        "SELECT record FROM change WHERE kind = \(entity.kind.number) "
          + "AND record NOT IN (SELECT id FROM \(entity.table)) GROUP BY record"
      ) { row in
        let id = row.integer(0)
        guard let addition = try LostCheck.addition(of: entity, id, examination) else { return }
        var code = try LostCheck.code(of: entity, id, examination)
        if entity.traits.contains(.part) {
          guard let place = try LostCheck.place(of: entity, addition, examination) else { return }
          if let head = place.head { code = "\(head) \(code)" }
        }
        examination.lost.insert(entity.kind)
        try examination.note(
          Finding(
            entity, id, code: code,
            found: .words(
              Label(
                "added by operation \(addition.operation), but gone",
                vi: "do thao tác \(addition.operation) thêm nhưng không còn")), .left))
      }
    }
  }

  private typealias Addition = (change: Int64, operation: Int64)

  /// Where a lost part was.
  private struct Place {
    /// The code of its document; nil where the log does not say.
    let head: String?
  }

  /// Returns the change that added a record, where nothing of the log took it away since.
  private static func addition(
    of entity: Entity, _ id: Int64, _ examination: Examination
  ) throws -> Addition? {
    let find = try examination.reader.cache.statement(
      "SELECT id, operation, action FROM change WHERE kind = ? AND record = ? AND action IN "
        + "(\(ChangeAction.add.rawValue), \(ChangeAction.remove.rawValue), "
        + "\(ChangeAction.destroy.rawValue)) ORDER BY id DESC LIMIT 1")
    find.bind(1, entity.kind.number)
    find.bind(2, id)
    guard try find.step() else { return nil }
    defer { find.reset() }
    guard find.integer(2) == ChangeAction.add.rawValue else { return nil }
    return (find.integer(0), find.integer(1))
  }

  /// Returns what a record was called where the log has that, and its number.
  private static func code(
    of entity: Entity, _ id: Int64, _ examination: Examination
  ) throws -> String {
    guard entity.isNoun else { return "#\(id)" }
    let find = try examination.reader.cache.statement(
      "SELECT json_extract(fields, '$.code[1]') FROM change WHERE kind = ? AND record = ? "
        + "AND action = \(ChangeAction.edit.rawValue) AND json_valid(fields) "
        + "AND json_type(fields, '$.code[1]') = 'text' ORDER BY id DESC LIMIT 1")
    find.bind(1, entity.kind.number)
    find.bind(2, id)
    guard try find.step() else { return "#\(id)" }
    defer { find.reset() }
    return "\(find.text(0) ?? "") (#\(id))"
  }

  /// Returns that a part is lost, and of which document where the log has that; nil where its
  /// document may have been destroyed.
  private static func place(
    of entity: Entity, _ addition: Addition, _ examination: Examination
  ) throws -> Place? {
    guard let document = entity.holder?.target else { return nil }
    // A command that added one document, and no sheet, added its parts.
    let find = try examination.reader.cache.statement(
      "SELECT min(record), max(record), min(action) = \(ChangeAction.add.rawValue) FROM change "
        + "WHERE id BETWEEN (SELECT first_change FROM operation WHERE id = ?1) AND ?2 "
        + "AND kind = \(document.number) "
        + "AND NOT EXISTS (SELECT 1 FROM import_sheet WHERE operation = ?1)")
    find.bind(1, addition.operation)
    find.bind(2, addition.change)
    if try find.step() {
      defer { find.reset() }
      let head = find.value(0).integer
      if let head, head == find.value(1).integer, find.integer(2) == 1 {
        let known = try examination.number("SELECT 1 FROM \(document.table) WHERE id = \(head)")
        if known == nil { return nil }
        return Place(head: try examination.code(examination.reader.entity(document), head))
      }
    }
    let destroyed = try examination.number(
      "SELECT 1 FROM change WHERE kind = \(document.number) "
        + "AND action = \(ChangeAction.destroy.rawValue) AND id > \(addition.change) LIMIT 1")
    return destroyed == nil ? Place(head: nil) : nil
  }
}
