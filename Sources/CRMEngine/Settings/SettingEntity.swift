import CRMValues

extension Kind {
  public static let setting = Kind(22, "setting", isNoun: false)
}

extension Entity {
  /// A setting that was changed from its default. A record, so that changing it is logged and
  /// undone like everything else.
  public static let setting = Entity(
    .setting, Label("Setting", vi: "Thiết lập"), plural: Label("Settings", vi: "Thiết lập"),
    codePrefix: nil,
    fields: [
      Field("key", .text, Label("Setting", vi: "Thiết lập"), required: true),
      Field("value", .text, Label("Value", vi: "Giá trị"), required: true),
    ],
    traits: [.internal, .configures], nameField: "key", listed: ["key", "value"], indexes: [["key"]]
  )
}

/// The fields of a setting.
package enum SettingField: String, FieldHandle {
  case key, value

  package static var entity: Entity { .setting }
}
