import CRMArguments
import CRMEngine
import CRMValues

/// `crm config list|get|set|reset`: the settings of this database.
enum ConfigCommands {
  static let summary = Label("Settings of the database", vi: "Thiết lập")

  static var commands: [Command<Session>] { [list, get, set, reset] }

  private static var list: Command<Session> {
    Command(
      ["config", "list"],
      Label("List every setting with its value", vi: "Liệt kê các thiết lập và giá trị"),
      options: [
        Option(
          "changed",
          Label("Only what differs from the default", vi: "Chỉ thiết lập khác mặc định"))
      ] + GlobalOptions.format,
      examples: [
        Example(
          "crm config list", Label("Shows all settings", vi: "Xem mọi thiết lập"))
      ],
      reads: { invocation, session in
        let onlyChanged = invocation.has("changed")
        return Look { reader in
          var rows: [[Value]] = []
          for setting in DeclaredSetting.all {
            let stored = try reader.storedSetting(setting)
            if onlyChanged && stored == nil { continue }
            rows.append(row(setting, stored, session))
          }
          try session.putRows(rows, columns, key: "settings", title: summary)
        }
      })
  }

  private static let columns = [
    RowColumn("setting", .text, Label("Setting", vi: "Thiết lập")),
    RowColumn("value", .text, Label("Value", vi: "Giá trị")),
    RowColumn("default", .text, Label("Default", vi: "Mặc định")),
    RowColumn("label", .text, Label("Meaning", vi: "Ý nghĩa")),
  ]

  private static func row(
    _ setting: DeclaredSetting, _ stored: String?, _ session: Session
  ) -> [Value] {
    [
      .text(setting.key), .text(typed(stored ?? setting.standard)), .text(typed(setting.standard)),
      .text(session.text(setting.label)),
    ]
  }

  /// A value as it can be typed: an empty list is a word too.
  private static func typed(_ stored: String) -> String { stored.isEmpty ? "none" : stored }

  private static var get: Command<Session> {
    Command(
      ["config", "get"], Label("Print the value of a setting", vi: "In giá trị một thiết lập"),
      details: [
        Label(
          "On standard output the value alone; what it means and takes goes to standard error.",
          vi: "Đầu ra chuẩn chỉ có giá trị; ý nghĩa và giới hạn in ra luồng lỗi.")
      ],
      operands: [key],
      examples: [
        Example(
          "crm config get forgotten_days",
          Label("After how many days a customer is forgotten", vi: "Số ngày Đừng quên"))
      ],
      reads: { invocation, session in
        let setting = try DeclaredSetting.named(invocation.operands[0])
        return Look { reader in
          try session.put(typed(reader.storedSetting(setting) ?? setting.standard))
          if session.environment.isErrorTerminal { explain(setting, session) }
        }
      })
  }

  private static func explain(_ setting: DeclaredSetting, _ session: Session) {
    session.say(setting.help)
    session.say(
      "Takes \(setting.type.range.en); default \(typed(setting.standard)).",
      vi: "Nhận \(setting.type.range.vi); mặc định \(typed(setting.standard)).")
  }

  /// A value in a paragraph, whose lines may break between the parts of a list.
  private static func spaced(_ stored: String) -> String {
    typed(stored).replacing(",", with: ", ")
  }

  private static var set: Command<Session> {
    Command(
      ["config", "set"], Label("Set a setting", vi: "Đặt một thiết lập"),
      details: [
        Label(
          "What each setting means and takes:", vi: "Ý nghĩa và giá trị của từng thiết lập:")
      ]
        + DeclaredSetting.all.map { setting in
          Label(
            "\(setting.key): \(setting.help.en) Takes \(setting.type.range.en); default "
              + "\(spaced(setting.standard)).",
            vi: "\(setting.key): \(setting.help.vi) Nhận \(setting.type.range.vi); mặc định "
              + "\(spaced(setting.standard)).")
        },
      operands: [
        key,
        Operand(
          "VALUE", Label("The value", vi: "Giá trị"), completion: .custom("setting-values")),
      ],
      examples: [
        Example(
          "crm config set birthday_days 3",
          Label("Tells birthdays three days ahead", vi: "Nhắc sinh nhật trước ba ngày")),
        Example(
          "crm config set duplicate_fields phones,emails,tax_code",
          Label("Also refuses a tax code there is", vi: "Kiểm tra trùng cả mã số thuế")),
      ],
      writes: { invocation, session in
        change(
          try DeclaredSetting.named(invocation.operands[0]), to: invocation.operands[1], session)
      })
  }

  private static var reset: Command<Session> {
    Command(
      ["config", "reset"],
      Label("Set a setting back to its default", vi: "Trả một thiết lập về mặc định"),
      operands: [key],
      examples: [
        Example(
          "crm config reset birthday_days",
          Label("Back to the default", vi: "Trả về mặc định"))
      ],
      writes: { invocation, session in
        change(try DeclaredSetting.named(invocation.operands[0]), to: nil, session)
      })
  }

  private static let key = Operand(
    "SETTING", Label("A setting of 'crm config list'", vi: "Thiết lập trong 'crm config list'"),
    completion: .custom("settings"))

  private static func change(
    _ setting: DeclaredSetting, to text: String?, _ session: Session
  ) -> Work {
    Work { writing in
      let isChanged = try writing.writer.set(setting, to: text)
      let now = try writing.writer.storedSetting(setting) ?? setting.standard
      let shown = setting.type.shown(now)
      guard isChanged else {
        return writing.say(
          "\(setting.key) is \(shown.en) already.", vi: "\(setting.key) vốn đã là \(shown.vi).")
      }
      let words = writing.tense(becoming)
      writing.say(
        "\(setting.key) \(words.en) \(shown.en).", vi: "\(setting.key) \(words.vi) \(shown.vi).")
    }
  }

  private static let becoming = Deed(
    past: Label("is now", vi: "nay là"), conditional: Label("would be", vi: "sẽ là"))
}
