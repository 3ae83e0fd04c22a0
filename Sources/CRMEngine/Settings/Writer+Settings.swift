import CRMValues

extension Writer {
  /// Sets a setting to what somebody typed, or back to its default.
  ///
  /// - Parameter text: the value in either language; nil for the default.
  /// - Returns: whether anything changed.
  /// - Throws: ``CRMError`` for a value the setting does not take, or where the actor may not
  ///   configure.
  @discardableResult
  public func set(_ setting: DeclaredSetting, to text: String?) throws -> Bool {
    try permitConfiguring()
    var stored = try text.map { try setting.type.stored($0, of: setting.key) }
    if case .approvalSteps = setting.type { stored = try stored.map(knownSteps) }
    let find = try cache.statement("SELECT id FROM setting WHERE key = ?")
    find.bind(1, setting.key)
    let known = try find.firstInteger()
    let changed: Bool
    switch (known, stored) {
    case (nil, nil): return false
    case (nil, let value?):
      guard value != setting.standard else { return false }
      try add(
        .setting, SettingField.values([.key: .text(setting.key), .value: .text(value)]))
      changed = true
    case (let id?, let value?) where value != setting.standard:
      changed = try edit(.setting, id, [(SettingField.value.position, .text(value))])
    case (let id?, _):
      try remove(.setting, id)
      changed = true
    }
    if case .approvalSteps = setting.type, changed { try noteUndecided(stored ?? "", of: setting) }
    return changed
  }
}
