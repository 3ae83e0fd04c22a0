import CRMValues

/// Declares one setting, once: `crm config` lists, explains, checks and completes it from this.
public struct Setting<Value: Sendable>: Sendable {
  public let declared: DeclaredSetting
  /// Turns the stored text into what the program asks for.
  let read: @Sendable (String) -> Value?
  let defaultValue: Value
}

/// What all settings have, whatever they hold.
public struct DeclaredSetting: Sendable {
  /// The name on the command line (`birthday_days`); dashes are forgiven.
  public let key: String
  public let type: SettingType
  public let label: Label
  /// The stored value of a setting that was never set.
  public let standard: String
  public let help: Label
}

extension Setting where Value == Int {
  package init(
    _ key: String, _ range: ClosedRange<Int>, _ standard: Int, _ label: Label, help: Label
  ) {
    declared = DeclaredSetting(
      key: key, type: .number(range), label: label, standard: String(standard), help: help)
    read = { Int($0) }
    defaultValue = standard
  }
}

extension Setting where Value == [Int64] {
  package init(
    _ key: String, _ range: ClosedRange<Int>, _ standard: [Int64], _ label: Label, help: Label
  ) {
    declared = DeclaredSetting(
      key: key, type: .steps(count: standard.count, range), label: label,
      standard: standard.map(String.init).joined(separator: ","), help: help)
    read = { $0.split(separator: ",").compactMap { Int64($0) } }
    defaultValue = standard
  }
}

extension Setting where Value == Bool {
  package init(_ key: String, _ standard: Bool, _ label: Label, help: Label) {
    declared = DeclaredSetting(
      key: key, type: .flag, label: label, standard: standard ? "yes" : "no", help: help)
    read = { $0 == "yes" }
    defaultValue = standard
  }
}

extension Setting where Value == [String] {
  package init(
    _ key: String, _ choices: [Choice], _ standard: [String], _ label: Label, help: Label
  ) {
    declared = DeclaredSetting(
      key: key, type: .choices(choices), label: label,
      standard: standard.joined(separator: ","), help: help)
    read = { $0.split(separator: ",").map(String.init) }
    defaultValue = standard
  }
}

extension Setting where Value == [String] {
  /// Which related lists records of a kind are shown with, nil where it has none.
  public init?(panelsOf kind: Kind, _ catalogue: Catalogue) {
    let panels = catalogue.panels(of: kind)
    guard !panels.isEmpty else { return nil }
    let entity = catalogue.entity(kind)
    let usual = panels.filter(\.isUsual).map(\.name)
    declared = DeclaredSetting(
      key: "panels." + kind.rawValue, type: .ranking(panels.map { Choice($0.name, $0.label) }),
      label: Label(
        "Related lists of \(entity.plural.en.lowercased())",
        vi: "Danh sách liên quan của \(entity.label.vi.lowercased())"),
      standard: usual.joined(separator: ","),
      help: Label(
        "Which lists 'crm \(kind.rawValue) show' has below the fields, in this order.",
        vi: "Các danh sách bên dưới 'crm \(kind.rawValue) show', theo thứ tự này."))
    read = { $0.split(separator: ",").map(String.init) }
    defaultValue = usual
  }
}

extension Setting where Value == String {
  package init(
    _ key: String, oneOf choices: [Choice], _ standard: String, _ label: Label, help: Label
  ) {
    declared = DeclaredSetting(
      key: key, type: .choice(choices), label: label, standard: standard, help: help)
    read = { $0 }
    defaultValue = standard
  }

  package init(_ key: String, text standard: String, _ label: Label, help: Label) {
    declared = DeclaredSetting(
      key: key, type: .text, label: label, standard: standard, help: help)
    read = { $0 }
    defaultValue = standard
  }
}

extension Setting where Value == CodePattern {
  /// What the codes of a kind look like, nil where they are typed.
  init?(codesOf entity: Entity) {
    let kind = entity.kind
    guard let prefix = entity.codePrefix else { return nil }
    let standard = CodePattern(prefix: prefix)
    declared = DeclaredSetting(
      key: "code." + kind.rawValue, type: .codePattern,
      label: Label(
        "Codes of \(entity.plural.en.lowercased())", vi: "Mã \(entity.label.vi.lowercased())"),
      standard: standard.text,
      help: Label(
        "What generated codes begin with, and one zero a digit. Codes there are stay as they are.",
        vi: "Phần đầu của mã tự sinh và mỗi chữ số một số 0. Mã đã có không đổi."))
    read = { CodePattern($0) }
    defaultValue = standard
  }
}
