import CRMValues

/// Keeps chains of records of one kind, such as referrers and parent units, from running in a
/// circle.
package enum CycleCheck {
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
      // Nothing leads back to what nobody refers to.
      if first != id, try !isReferred(reader, to: id, by: field, of: entity) { continue }
      let chain = try chain(reader, from: first, to: id, by: field, of: entity)
      guard chain.last == id else { continue }
      // Who does not see all of the chain is told none of it.
      let seen = try chain.allSatisfy { try reader.isVisible(entity.kind, $0) }
      throw circle(
        field, try reader.label(entity.kind, id),
        try seen ? chain.dropLast().map { try reader.label(entity.kind, $0) } : [])
    }
  }

  private static func isReferred(
    _ reader: Reader, to id: Int64, by field: Field, of entity: Entity
  ) throws -> Bool {
    let find = try reader.cache.statement(
      "SELECT 1 FROM \(entity.table) WHERE \(Schema.quoted(field.name)) = ? LIMIT 1")
    find.bind(1, id)
    return try find.firstInteger() != nil
  }

  /// Returns the records met on following a field from one of them: up to the goal, the end, or
  /// one that was met before.
  package static func chain(
    _ reader: Reader, from first: Int64, to goal: Int64, by field: Field, of entity: Entity
  ) throws -> [Int64] {
    let next = try reader.cache.statement(
      "SELECT \(Schema.quoted(field.name)) FROM \(entity.table) WHERE id = ?")
    var chain = [first]
    var seen: Set<Int64> = [first]
    while let last = chain.last, last != goal {
      next.bind(1, last)
      guard let id = try next.firstInteger(), seen.insert(id).inserted else { break }
      chain.append(id)
    }
    return chain
  }

  private static func circle(_ field: Field, _ name: String, _ chain: [String]) -> CRMError {
    let some = chain.count > 12 ? Array(chain.prefix(6) + ["…"] + chain.suffix(5)) : chain
    let through = some.joined(separator: ", ")
    return CRMError(
      .request,
      "\(field.label.en): \(name) would lead back to itself"
        + (chain.isEmpty ? "" : ", through \(through)"),
      vi: "\(field.label.vi): \(name) sẽ tạo vòng lặp về chính nó"
        + (chain.isEmpty ? "" : ", qua \(through)"))
  }
}
