extension ImportLog {
  /// What an import did to a record.
  public enum Effect: String, CaseIterable, Sendable {
    case added, updated
  }

  /// Hands over the codes of the records a sheet added or updated, in the order of their first
  /// change. They come out of the change log, so that none are held in memory.
  ///
  /// An order whose lines alone changed is updated, too.
  public static func codes(
    _ reader: Reader, of sheet: ImportedSheet, _ effect: Effect, _ body: (String) throws -> Void
  ) throws {
    let entity = reader.entity(sheet.kind)
    let statement = try reader.cache.statement(
      """
      SELECT \(Schema.quoted("code")) FROM (\(touched(entity, effect, reader))) AS touched
      JOIN \(entity.table) t ON t.id = touched.record ORDER BY touched.seen
      """)
    statement.bind(1, sheet.firstChange)
    statement.bind(2, sheet.lastChange)
    while try statement.step() { try body(statement.text(0) ?? "") }
  }

  private static func touched(
    _ entity: Entity, _ effect: Effect, _ reader: Reader
  ) -> String {
    let added =
      "SELECT record, id FROM change WHERE id BETWEEN ?1 AND ?2 "
      + "AND kind = \(entity.kind.number) AND action = \(ChangeAction.add.rawValue)"
    guard effect == .updated else {
      return "SELECT record, id AS seen FROM (\(added))"
    }
    var changed =
      "SELECT record, id FROM change WHERE id BETWEEN ?1 AND ?2 "
      + "AND kind = \(entity.kind.number) AND action IN "
      + "(\(ChangeAction.edit.rawValue), \(ChangeAction.restore.rawValue))"
    for lines in entity.parts.map(reader.entity) {
      guard let parent = lines.fields.first(where: { $0.belongs }) else { continue }
      changed +=
        " UNION ALL SELECT l.\(Schema.quoted(parent.name)), c.id FROM change c "
        + "JOIN \(lines.table) l ON l.id = c.record WHERE c.id BETWEEN ?1 AND ?2 "
        + "AND c.kind = \(lines.kind.number) AND c.action = \(ChangeAction.add.rawValue)"
    }
    return "SELECT record, min(id) AS seen FROM (\(changed)) "
      + "WHERE record NOT IN (SELECT record FROM (\(added))) GROUP BY record"
  }
}
