import CRMCatalogue
import CRMValues

extension Reader {
  /// Refuses an action that the actor's role does not allow for any record of a kind.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted.
  public func permit(_ action: Action, _ kind: Kind) throws {
    guard rights.reach(action, kind) == .none else { return }
    throw try notPermitted(action, entity(kind), nil)
  }

  /// Whether the actor may do something with records of a kind at all.
  public func may(_ action: Action, _ kind: Kind) -> Bool { rights.reach(action, kind) > .none }

  /// Whether the actor may change how the program works for everybody, and undo what others did.
  var mayConfigure: Bool { rights.reach(.configure, .setting) == .all }

  func notPermitted(_ action: Action, _ entity: Entity, _ code: String?) throws -> CRMError {
    let reach = rights.reach(action, entity.kind)
    let role = try rights.role.map { try label(.role, $0) } ?? ""
    let noun = code == nil ? entity.plural : entity.label
    let what = Label(
      noun.en.lowercased() + (code.map { " \($0)" } ?? ""),
      vi: noun.vi.lowercased() + (code.map { " \($0)" } ?? ""))
    let far = reach == .none ? nil : Entity.reaches[reach.rawValue].label
    let on = Kind.allCases.contains(entity.kind) && entity.isNoun ? entity.kind.rawValue : "all"
    let grant = "crm role grant \(quotedWord(role)) --on \(on) --to \(action.rawValue) --reach all"
    return CRMError(
      .notPermitted,
      "\(actor.login) may not \(action.verb.en) \(what.en)"
        + (far.map { ": the role \(role) allows \($0.en.lowercased())" }
          ?? ": the role \(role) does not allow it"),
      vi: "\(actor.login) không được \(action.verb.vi) \(what.vi)"
        + (far.map { ": nhóm quyền \(role) chỉ cho phép \($0.vi.lowercased())" }
          ?? ": nhóm quyền \(role) không cho phép"),
      hints: [
        Label(
          "Who may configure the rights can allow it: \(grant)",
          vi: "Người có quyền cấu hình có thể cho phép: \(grant)")
      ])
  }

  private func quotedWord(_ word: String) -> String {
    word.contains(" ") ? "'\(word)'" : word
  }
}

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
      // The lines of a document are its own: who may add or change it may change them.
      guard let parent = try holder(of: values, entity) else { return }
      let document = Catalogue.entity(parent.kind)
      if try isWithin(.add, document, parent.id, parent.values) { return }
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
    guard isAsked, rights.reach(.add, .customer) < .all else { return }
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

  /// Whether an action of the actor reaches a record: by its owner, else that of its customer; or
  /// it, or its customer, is shared with the actor for editing.
  private func isWithin(
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
  private func holder(of values: [Value], _ entity: Entity) throws -> Record? {
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

extension Action {
  /// What it is called in a sentence: may not … records.
  var verb: Label {
    switch self {
    case .view: return Label("see", vi: "xem")
    case .add: return Label("add", vi: "thêm")
    case .edit: return Label("change", vi: "sửa")
    case .delete: return Label("delete", vi: "xóa")
    case .import: return Label("import", vi: "nhập tệp")
    case .export: return Label("export", vi: "xuất tệp")
    case .assign: return Label("hand over", vi: "bàn giao")
    case .share: return Label("share", vi: "chia sẻ")
    case .approve: return Label("approve or reject", vi: "phê duyệt")
    case .configure: return Label("configure", vi: "cấu hình")
    }
  }
}
