import CRMCatalogue
import CRMValues

extension Writer {
  /// Whether what is written now was asked for by the actor: not what follows from it, and not
  /// what an undo puts back.
  private var isAsked: Bool {
    !rights.isEverything && drawsConsequences && !isApplyingRules
  }

  /// Refuses to add a record beyond the actor's reach. Where the reach is not everything, a
  /// customer nobody was named for is the actor's own.
  func permitAdding(_ entity: Entity, _ values: inout [Value]) throws {
    guard isAsked, !entity.traits.contains(.internal) else { return }
    try checkHolder(of: values, entity)
    // Who may comment is laid down by the seeds, not by roles.
    if entity.kind == .comment { return }
    if entity.kind == .customer, rights.reach(.add, .customer) < .all,
      let owner = entity.position(of: "owner"), values[owner].isNull
    {
      values[owner] = rights.user.map(Value.integer) ?? .null
    }
    if entity.traits.contains(.part) {
      // The lines of a document are its own: who may change it may add some, and who has just added
      // it.
      guard let parent = try holder(of: values, entity) else { return }
      if try isAdded(parent),
        try isWithin(.add, Catalogue.entity(parent.kind), parent.id, parent.values)
      {
        return
      }
      return try permit(.edit, parent)
    }
    guard try isWithin(.add, entity, nil, values) else {
      throw try notPermitted(.add, entity, nil)
    }
  }

  /// Refuses to change fields of a record beyond the actor's reach.
  func permitEditing(_ record: Record, _ new: [Value], changed: [Int]) throws {
    guard isAsked else { return }
    let entity = entity(record.kind)
    if entity.traits.contains(.internal) { return }
    try checkHolder(of: new, entity)
    if entity.kind == .comment { return }
    for action in Set(changed.map { Writer.action(entity.fields[$0], new[$0]) }) {
      try permit(action, record)
    }
  }

  /// Refuses what would belong to a record the actor does not see, as if that were not there.
  private func checkHolder(of values: [Value], _ entity: Entity) throws {
    guard let parent = try holder(of: values, entity),
      try !isVisible(parent.kind, parent.id)
    else { return }
    throw RecordErrors.notFound(try label(parent.kind, parent.id), parent.kind)
  }

  /// What it takes to give a field a value.
  private static func action(_ field: Field, _ value: Value) -> Action {
    switch field.name {
    case "owner": return .assign
    case "approval", "approval_note": return value.text == "submitted" ? .edit : .approve
    default: return .edit
    }
  }

  /// Refuses an action on a record beyond the actor's reach.
  func permit(_ action: Action, _ record: Record) throws {
    guard isAsked, record.kind != .comment else { return }
    let entity = entity(record.kind)
    if entity.traits.contains(.part), let parent = try holder(of: record.values, entity) {
      return try permit(.edit, parent)
    }
    guard try isWithin(action, entity, record.id, record.values) else {
      throw try notPermitted(action, entity, record[entity.referenceField].text)
    }
  }

  /// Refuses to leave the duplicate check out, unless the actor's reach for adding customers is
  /// everything.
  func permitDuplicates() throws {
    guard isAsked, !rights.mayAddForEverybody else { return }
    throw CRMError(
      .notPermitted, "\(actor.login) may not leave the duplicate check out",
      vi: "\(actor.login) không được bỏ qua kiểm tra trùng",
      hints: [
        Label(
          "That takes the right to add customers of everybody.",
          vi: "Cần quyền thêm khách hàng với phạm vi tất cả.")
      ])
  }

  /// Refuses what changes how the program works for everybody.
  public func permitConfiguring() throws {
    guard isAsked, !mayConfigure else { return }
    throw try notPermitted(.configure, Catalogue.entity(.setting), nil)
  }
}
