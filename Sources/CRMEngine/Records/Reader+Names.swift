import CRMValues

extension Reader {
  /// Returns the names or codes of live records nearest to a text that names none.
  public func nearestNames(_ kind: Kind, _ text: String) throws -> [String] {
    let entity = entities[kind]
    guard entity.isNoun else { return [] }
    let column = Schema.quoted(entity.referenceField)
    let visible = try visible(kind, "t").map { " AND " + $0.sql } ?? ""
    let statement = try cache.statement(
      "SELECT \(column) FROM \(entity.table) t WHERE deleted IS NULL\(visible) LIMIT 5000")
    var names: [String] = []
    while try statement.step() {
      if let name = statement.text(0) { names.append(name) }
    }
    return nearest(to: text, among: names)
  }

  /// Returns the one live record a text names.
  ///
  /// - Throws: ``CRMError`` where none or several answer to it.
  public func one(_ kind: Kind, _ text: String) throws -> Int64 {
    let ids = try resolve(kind, cleaned(text))
    if ids.count > 1 {
      throw RecordErrors.ambiguous(text, entity(kind), try ids.map { try label(kind, $0) })
    }
    guard let id = ids.first else {
      if try onlyInTrash(kind, cleaned(text)) != nil {
        throw RecordErrors.inTrash(text, of: entity(kind))
      }
      throw RecordErrors.notFound(text, entity(kind), nearest: try nearestNames(kind, text))
    }
    return id
  }
}
