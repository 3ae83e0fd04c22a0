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
          "TOPIC",
          Label(
            "A noun, perhaps with a verb; or a topic such as filters",
            vi: "Danh từ, có thể kèm động từ; hoặc chủ đề như filters"),
          arity: .many, completion: .topics)
      ],
      options: [
        Option(
          "search", value: .one("WORDS"),
          Label(
            "Find commands by words of either language",
            vi: "Tìm lệnh theo từ tiếng Việt hoặc tiếng Anh")),
        Option(
          "man",
          Label(
            "Print the man page of the program, or of a noun",
            vi: "In trang man của chương trình, hoặc của một danh từ")),
        Option(
          "markdown",
          Label("Print the reference of everything as Markdown", vi: "In tài liệu dạng Markdown")),
      ],

      examples: [
        Example(
          "crm help customer add",
          Label("Explains how to add a customer", vi: "Giải thích cách thêm khách hàng")),
        Example(
          "crm help filters",
          Label("What --where understands", vi: "Những gì --where hiểu được")),
        Example(
          "crm help khách hàng",
          Label("What there is for customers", vi: "Các lệnh về khách hàng")),
        Example(
          "crm help --search 'chuyển nhóm'",
          Label("How to move customers to another group", vi: "Tìm lệnh chuyển nhóm")),
        Example(
          "crm help --man >crm.1", Label("Saves the man page", vi: "Lưu trang man")),
        Example(
          "crm help --man customer",
          Label("The man page of one noun", vi: "Trang man của một danh từ")),
      ],
      runs: { invocation, session in
        let text: String
        if let words = invocation.value("search") {
          guard !cleaned(words).isEmpty else {
            throw CRMError(.usage, "--search is empty", vi: "--search bị trống")
          }
          if let other = ["man", "markdown"].first(where: invocation.has) {
            throw CRMError(
              .usage, "--search and --\(other) do not go together",
              vi: "--search không dùng cùng --\(other)")
          }
          text = try HelpCommand.found(words, session)
        } else if invocation.has("man") {
          text = try HelpCommand.manPage(invocation.operands, session)
        } else if invocation.has("markdown") {
          text = session.table.markdownReference(in: session.language)
        } else {
          text = try HelpCommand.text(invocation.operands, session)
        }
        try session.put(styled: text.hasSuffix("\n") ? String(text.dropLast()) : text)
      })
  }

  /// Returns the commands that words are about.
  private static func found(_ words: String, _ session: Session) throws -> String {
    let found = session.table.commands(about: words)
    guard !found.isEmpty else {
      throw CRMError(
        .request, "no command is about “\(words)”", vi: "không có lệnh nào về “\(words)”",
        hints: [Label("All of them: crm help", vi: "Xem tất cả: crm help")])
    }
    return session.table.list(
      found, in: session.language, width: session.environment.width)
  }

  /// Returns the man page of the program, or of one noun.
  private static func manPage(_ topic: [String], _ session: Session) throws -> String {
    let table = session.table
    guard !topic.isEmpty else { return table.manPage(in: session.language, version: version) }
    let words = table.topic(saidAs: topic) ?? topic
    guard let word = words.first, table.group(named: word) != nil else {
      _ = try table.help(of: topic, in: session.language)
      let typed = topic.joined(separator: " ")
      throw CRMError(
        .request, "there is no man page of “\(typed)”", vi: "không có trang man về “\(typed)”",
        hints: [
          Label(
            "There is one of the program and of each noun; read this with: crm help \(typed)",
            vi: "Trang man có cho cả chương trình và cho từng loại bản ghi; đọc mục này bằng: crm "
              + "help \(typed)")
        ])
    }
    return table.manPage(ofNoun: word, in: session.language, version: version)
  }

  /// Returns what `crm` alone shows.
  static func firstSteps(_ session: Session) -> String {
    let text = FirstSteps.text(
      session.language, width: session.environment.width,
      style: session.hasColour ? .bold : .plain)
    return String(text.dropLast())
  }

  /// Returns the help of a topic, as wide as the terminal, without its last line break.
  static func text(_ words: [String], _ session: Session) throws -> String {
    let text = try session.table.help(
      of: words, in: session.language, width: session.environment.width,
      style: session.hasColour ? .bold : .plain)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
