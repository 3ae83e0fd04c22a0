import CRMValues

extension Writer {
  /// Refuses steps of an approval that name what is not there.
  ///
  /// - Parameter stored: steps as they are stored.
  /// - Returns: the same, with names as the records have them.
  /// - Throws: ``CRMError`` for an unknown role, group or user, and for a user who no longer works
  ///   here.
  func knownSteps(_ stored: String) throws -> String {
    let steps = try (ApprovalStep.list(stored) ?? []).map { step -> ApprovalStep in
      switch step {
      case .manager: return .manager
      case .role(let name): return .role(try named(.role, name))
      case .group(let name): return .group(try named(.userGroup, name))
      case .user(let name):
        let user = try one(.user, name)
        try checkActive(user)
        return .user(try label(.user, user))
      }
    }
    return ApprovalStep.text(of: steps)
  }

  /// Says which steps name nobody who may approve any record of the kind.
  func noteUndecided(_ stored: String, of setting: DeclaredSetting) throws {
    guard
      let kind = catalogue.kinds.first(where: {
        Setting(approvalOf: catalogue.entity($0))?.declared.key == setting.key
      })
    else { return }
    for (place, step) in (ApprovalStep.list(stored) ?? []).enumerated() where step != .manager {
      let may = try approvers.members(of: step).contains {
        try Rights(of: $0, cache, catalogue).reach(.approve, kind) > .none
      }
      if !may { note(ApprovalErrors.undecided(step, place + 1, of: catalogue.entity(kind))) }
    }
  }

  /// Has steps name a role, group or user as it is called now: else those who may approve everything
  /// would decide in its place.
  func renameInSteps(_ written: Written) throws {
    guard drawsConsequences, let old = written.old?.values, let new = written.new else { return }
    let entity = written.entity
    let places = [try entity.position(of: .code), try entity.handle(entity.nameField)]
    let names = places.filter { old[$0] != new[$0] }.compactMap { old[$0].text }
    guard !names.isEmpty else { return }
    let name = try named(entity.kind, written.id)
    let find = try cache.statement("SELECT id, value FROM setting WHERE key = ?")
    for key in catalogue.kinds.compactMap({
      Setting(approvalOf: catalogue.entity($0))?.declared.key
    }) {
      find.bind(1, key)
      guard try find.step() else { continue }
      let (id, stored) = (find.integer(0), find.text(1) ?? "")
      find.reset()
      let steps = (ApprovalStep.list(stored) ?? []).map { step -> ApprovalStep in
        switch (step, entity.kind) {
        case (.role(let known), .role) where names.contains(known): .role(name)
        case (.group(let known), .userGroup) where names.contains(known): .group(name)
        case (.user(let known), .user) where names.contains(known): .user(name)
        default: step
        }
      }
      _ = try edit(
        .setting, id, [(SettingField.value.position, .text(ApprovalStep.text(of: steps)))])
    }
  }

  /// Returns the name of the record that a text names.
  private func named(_ kind: Kind, _ text: String) throws -> String {
    try named(kind, try one(kind, text))
  }

  /// Returns the name of a record; its code where the name has a comma, which would part it.
  private func named(_ kind: Kind, _ id: Int64) throws -> String {
    let name = try label(kind, id)
    guard name.contains(",") else { return name }
    return try record(kind, id)?[.code].text ?? name
  }
}
