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

  /// Returns the name of the record that a text names; its code where the name has a comma, which
  /// would part it.
  private func named(_ kind: Kind, _ text: String) throws -> String {
    let id = try one(kind, text)
    let name = try label(kind, id)
    guard name.contains(",") else { return name }
    return try record(kind, id)?[.code].text ?? name
  }
}
