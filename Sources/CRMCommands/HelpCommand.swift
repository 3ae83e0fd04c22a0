import CRMArguments
import CRMValues

/// `crm help`: the help of a topic, the man page, the reference.
enum HelpCommand {
  static let summary = Label("Explain a command", vi: "Giải thích một lệnh")

  static var command: Command<Session> {
    Command(
      ["help"], summary,
      operands: [
        Operand(
          "TOPIC", Label("A noun, perhaps with a verb", vi: "Danh từ, có thể kèm động từ"),
          arity: .many, completion: .topics)
      ],
      options: [
        Option(
          "man", Label("Print the man page of everything", vi: "In trang man của mọi lệnh")),
        Option(
          "markdown",
          Label("Print the reference of everything as Markdown", vi: "In tài liệu dạng Markdown")),
      ],
      effect: .none,
      examples: [
        Example(
          "crm help customer add",
          Label("Explains how to add a customer", vi: "Giải thích cách thêm khách hàng")),
        Example(
          "crm help --man >crm.1", Label("Saves the man page", vi: "Lưu trang man")),
      ]
    ) { invocation, session in
      let text: String
      if invocation.has("man") {
        text = session.table.manPage(
          in: session.language, version: version, chapters: ReferenceChapters.all)
      } else if invocation.has("markdown") {
        text = session.table.markdownReference(
          in: session.language, chapters: ReferenceChapters.all)
      } else {
        text = try HelpCommand.text(invocation.operands, session)
      }
      try session.put(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
  }

  /// Returns the help of a topic, as wide as the terminal, without its last line break.
  static func text(_ words: [String], _ session: Session) throws -> String {
    let text = try session.table.help(
      of: words, in: session.language, width: session.environment.width,
      style: session.hasColour ? .bold : .plain)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

/// What the man page and the reference say beside the commands.
enum ReferenceChapters {
  static var all: [Chapter] { [exitStatus, environment, files] }

  private static var exitStatus: Chapter {
    Chapter(
      Label("Exit status", vi: "Mã thoát"),
      [
        .init("0", Label("Done.", vi: "Đã xong.")),
        .init(
          "1",
          Label(
            "The request could not be carried out: not found, invalid value, rejected rows.",
            vi: "Không thực hiện được: không tìm thấy, giá trị sai, dòng bị loại.")),
        .init("2", Label("The command line is wrong.", vi: "Dòng lệnh sai.")),
        .init(
          "3",
          Label(
            "The database is missing, locked, newer than this program, or damaged.",
            vi: "Cơ sở dữ liệu không có, đang bị khóa, mới hơn chương trình, hoặc bị hỏng.")),
        .init("4", Label("The acting user may not do this.", vi: "Không có quyền.")),
        .init(
          "5",
          Label(
            "Conflict: a duplicate, a locked record, or changed meanwhile.",
            vi: "Xung đột: trùng, bản ghi bị khóa, hoặc đã bị sửa.")),
        .init("70", Label("A fault of the program.", vi: "Lỗi của chương trình.")),
      ])
  }

  private static var environment: Chapter {
    Chapter(
      Label("Environment", vi: "Biến môi trường"),
      [
        .init("CRM_DB", Label("The database, as --db.", vi: "Tệp dữ liệu, như --db.")),
        .init("CRM_USER", Label("The acting user, as --as.", vi: "Người thao tác, như --as.")),
        .init("CRM_LANG", Label("vi or en, as --lang.", vi: "vi hoặc en, như --lang.")),
        .init("CRM_TODAY", Label("The day, as --today.", vi: "Ngày hôm nay, như --today.")),
        .init(
          "CRM_PAGER, PAGER",
          Label("Shows long tables on a terminal.", vi: "Xem bảng dài trên terminal.")),
        .init("NO_COLOR", Label("No colour, if not empty.", vi: "Không tô màu, nếu khác rỗng.")),
        .init(
          "TZ", Label("The time zone, else Vietnam's.", vi: "Múi giờ, nếu không là giờ Việt Nam.")),
      ])
  }

  private static var files: Chapter {
    Chapter(
      Label("Files", vi: "Tệp"),
      [
        .init(
          "~/.local/share/crm/crm.sqlite",
          Label("The database, where nothing else is named.", vi: "Tệp dữ liệu mặc định."))
      ])
  }
}
