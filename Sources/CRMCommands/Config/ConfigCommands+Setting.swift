import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension ConfigCommands {
  static var set: Command<Session> {
    Command(
      ["config", "set"], Label("Set a setting", vi: "Đặt một thiết lập"),
      details: [
        Label(
          "What each setting means and takes:", vi: "Ý nghĩa và giá trị của từng thiết lập:")
      ]
        + DeclaredSetting.all.map { setting in
          Label(
            "\(setting.key): \(setting.help.en) Takes \(setting.type.range.en); default "
              + "\(spaced(setting).en).",
            vi: "\(setting.key): \(setting.help.vi) Nhận \(setting.type.range.vi); mặc định "
              + "\(spaced(setting).vi).")
        },
      operands: [
        key,
        Operand(
          "VALUE", Label("The value", vi: "Giá trị"), completion: .custom("setting-values")),
      ],
      options: [mine],
      examples: [
        Example(
          "crm config set birthday_days 3",
          Label("Tells birthdays three days ahead", vi: "Nhắc sinh nhật trước ba ngày")),
        Example(
          "crm config set duplicate_fields phones,emails,tax_code",
          Label("Also refuses a tax code there is", vi: "Kiểm tra trùng cả mã số thuế")),
        Example(
          "crm config set approval.order 'manager, role:Kế toán'",
          Label("Orders are approved in two steps", vi: "Đơn hàng được duyệt qua hai bước")),
        Example(
          "crm config set columns.customer 'code,name,phones,owner' --mine",
          Label("The columns of my list", vi: "Chọn cột danh sách khách hàng cho riêng tôi")),
      ],
      writes: { invocation, session in
        change(
          try DeclaredSetting.named(invocation.operands[0]), to: invocation.operands[1], session)
      })
  }

  static var reset: Command<Session> {
    Command(
      ["config", "reset"],
      Label("Set a setting back to its default", vi: "Trả một thiết lập về mặc định"),
      operands: [key], options: [mine],
      examples: [
        Example(
          "crm config reset birthday_days",
          Label("Back to the default", vi: "Trả về mặc định"))
      ],
      writes: { invocation, session in
        change(try DeclaredSetting.named(invocation.operands[0]), to: nil, session)
      })
  }

  static let key = Operand(
    "SETTING", Label("A setting of 'crm config list'", vi: "Thiết lập trong 'crm config list'"),
    completion: .custom("settings"))

  static let mine = Option(
    "mine", Label("For me alone", vi: "Chỉ cho riêng tôi"))

  private static func change(
    _ setting: DeclaredSetting, to text: String?, _ session: Session
  ) -> Work {
    let isMine = session.invocation.has("mine")
    return Work { writing in
      let isChanged = try writing.writer.set(setting, to: text, mine: isMine)
      let own = isMine ? try writing.writer.ownSetting(setting) : nil
      let now = try own ?? writing.writer.storedSetting(setting) ?? setting.standard
      let shown = setting.type.shown(now)
      guard isChanged else {
        return writing.say(
          "\(setting.key) is \(shown.en) already.", vi: "\(setting.key) vốn đã là \(shown.vi).")
      }
      let words = writing.tense(becoming)
      writing.say(
        "\(setting.key) \(words.en) \(shown.en).", vi: "\(setting.key) \(words.vi) \(shown.vi).")
      for note in writing.writer.takeNotes() { writing.say(note.en, vi: note.vi) }
    }
  }

  private static let becoming = Deed(
    past: Label("is now", vi: "nay là"), conditional: Label("would be", vi: "sẽ là"))
}
