/// A changed setting reaches the rules of the kinds that want to hear of it.
final class SettingRules: Rules {
  static let kind = Kind.setting

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  /// What only a file that nobody else can open may be said to be.
  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard values[try SettingField.key.position].text == Setting.identity.declared.key,
      values[try SettingField.value.position].text == Identity.os.rawValue
    else { return }
    let file = try writer.cache.statement(
      "SELECT file FROM pragma_database_list WHERE name = 'main'")
    guard try file.step() else { return }
    defer { file.reset() }
    try Identity.checkFile(file.text(0) ?? "")
  }

  func follow(_ written: Written) throws {
    let position = try SettingField.key.position
    guard let key = (written.new ?? written.old?.values)?[position].text else { return }
    for kind in writer.catalogue.nounKinds {
      guard let codes = Setting(codesOf: writer.entity(kind)), codes.declared.key == key else {
        continue
      }
      try writer.raiseNumber(of: kind)
    }
    for entry in writer.catalogue.kindsWithRules where entry.rules.watchedSettings.contains(key) {
      try writer.rules(entry.kind)?.settingChanged(key)
    }
  }
}
