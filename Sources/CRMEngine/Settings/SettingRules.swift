/// A changed setting reaches the rules of the kinds that want to hear of it.
final class SettingRules: Rules {
  static let kind = Kind.setting

  private unowned let writer: Writer

  init(_ writer: Writer) { self.writer = writer }

  func follow(_ written: Written) throws {
    let values = written.new ?? written.old?.values
    guard let key = values?[Entity.setting.place(of: "key")].text else { return }
    for entry in writer.catalogue.kindsWithRules where entry.rules.watchedSettings.contains(key) {
      try writer.rules(entry.kind)?.settingChanged(key)
    }
  }
}
