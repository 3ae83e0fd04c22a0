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
  package var mayConfigure: Bool { rights.reach(.configure, .setting) == .all }

  func notPermitted(_ action: Action, _ entity: Entity, _ code: String?) throws -> CRMError {
    // Who may configure may so all of it.
    let isSteering = action == .configure
    let reach = rights.reach(action, isSteering ? .setting : entity.kind)
    let role = try rights.role.map { try label(.role, $0) } ?? ""
    let noun = code == nil ? entity.plural : entity.label
    let what = Label(
      noun.en.lowercased() + (code.map { " \($0)" } ?? ""),
      vi: noun.vi.lowercased() + (code.map { " \($0)" } ?? ""))
    let far = reach == .none ? nil : Entity.reaches[reach.rawValue].label
    let on = entity.isNoun && !isSteering ? entity.kind.rawValue : "all"
    let grant = "crm role grant \(shellWord(role)) --on \(on) --to \(action.rawValue) --reach all"
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
}
