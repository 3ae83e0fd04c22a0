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
    guard isAsked else { return }
    try permitSteering(entity, nil, values)
    if entity.traits.contains(.internal) || entity.traits.contains(.configures) { return }
    try checkHolders(of: values, entity, changed: nil)
    if catalogue.rules(entity.kind)?.decideRights == true { return }
    if entity.traits.contains(.part) { return try permitPart(entity, values) }
    if !entity.isCommon, rights.reach(.add, entity.kind) < .all,
      !entity.roads.contains(where: { $0.road == .holder }),
      let owner = entity.ownerPosition,
      values[owner].isNull
    {
      values[owner] = rights.user.map(Value.integer) ?? .null
    }
    guard try isWithin(.add, entity, nil, values) else {
      throw try notPermitted(
        .add, entity, nil, needed: leastReach(.add, entity, nil, values))
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
    if !entity.traits.contains(.internal) { try checkHolders(of: new, entity, changed: changed) }
    if catalogue.rules(entity.kind)?.decideRights == true { return }
    try requireEditing(record, changed.map { ($0, new[$0]) })
    for position in changed where entity.fields[position].belongs {
      try permitMoving(record, entity.fields[position])
    }
  }

  /// Refuses to move a record from its holder to whom it is only shared with: that takes being
  /// responsible for it, the reach of the right, or the right to change its holder.
  private func permitMoving(_ record: Record, _ field: Field) throws {
    let entity = record.entity
    guard rights.reach(.edit, entity.kind) < .all, try !isResponsible(record),
      let (kind, id) = catalogue.record(
        namedBy: field, record.values[try entity.handle(field.name)]),
      let holder = try self.record(kind, id),
      try !isWithin(.edit, self.entity(kind), id, holder.values)
    else { return }
    throw try notPermitted(.assign, entity, record[entity.referenceField].text)
  }

  /// Refuses to give fields values that the actor may not give them, whether it is asked for or
  /// taken back.
  func requireEditing(_ record: Record, _ changes: [(position: Int, value: Value)]) throws {
    for action in Set(changes.map { Writer.action(record.entity.fields[$0.position]) }) {
      try require(action, record)
    }
  }

  /// Refuses to bring a record back that the actor could not add.
  func requireAdding(_ record: Record) throws {
    guard !rights.isEverything else { return }
    let entity = record.entity
    try permitSteering(entity, nil, record.values)
    if entity.traits.contains(.internal) || entity.traits.contains(.configures) { return }
    if entity.traits.contains(.part) { return try require(.edit, record) }
    guard try isWithin(.add, entity, nil, record.values) else {
      throw try notPermitted(
        .add, entity, record[entity.referenceField].text,
        needed: leastReach(.add, entity, nil, record.values))
    }
  }

  /// Refuses what would belong to a record the actor does not see, as if that were not there.
  ///
  /// - Parameter changed: the positions that change; nil for all.
  private func checkHolders(of values: [Value], _ entity: Entity, changed: [Int]?) throws {
    for (position, field) in entity.fields.enumerated()
    where field.belongs && changed?.contains(position) ?? true {
      guard let (target, id) = catalogue.record(namedBy: field, values[position]),
        try !isVisible(target, id), try rules(entity.kind)?.mayName(target, id) != true
      else { continue }
      throw RecordErrors.notFound(try label(target, id), self.entity(target))
    }
  }

  /// What it takes to give a field a value.
  private static func action(_ field: Field) -> Action {
    field.road == .owner ? .assign : .edit
  }

  /// Refuses an action on a record beyond the actor's reach.
  package func permit(_ action: Action, _ record: Record) throws {
    guard isAsked, catalogue.rules(record.kind)?.decideRights != true else { return }
    try require(action, record)
  }

  /// Refuses an action on a record, whether it is asked for or taken back.
  func require(_ action: Action, _ record: Record) throws {
    if catalogue.rules(record.kind)?.decideRights == true {
      return try rules(record.kind)?.checkDeleting(record) ?? ()
    }
    guard !rights.isEverything else { return }
    let entity = entity(record.kind)
    try permitSteering(entity, record.id, record.values)
    if entity.traits.contains(.internal) || entity.traits.contains(.configures) { return }
    if entity.traits.contains(.part), let parent = try holders(of: record.values, entity).first {
      return try require(.edit, parent)
    }
    guard try isWithin(action, entity, record.id, record.values) else {
      throw try notPermitted(
        action, entity, record[entity.referenceField].text,
        needed: leastReach(action, entity, record.id, record.values))
    }
  }

  /// Refuses to destroy records of a kind for good, which takes everybody's.
  func permitDestroying(_ kind: Kind) throws {
    guard isAsked, rights.reach(.destroy, kind) < .all else { return }
    let any = try cache.statement(
      "SELECT 1 FROM \(entity(kind).table) WHERE deleted IS NOT NULL LIMIT 1")
    guard try any.firstInteger() != nil else { return }
    throw try notPermitted(.destroy, entity(kind), nil)
  }

  /// Refuses what changes how the program works for everybody.
  public func permitConfiguring() throws {
    if isAsked { try requireConfiguring() }
  }
}
