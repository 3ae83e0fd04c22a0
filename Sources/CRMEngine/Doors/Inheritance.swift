import CRMValues

/// From which field's record a new record of a kind takes its owner.
enum Inheritance {
  /// Nil where records of the kind take no owner over.
  static func of(
    _ entity: Entity, _ catalogue: Catalogue, _ cache: StatementCache
  ) throws -> (owner: Int, holder: Int, find: PreparedStatement)? {
    guard entity.traits.contains(.ownedAlong), let owner = entity.ownerPosition,
      let holder = entity.fields.firstIndex(where: { $0.belongs && $0.target != nil }),
      let target = entity.fields[holder].target.map(catalogue.entity),
      let other = target.ownerPosition
    else { return nil }
    // Who left gets nothing new.
    let find = try cache.statement(
      "SELECT u.id FROM main.\(target.table) t JOIN main.user u "
        + "ON u.id = t.\(Schema.quoted(target.fields[other].name)) "
        + "WHERE t.id = ? AND u.active = 1 AND u.deleted IS NULL")
    return (owner, holder, find)
  }
}

extension Writer {
  /// Gives a new record that names no owner to whoever adds it, or the owner of what it belongs to, as
  /// its kind says; who may not add for that one, or where there is none for nobody, adds as their own.
  func inheritOwner(_ statements: KindStatements, _ values: inout [Value]) throws {
    if statements.entity.traits.contains(.ownedByAuthor),
      let owner = statements.entity.ownerPosition,
      values[owner].isNull
    {
      values[owner] = actor.user.map(Value.integer) ?? .null
    }
    guard let (owner, holder, find) = statements.inheritance, values[owner].isNull,
      let id = values[holder].integer
    else { return }
    if let kind = statements.entity.fields[holder].target { try beforeReading(kind) }
    find.bind(1, id)
    if let user = try find.firstInteger() { values[owner] = .integer(user) }
    guard isAsked, try !isWithin(.add, statements.entity, nil, values) else { return }
    values[owner] = rights.user.map(Value.integer) ?? .null
  }
}
