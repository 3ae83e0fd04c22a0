import CRMValues

extension Writer {
  /// Sets a setting to what somebody typed, or back to its default.
  ///
  /// - Parameters:
  ///   - text: the value in either language; nil for the default.
  ///   - isMine: whether it is set for the actor alone, which everybody may.
  /// - Returns: whether anything changed.
  /// - Throws: ``CRMError`` for a value the setting does not take, or where the actor may not
  ///   configure.
  @discardableResult
  public func set(_ setting: DeclaredSetting, to text: String?, mine isMine: Bool = false) throws
    -> Bool
  {
    if !isMine { try permitConfiguring() }
    let setting = isMine ? try own(setting) : setting
    var stored = try text.map { try setting.type.stored($0, of: setting.key) }
    if case .approvalSteps = setting.type { stored = try stored.map(knownSteps) }
    if case .columns(let kind) = setting.type {
      stored = try stored.map { try columnNames($0, of: kind) }
    }
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

  /// Returns a setting as the actor alone has it.
  private func own(_ setting: DeclaredSetting) throws -> DeclaredSetting {
    guard setting.isPersonal else {
      throw CRMError(
        .request, "\(setting.key) is one for all", vi: "\(setting.key) đặt chung cho mọi người",
        hints: [
          Label(
            "Without --mine it is set for everybody.",
            vi: "Bỏ --mine để đặt cho mọi người.")
        ])
    }
    guard let user = actor.user else {
      throw CRMError(
        .request, "\(actor.login) is no user and has no settings",
        vi: "\(actor.login) không phải là nhân viên nên không có thiết lập riêng",
        hints: [
          Label(
            "Say whose it is with --as USER.", vi: "Hãy chỉ nhân viên bằng --as TÀI-KHOẢN.")
        ])
    }
    return setting.of(user)
  }
}
