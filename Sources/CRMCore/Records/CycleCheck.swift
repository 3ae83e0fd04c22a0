import CRMCatalogue
import CRMValues

/// Keeps chains of records of one kind, such as referrers and parent units, from running in a
/// circle.
enum CycleCheck {
  /// Refuses a changed reference that leads back to the record itself.
  ///
  /// - Parameter changed: the positions to look at.
  /// - Throws: ``CRMError`` that names the chain.
  static func check(
    _ reader: Reader, _ entity: Entity, _ id: Int64, _ values: [Value], changed: [Int]
  ) throws {
    for position in changed {
      let field = entity.fields[position]
      guard case .reference(entity.kind) = field.kind, let first = values[position].integer else {
        continue
      }
      let statement = try reader.cache.statement(
        "SELECT \(Schema.quoted(field.name)) FROM \(entity.table) WHERE id = ?")
      var chain: [Int64] = []
      var next: Int64? = first
      while let link = next, !chain.contains(link) {
        if link == id { throw circle(field, try reader.label(entity.kind, id), try names()) }
        chain.append(link)
        statement.bind(1, link)
        next = try statement.firstInteger()
      }
      func names() throws -> [String] { try chain.map { try reader.label(entity.kind, $0) } }
    }
  }

  private static func circle(_ field: Field, _ name: String, _ chain: [String]) -> CRMError {
    let through = chain.joined(separator: ", ")
    return CRMError(
      .request,
      "\(field.label.en): \(name) would lead back to itself"
        + (chain.isEmpty ? "" : ", through \(through)"),
      vi: "\(field.label.vi): \(name) sẽ quay vòng về chính nó"
        + (chain.isEmpty ? "" : ", qua \(through)"))
  }
}
