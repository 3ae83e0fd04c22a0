/// Who has to do with a record, by whom rights reach it.
extension Reader {
  /// Whether some users are owner or performers of a record; where it has no owner of its own, of
  /// what holds it.
  ///
  /// - Parameter depth: how many holders may follow one another; a damaged database may have them in a
  ///   circle.
  func isReached(
    _ entity: Entity, _ values: [Value], by users: [Int64], depth: Int = 20
  ) throws -> Bool {
    if responsible(entity, values).contains(where: users.contains) { return true }
    guard depth > 0, !hasOwner(entity, values) else { return false }
    return try holders(of: values, entity).contains {
      try isReached($0.entity, $0.values, by: users, depth: depth - 1)
    }
  }

  /// The owner and the performers of a record.
  func responsible(_ entity: Entity, _ values: [Value]) -> [Int64] {
    entity.fields.indices.flatMap { position -> [Int64] in
      switch entity.fields[position].road {
      case .owner, .performer:
        return values[position].integer.map { [$0] } ?? values[position].list
      case .viewer, .holder, .everybody, nil: return []
      }
    }
  }

  func hasOwner(_ entity: Entity, _ values: [Value]) -> Bool {
    entity.fields.indices.contains {
      entity.fields[$0].road == .owner && !values[$0].isBlank
    }
  }

  /// Returns the records that one with the given values belongs to.
  package func holders(of values: [Value], _ entity: Entity) throws -> [Record] {
    try entity.fields.indices.compactMap { position in
      let field = entity.fields[position]
      guard field.belongs, let (target, id) = catalogue.record(namedBy: field, values[position])
      else { return nil }
      return try record(target, id)
    }
  }
}
