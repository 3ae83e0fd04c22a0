/// A changed setting reaches the rules of the kinds that want to hear of it.
final class SettingRules: Rules {
  static let kind = Kind.setting

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

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
