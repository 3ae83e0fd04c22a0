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
          "man",
          Label(
            "Print the man page of everything",
            vi: "In trang hướng dẫn (man) của mọi "
              + "lệnh")),
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
          "crm help --man >crm.1", Label("Saves the man page", vi: "Lưu trang hướng dẫn (man)")),
      ],
      runs: { invocation, session in
        let text: String
        if invocation.has("man") {
          text = session.table.manPage(in: session.language, version: version)
        } else if invocation.has("markdown") {
          text = session.table.markdownReference(in: session.language)
        } else {
          text = try HelpCommand.text(invocation.operands, session)
        }
        try session.put(styled: text.hasSuffix("\n") ? String(text.dropLast()) : text)
      })
  }

  /// Returns the help of a topic, as wide as the terminal, without its last line break.
  static func text(_ words: [String], _ session: Session) throws -> String {
    let text = try session.table.help(
      of: words, in: session.language, width: session.environment.width,
      style: session.hasColour ? .bold : .plain)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
