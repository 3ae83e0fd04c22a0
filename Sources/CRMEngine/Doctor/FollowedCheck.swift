import CRMValues

/// Fields that events move: the log keeps each change of them, so that what was logged last is what
/// they hold. What was typed or imported with a new record, and nothing has moved since, is in no
/// log and taken as it is.
struct FollowedCheck: Check {
  let name = Choice("followed", Label("Followed fields", vi: "Trường theo sự kiện"))
  let advice = Advice.edit
  let weight = 2.0

  func find(_ examination: Examination) throws {
    for entity in examination.entities where entity.hasEvents {
      let positions = FollowedCheck.positions(entity)
      let columns = positions.map { Schema.quoted(entity.fields[$0].name) }
      let records = RisingRows(
        try examination.reader.cache.prepared(
          "SELECT id, \(columns.joined(separator: ", ")) FROM \(entity.table) ORDER BY id"))
      try FollowedCheck.logged(examination.reader, entity) { id, last in
        guard try records.reach(id) else { return }
        for (place, position) in positions.enumerated() {
          let found = records.row.value(Int32(place + 1))
          guard let wanted = last[position], wanted != found else { continue }
          try examination.note(
            Finding(
              entity, id, entity.fields[position], found: .value(found), wanted: .value(wanted),
              .mendable))
        }
      }
    }
  }

  private static func positions(_ entity: Entity) -> [Int] {
    entity.fields.indices.filter { entity.fields[$0].follows == .events }
  }

  /// Hands over, by rising id, what was logged last of the fields of each record that events move.
  ///
  /// - Parameter ids: a query of the records in parentheses; nil for all.
  private static func logged(
    _ reader: Reader, _ entity: Entity, among ids: String? = nil,
    _ body: (Int64, [Int: Value]) throws -> Void
  ) throws {
    let rows = try reader.cache.prepared(
      "SELECT record, fields FROM change WHERE kind = \(entity.kind.number) "
        + "AND action IN (\(ChangeAction.edit.rawValue), \(ChangeAction.follow.rawValue)) "
        + "AND fields IS NOT NULL" + (ids.map { " AND record IN \($0)" } ?? "")
        + " ORDER BY record, id")
    let followed = Set(positions(entity))
    var id: Int64?
    var last: [Int: Value] = [:]
    while try rows.step() {
      let record = rows.integer(0)
      if let id, id != record, !last.isEmpty { try body(id, last) }
      if id != record {
        id = record
        last.removeAll(keepingCapacity: true)
      }
      for change in try ChangeBody.read(rows.text(1) ?? "{}", of: entity)
      where change.old != nil && followed.contains(change.position) {
        last[change.position] = change.new
      }
    }
    if let id, !last.isEmpty { try body(id, last) }
  }

  func mend(_ mending: Mending) throws {
    for entity in try mending.entities() {
      try FollowedCheck.logged(
        mending.writer, entity, among: mending.ids(of: entity.kind.rawValue)
      ) { id, last in
        for (position, value) in last {
          let column = Schema.quoted(entity.fields[position].name)
          let update = try mending.writer.cache.statement(
            "UPDATE \(entity.table) SET \(column) = ? WHERE id = ?")
          update.bind(1, value)
          update.bind(2, id)
          try update.run()
        }
      }
    }
  }
}
