import CRMValues

extension Reader {
  /// Refuses an action that the actor's role does not allow for any record of a kind.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted.
  public func permit(_ action: Action, _ kind: Kind) throws {
    guard rights.reach(action, kind) == .none else { return }
    throw try notPermitted(action, entity(kind), nil, needed: action == .configure ? .all : .own)
  }

  /// Whether the actor may do something with records of a kind at all.
  public func may(_ action: Action, _ kind: Kind) -> Bool { rights.reach(action, kind) > .none }

  /// Refuses what only who may configure asks for.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted.
  public func requireConfiguring() throws {
    guard !mayConfigure else { return }
    throw try notPermitted(.configure, catalogue.entity(.setting), nil)
  }

  /// Whether the actor may change how the program works for everybody, and undo what others did.
  package var mayConfigure: Bool { rights.reach(.configure, .setting) == .all }

  /// - Parameter needed: how far the right would have to reach: who could give it is told of no more
  ///   than the act needs.
  func notPermitted(
    _ action: Action, _ entity: Entity, _ code: String?, needed: Reach = .all
  ) throws -> CRMError {
    // Who may configure may so all of it.
    let isSteering = action == .configure
    let reach = rights.reach(action, isSteering ? .setting : entity.kind)
    let role = try rights.role.map { try label(.role, $0) } ?? ""
    let noun = code == nil ? entity.plural : entity.label
    let what = Label(
      noun.en.lowercased() + (code.map { " \($0)" } ?? ""),
      vi: noun.vi.lowercased() + (code.map { " \($0)" } ?? ""))
    let far = reach == .none ? nil : Entity.reaches[reach.rawValue].label
    // Shared for editing, one record is one person's to change; a right is that of a whole role.
    if action == .edit, let code, entity.traits.contains(.owned) {
      let share =
        "crm \(entity.kind.rawValue) share \(code) --with user:\(actor.login) --rights edit"
      return refused(
        action, what, role, far,
        Label(
          "Who may share it can allow it: \(share)",
          vi: "Người có quyền chia sẻ có thể cho phép: \(share)"))
    }
    let on = entity.isNoun && !isSteering ? entity.kind.rawValue : "all"
    let grant =
      "crm role grant \(shellWord(role)) --on \(on) --to \(action.rawValue) --reach \(needed.key)"
    return refused(
      action, what, role, far,
      Label(
        "Who may configure the rights can allow it: \(grant)",
        vi: "Người có quyền cấu hình có thể cho phép: \(grant)"))
  }

  private func refused(
    _ action: Action, _ what: Label, _ role: String, _ far: Label?, _ hint: Label
  ) -> CRMError {
    CRMError(
      .notPermitted,
      "\(actor.login) may not \(action.verb.en) \(what.en)"
        + (far.map { ": the role \(role) allows \($0.en.lowercased())" }
          ?? ": the role \(role) does not allow it"),
      vi: "\(actor.login) không được \(action.verb.vi) \(what.vi)"
        + (far.map { ": nhóm quyền \(role) chỉ cho phép \($0.vi.lowercased())" }
          ?? ": nhóm quyền \(role) không cho phép"),
      hints: [hint])
  }
}
