import CRMValues

extension Writer {
  /// Whether what is written now was asked for by the actor: not what follows from it, and not
  /// what an undo puts back.
  package var isAsked: Bool {
    !rights.isEverything && drawsConsequences && !isApplyingRules
  }

  /// Refuses to add a record beyond the actor's reach. Where the reach is not everything, a
  /// record that nobody was named for, and that nothing else would make visible, is the actor's
  /// own.
  func permitAdding(_ entity: Entity, _ values: inout [Value]) throws {
    guard isAsked, !entity.traits.contains(.internal) else { return }
    try checkHolders(of: values, entity, changed: nil)
    if catalogue.rules(entity.kind)?.decideRights == true { return }
    if entity.traits.contains(.part) { return try permitPart(entity, values) }
    if !entity.isCommon, rights.reach(.add, entity.kind) < .all,
      !entity.roads.contains(where: { $0.road == .holder }),
      let owner = entity.fields.firstIndex(where: { $0.road == .owner && !$0.isLinked }),
      values[owner].isNull
    {
      values[owner] = rights.user.map(Value.integer) ?? .null
    }
    guard try isWithin(.add, entity, nil, values) else {
      throw try notPermitted(.add, entity, nil)
    }
  }

  /// The parts of a document are its own: who may change it may add some, and who has just added
  /// it.
  private func permitPart(_ entity: Entity, _ values: [Value]) throws {
    guard let parent = try holders(of: values, entity).first else { return }
    if try isAdded(parent), try isWithin(.add, parent.entity, parent.id, parent.values) { return }
    try permit(.edit, parent)
  }

  /// Refuses to change fields of a record beyond the actor's reach.
  func permitEditing(_ record: Record, _ new: [Value], changed: [Int]) throws {
    guard isAsked else { return }
    let entity = entity(record.kind)
    if entity.traits.contains(.internal) { return }
    try checkHolders(of: new, entity, changed: changed)
    if catalogue.rules(entity.kind)?.decideRights == true { return }
    for action in Set(changed.map { Writer.action(entity.fields[$0], new[$0]) }) {
      try permit(action, record)
    }
  }

  /// Refuses what would belong to a record the actor does not see, as if that were not there.
  ///
  /// - Parameter changed: the positions that change; nil for all.
  private func checkHolders(of values: [Value], _ entity: Entity, changed: [Int]?) throws {
    for (position, field) in entity.fields.enumerated()
    where field.belongs && changed?.contains(position) ?? true {
      guard let (target, id) = catalogue.record(namedBy: field, values[position]),
        try !isVisible(target, id)
      else { continue }
      throw RecordErrors.notFound(try label(target, id), self.entity(target))
    }
  }

  /// What it takes to give a field a value.
  private static func action(_ field: Field, _ value: Value) -> Action {
    if field.road == .owner { return .assign }
    switch field.name {
    case "approval", "approval_note": return value.text == "submitted" ? .edit : .approve
    default: return .edit
    }
  }

  /// Refuses an action on a record beyond the actor's reach.
  package func permit(_ action: Action, _ record: Record) throws {
    guard isAsked, catalogue.rules(record.kind)?.decideRights != true else { return }
    let entity = entity(record.kind)
    if entity.traits.contains(.part), let parent = try holders(of: record.values, entity).first {
      return try permit(.edit, parent)
    }
    guard try isWithin(action, entity, record.id, record.values) else {
      throw try notPermitted(action, entity, record[entity.referenceField].text)
    }
  }

  /// Refuses what changes how the program works for everybody.
  public func permitConfiguring() throws {
    guard isAsked, !mayConfigure else { return }
    throw try notPermitted(.configure, catalogue.entity(.setting), nil)
  }
}
