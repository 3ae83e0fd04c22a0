/// How far the actor's rights reach.
extension Writer {
  /// Whether an action of the actor reaches a record: by its owner, else that of its customer; or
  /// it, or its customer, is shared with the actor for editing.
  func isWithin(
    _ action: Action, _ entity: Entity, _ id: Int64?, _ values: [Value]
  ) throws -> Bool {
    let reach = rights.reach(action, entity.kind)
    switch reach {
    case .all: return true
    case .own, .unit:
      let owners = try reach == .own ? rights.user.map { [$0] } ?? [] : colleagues()
      if let owner = try owner(of: values, entity), owners.contains(owner) { return true }
    case .none: break
    }
    guard action == .edit || action == .add else { return false }
    return try isSharedForEditing(entity, id, values)
  }

  private func isSharedForEditing(_ entity: Entity, _ id: Int64?, _ values: [Value]) throws -> Bool
  {
    let mine = try visibleRecords().principals
    if let id, try shares(entity.kind, id).contains(where: { $0.isForEditing(mine) }) {
      return true
    }
    guard let parent = try holder(of: values, entity) else { return false }
    return try isSharedForEditing(Catalogue.entity(parent.kind), parent.id, parent.values)
  }

  private func owner(of values: [Value], _ entity: Entity) throws -> Int64? {
    if let position = entity.position(of: "owner"), let owner = values[position].integer {
      return owner
    }
    guard let parent = try holder(of: values, entity) else { return nil }
    return try owner(of: parent.values, Catalogue.entity(parent.kind))
  }

  /// Returns the record that one with the given values belongs to.
  func holder(of values: [Value], _ entity: Entity) throws -> Record? {
    guard let field = entity.holder, let target = field.target,
      let position = entity.position(of: field.name), let id = values[position].integer
    else { return nil }
    return try record(target, id)
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
