/// How far the actor's rights reach.
extension Writer {
  /// Whether an action of the actor reaches a record (RULES 11.3): by its owner and performers,
  /// whom the right reaches; to change it, also where the actor is one of them, or it is shared with
  /// the actor for editing. A record without an owner of its own is reached where what holds it
  /// is.
  ///
  /// - Parameter granted: how far the right would reach; nil for as far as it does.
  func isWithin(
    _ action: Action, _ entity: Entity, _ id: Int64?, _ values: [Value],
    granted: Reach? = nil
  ) throws -> Bool {
    let reach = granted ?? rights.reach(action, entity.kind)
    if reach == .all { return true }
    let responsible = responsible(entity, values)
    let isChange = action == .edit || action == .add
    switch reach {
    case .own, .unit:
      let users = try reach == .own ? rights.user.map { [$0] } ?? [] : colleagues()
      if responsible.contains(where: users.contains) { return true }
    case .none, .all: break
    }
    if action == .edit, let user = rights.user, responsible.contains(user) { return true }
    if isChange, let id, try isSharedForEditing(entity, id) { return true }
    guard !hasOwner(entity, values) else {
      // What is shared for editing may be added to, whoever owns what is added.
      guard isChange, id == nil else { return false }
      return try holders(of: values, entity).contains {
        try isSharedForEditing($0.entity, $0.id)
      }
    }
    return try holders(of: values, entity).contains { holder in
      if isChange, try isWithin(.edit, holder.entity, holder.id, holder.values) {
        // Adding beside one's own takes the right to add at all.
        if action == .edit || reach > .none { return true }
        return try isSharedForEditing(holder.entity, holder.id)
      }
      return try reach > .none && isResponsible(for: holder, reach)
    }
  }

  /// The least that the right would have to reach for an action on a record.
  func leastReach(
    _ action: Action, _ entity: Entity, _ id: Int64?, _ values: [Value]
  ) throws -> Reach {
    try [.own, .unit].first { try isWithin(action, entity, id, values, granted: $0) } ?? .all
  }

  /// Whether the actor is owner or performer of a record, or the right to change reaches who is.
  func isResponsible(_ record: Record) throws -> Bool {
    let reach = rights.reach(.edit, record.kind)
    var users = reach == .unit ? try colleagues() : []
    if let user = rights.user { users.append(user) }
    return responsible(record.entity, record.values).contains(where: users.contains)
  }

  /// Whether the owner or a performer of a holder, or of what holds that, is among those whom a
  /// right reaches.
  private func isResponsible(for holder: Record, _ reach: Reach) throws -> Bool {
    let users = try reach == .own ? rights.user.map { [$0] } ?? [] : colleagues()
    if responsible(holder.entity, holder.values).contains(where: users.contains) { return true }
    guard !hasOwner(holder.entity, holder.values) else { return false }
    return try holders(of: holder.values, holder.entity).contains {
      try isResponsible(for: $0, reach)
    }
  }

  /// The owner and the performers of a record.
  private func responsible(_ entity: Entity, _ values: [Value]) -> [Int64] {
    entity.fields.indices.flatMap { position -> [Int64] in
      switch entity.fields[position].road {
      case .owner, .performer:
        return values[position].integer.map { [$0] } ?? values[position].list
      case .viewer, .holder, .everybody, nil: return []
      }
    }
  }

  private func hasOwner(_ entity: Entity, _ values: [Value]) -> Bool {
    entity.fields.indices.contains {
      entity.fields[$0].road == .owner && !values[$0].isBlank
    }
  }

  private func isSharedForEditing(_ entity: Entity, _ id: Int64) throws -> Bool {
    let mine = try visibleRecords().principals
    return try shares(entity.kind, id).contains { $0.isForEditing(mine) }
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

  private func colleagues() throws -> [Int64] {
    if let knownColleagues { return knownColleagues }
    let made = try VisibleRecords.colleagues(of: rights.user, cache)
    knownColleagues = made
    return made
  }
}

extension RecordShare {
  fileprivate func isForEditing(_ principals: Principals) -> Bool {
    rights == "edit" && principals.contains(principal)
  }
}
