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
    let users: [Int64]
    switch reach {
    case .own: users = rights.user.map { [$0] } ?? []
    case .unit: users = try colleagues()
    case .none, .all: users = []
    }
    if responsible.contains(where: users.contains) { return true }
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
      return try !users.isEmpty && isReached(holder.entity, holder.values, by: users)
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

  private func isSharedForEditing(_ entity: Entity, _ id: Int64) throws -> Bool {
    let mine = try visibleRecords().principals
    return try shares(entity.kind, id).contains { $0.isForEditing(mine) }
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
