import CRMValues

/// The fixed words of help, man page and reference.
enum Words {
  static let usage = Label("Usage", vi: "Cách dùng")
  static let operands = Label("Operands", vi: "Tham số")
  static let required = Label("Required", vi: "Bắt buộc")
  static let options = Label("Options", vi: "Tùy chọn")
  static let globalOptions = Label("Global options", vi: "Tùy chọn chung")
  static let examples = Label("Examples", vi: "Ví dụ")
  static let commands = Label("Commands", vi: "Lệnh")
  static let name = Label("Name", vi: "Tên")
  static let synopsis = Label("Synopsis", vi: "Cú pháp")
  static let description = Label("Description", vi: "Mô tả")
  static let repeats = Label("(repeatable)", vi: "(ghi được nhiều lần)")
  static let oneOf = Label("One of", vi: "Một trong")
  static let manual = Label("User commands", vi: "Lệnh người dùng")

  static let anyOptions = Label("[OPTION…]", vi: "[TÙY-CHỌN…]")
  static let anyVerb = Label("VERB …", vi: "ĐỘNG-TỪ …")

  static func also(_ name: String) -> Label { Label("(also \(name))", vi: "(hoặc \(name))") }

  static func topics(_ program: String) -> Label {
    Label("Topics of '\(program) help'", vi: "Chủ đề của '\(program) help'")
  }

  static func overviewUsage(_ program: String) -> Label {
    Label(
      "\(program) [OPTION…] NOUN VERB [OPERAND…] [OPTION…]",
      vi: "\(program) [TÙY-CHỌN…] DANH-TỪ ĐỘNG-TỪ [THAM-SỐ…] [TÙY-CHỌN…]")
  }

  static func moreHelp(_ program: String) -> Label {
    Label(
      "'\(program) help NOUN' lists the verbs of a noun, '\(program) help NOUN VERB' explains one.",
      vi: "'\(program) help DANH-TỪ' liệt kê các động từ, "
        + "'\(program) help DANH-TỪ ĐỘNG-TỪ' giải thích từng lệnh.")
  }

  static func manOfNoun(_ program: String) -> Label {
    Label(
      "'\(program) help --man NOUN' is the page of a noun, with its commands and their options.",
      vi: "'\(program) help --man DANH-TỪ' là trang của một danh từ, gồm các lệnh và tùy chọn.")
  }

  static func explained(by command: String) -> Label {
    Label("'\(command)' explains them.", vi: "'\(command)' giải thích các tùy chọn này.")
  }
}
