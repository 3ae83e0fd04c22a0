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
    _ = try changeSteps(entity.kind, named: names, to: try named(entity.kind, written.id))
  }

  /// Has another record take the place of some in the steps that name them.
  ///
  /// - Returns: the ids of the settings that changed.
  @discardableResult
  func moveSteps(_ kind: Kind, _ ids: [Int64], to other: Int64) throws -> [Int64] {
    let names = try stepNames(kind, ids)
    guard !names.isEmpty else { return [] }
    return try changeSteps(kind, named: names, to: try named(kind, other))
  }

  /// Returns the ids of the settings whose steps name one of some records.
  func settings(namingInSteps kind: Kind, _ ids: [Int64]) throws -> [Int64] {
    let names = try stepNames(kind, ids)
    guard !names.isEmpty else { return [] }
    return try storedSteps().filter { _, steps in
      steps.contains { $0.names(kind).map(names.contains) ?? false }
    }.map(\.setting)
  }

  /// What steps may call some records; nothing of a kind that they cannot name.
  private func stepNames(_ kind: Kind, _ ids: [Int64]) throws -> [String] {
    guard ApprovalStep.mayName(kind) else { return [] }
    return try ids.flatMap { [try label(kind, $0), try record(kind, $0)?[.code].text ?? ""] }
  }

  private func storedSteps() throws -> [(setting: Int64, steps: [ApprovalStep])] {
    let find = try cache.prepared("SELECT id, value FROM setting WHERE key = ?")
    var found: [(Int64, [ApprovalStep])] = []
    for kind in catalogue.kinds {
      guard let setting = Setting(approvalOf: catalogue.entity(kind))?.declared else { continue }
      find.bind(1, setting.key)
      if try find.step() {
        found.append((find.integer(0), ApprovalStep.list(find.text(1) ?? "") ?? []))
      }
      find.reset()
    }
    return found
  }

  /// One that has a step already keeps that alone: nobody decides twice on the same.
  private func changeSteps(
    _ kind: Kind, named names: [String], to name: String
  ) throws -> [Int64] {
    var changed: [Int64] = []
    for (setting, steps) in try storedSteps() {
      var new: [ApprovalStep] = []
      for step in steps {
        let renamed = step.names(kind).map(names.contains) ?? false
        let step = renamed ? step.naming(name) : step
        if !renamed || !(steps + new).contains(step) { new.append(step) }
      }
      guard new != steps else { continue }
      _ = try edit(
        .setting, setting, [(SettingField.value.position, .text(ApprovalStep.text(of: new)))])
      changed.append(setting)
    }
    return changed
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
