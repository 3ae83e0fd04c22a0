import CRMValues

extension Reader {
  /// Returns the value of a setting, its default where it was never set.
  public func setting<Value>(_ setting: Setting<Value>) throws -> Value {
    try cache.setting(setting)
  }

  /// Returns the stored value of a setting, nil where it was never set.
  public func storedSetting(_ setting: DeclaredSetting) throws -> String? {
    try cache.storedSetting(setting)
  }

  /// Returns on which day birthdays of 29 February fall in other years.
  package func leapDayRule() throws -> LeapDayRule {
    try setting(.leapDay) == "march-1" ? .march1 : .february28
  }
}

extension StatementCache {
  package func setting<Value>(_ setting: Setting<Value>) throws -> Value {
    try storedSetting(setting.declared).flatMap(setting.read) ?? setting.defaultValue
  }

  fileprivate func storedSetting(_ setting: DeclaredSetting) throws -> String? {
    let statement = try statement("SELECT value FROM setting WHERE key = ?")
    statement.bind(1, setting.key)
    guard try statement.step() else { return nil }
    let text = statement.text(0)
    statement.reset()
    return text
  }
}

extension Reader {
  /// Returns the related lists that records of a kind are shown with, in their order.
  public func panels(of kind: Kind) throws -> [Panel] {
    guard let setting = Setting(panelsOf: kind, catalogue) else { return [] }
    let all = catalogue.panels(of: kind)
    return try self.setting(setting).compactMap { name in all.first { $0.name == name } }
  }
}
