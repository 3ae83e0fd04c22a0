import CRMArguments
import CRMCore
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
          Label("Only what differs from the default", vi: "Chỉ những thiết lập khác mặc định")),
        Option(
          "all",
          Label(
            "Also those that everybody may have of their own and nobody has set",
            vi: "Cả các thiết lập riêng từng người mà chưa ai đặt")),
      ] + GlobalOptions.format,
      examples: [
        Example(
          "crm config list", Label("Shows all settings", vi: "Xem mọi thiết lập"))
      ],
      reads: { invocation, session in
        let onlyChanged = invocation.has("changed")
        return Look { reader in
          var rows: [[Value]] = []
          var leftOut = 0
          for setting in DeclaredSetting.all {
            let stored = try reader.storedSetting(setting)
            let own = try reader.ownSetting(setting)
            if stored == nil, setting.isPersonal, !invocation.has("all") {
              if own == nil { leftOut += 1 }
            } else if !onlyChanged || stored != nil {
              rows.append(try row(setting, stored, session))
            }
            if let own { rows.append(try row(setting, own, session, mine: true)) }
          }
          try session.putRows(rows, columns, key: "settings", title: summary)
          guard leftOut > 0, !onlyChanged, session.environment.isOutputTerminal else { return }
          session.say(
            "\(leftOut.counted(.en)) settings of list columns are as they come: crm config list "
              + "--all",
            vi: "\(leftOut.counted(.vi)) thiết lập cột danh sách còn như mặc định: crm config list "
              + "--all")
        }
      })
  }

  private static let columns = [
    RowColumn("setting", .text, Label("Setting", vi: "Thiết lập"), fit: .whole),
    RowColumn("value", .text, Label("Value", vi: "Giá trị"), fit: .wraps, stays: true),
    RowColumn("default", .text, Label("Default", vi: "Mặc định")),
    RowColumn("label", .text, Label("Meaning", vi: "Ý nghĩa"), fit: .wraps),
  ]

  private static func row(
    _ setting: DeclaredSetting, _ stored: String?, _ session: Session, mine isMine: Bool = false
  ) throws -> [Value] {
    let isForPeople = session.style(try session.outputForm()).audience == .people
    func words(_ stored: String) -> String {
      isForPeople ? session.text(shown(setting, stored)) : typed(stored)
    }
    return [
      .text(setting.key + (isMine ? " --mine" : "")), .text(words(stored ?? setting.standard)),
      .text(words(setting.standard)),
      .text(session.text(setting.label)),
    ]
  }

  /// A value as it can be typed: an empty list is a word too.
  static func typed(_ stored: String) -> String { stored.isEmpty ? "none" : stored }

  /// A value as people read it and may type it: in English the words of programs, in Vietnamese its
  /// own.
  static func shown(_ setting: DeclaredSetting, _ stored: String) -> Label {
    Label(typed(stored), vi: setting.type.shown(stored).vi)
  }

  /// A default in a paragraph, whose lines may break between the parts of a list.
  static func spaced(_ setting: DeclaredSetting) -> Label {
    let shown = shown(setting, setting.standard)
    return Label(shown.en.replacing(",", with: ", "), vi: shown.vi)
  }

  private static var get: Command<Session> {
    Command(
      ["config", "get"], Label("Print the value of a setting", vi: "In giá trị một thiết lập"),
      details: [
        Label(
          "On standard output the value alone; what it means and takes goes to standard error.",
          vi: "Đầu ra chuẩn chỉ có giá trị; ý nghĩa và giới hạn in ra luồng lỗi.")
      ],
      operands: [key], options: [mine],
      examples: [
        Example(
          "crm config get forgotten_days",
          Label("After how many days a customer is forgotten", vi: "Số ngày Đừng quên"))
      ],
      reads: { invocation, session in
        let setting = try DeclaredSetting.named(invocation.operands[0])
        return Look { reader in
          let own = invocation.has("mine") ? try reader.ownSetting(setting) : nil
          let stored = try own ?? reader.storedSetting(setting) ?? setting.standard
          let isSeen = session.environment.isOutputTerminal
          try session.put(isSeen ? session.text(shown(setting, stored)) : typed(stored))
          if session.environment.isErrorTerminal { explain(setting, session) }
        }
      })
  }

  private static func explain(_ setting: DeclaredSetting, _ session: Session) {
    session.say(setting.help)
    session.say(
      "Takes \(setting.type.range.en); default \(spaced(setting).en).",
      vi: "Nhận \(setting.type.range.vi); mặc định \(spaced(setting).vi).")
  }
}
