import CRMValues

/// References to records that are not there, and what stands in link tables of such.
struct ReferenceCheck: Check {
  let name = Choice("reference", Label("References", vi: "Tham chiếu"))
  let advice = Advice.edit
  let weight = 2.0

  func find(_ examination: Examination) throws {
    let entities = examination.entities
    let kinds = Dictionary(entities.map { ($0.table, $0) }) { first, _ in first }
    var links: Set<String> = []
    try examination.rows("PRAGMA main.foreign_key_check") { row in
      let table = row.text(0) ?? ""
      if LogCheck.tables.contains(table) { return }
      let id = row.value(1).integer
      guard let id, let entity = kinds[table] else {
        if id == nil, !links.insert(table).inserted { return }
        if links.contains(table), isLink(table, entities) { return }
        return try examination.note(
          Finding(table: table, id, part: row.text(2), found: gone(nil), .left))
      }
      let column = try column(table, row.integer(3), examination)
      let value = try examination.number(
        "SELECT \(Schema.quoted(column)) FROM \(table) WHERE id = \(id)")
      let field = entity.fields.first { $0.name == column }
      try examination.note(
        Finding(
          entity, id, part: field?.name ?? column, found: gone(value), .left))
    }
    for entity in entities {
      for field in entity.fields where links.contains("\(entity.table)_\(field.name)") {
        try findLinks(entity, field, examination)
      }
    }
  }

  private func isLink(_ table: String, _ entities: [Entity]) -> Bool {
    entities.contains { entity in
      entity.fields.contains { $0.isLinked && "\(entity.table)_\($0.name)" == table }
    }
  }

  /// Returns the column of a foreign key.
  private func column(_ table: String, _ key: Int64, _ examination: Examination) throws -> String {
    var name = ""
    try examination.rows(
      "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE id = ?", .text(table), .integer(key)
    ) { name = $0.text(0) ?? "" }
    return name
  }

  private func gone(_ id: Int64?) -> Finding.Shown {
    let number = id.map { " (#\($0))" } ?? ""
    return .words(
      Label("what is not there" + number, vi: "bản ghi không còn" + number))
  }

  /// What a table holds of a record that is gone is of nobody; a record that names what is gone
  /// says something that nobody knows any more.
  private func findLinks(
    _ entity: Entity, _ field: Field, _ examination: Examination
  ) throws {
    guard let target = field.target else { return }
    let table = "\(entity.table)_\(field.name)"
    try examination.rows(
      """
      SELECT record, target, record IN (SELECT id FROM \(entity.table)) FROM \(table)
      WHERE record NOT IN (SELECT id FROM \(entity.table))
      OR target NOT IN (SELECT id FROM \(target.table))
      """
    ) { row in
      let isThere = row.integer(2) == 1
      try examination.note(
        Finding(
          entity, row.integer(0), part: field.name,
          found: gone(isThere ? row.integer(1) : row.integer(0)),
          isThere ? .left : .mendable))
    }
  }

  func mend(_ mending: Mending) throws {
    for place in try mending.places() {
      guard let kind = mending.writer.catalogue.kind(named: place.subject),
        let field = place.field
      else { continue }
      let ids = mending.ids(of: place.subject, field: field)
      try mending.run("DELETE FROM \(kind.table)_\(field) WHERE record IN \(ids)")
    }
  }
}
