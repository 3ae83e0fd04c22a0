import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Comments as people read them on a terminal: who, when, about whom, and the whole text below.
enum ConversationText {
  /// Whether nobody asked for columns, a count or another form.
  static func isAsked(_ session: Session) throws -> Bool {
    let invocation = session.invocation
    return try session.outputForm() == .table
      && !["format", "columns", "count", "view"].contains(where: invocation.has)
  }

  private static let paths = [
    "created", "author", "author.name", "customer", "customer.name", "code", "exchange", "likes",
    "text",
  ]
  private static let indent = "  "

  /// Writes the comments that a query finds.
  static func put(_ query: Query, _ session: Session, _ reader: Reader) throws {
    var query = query
    try Listing.apply(session, to: &query)
    let style = session.style(.table)
    let columns = try reader.columns(paths, of: query.kind)
    let sink = PagedSink.of(session.environment)
    var isWhole = false
    defer { if !isWhole { sink.discard() } }
    var isFirst = true
    try reader.rows(query, columns) { _, values in
      let texts = zip(columns, values).map { terminalText($0.kind.cell($1, style).text) }
      if !isFirst { try put("", sink) }
      isFirst = false
      let lines = CellLines.of(
        head(texts, isExchange: values[6].integer == 1, session), width: session.screenWidth, .wraps
      )
      for line in lines { try put(line, sink, isBold: session.hasColour) }
      let width = session.screenWidth - indent.count
      for paragraph in paragraphs(values[8].text ?? "") {
        for line in CellLines.of(terminalText(paragraph), width: width, .wraps) {
          try put(line.isEmpty ? "" : indent + line, sink)
        }
      }
    }
    guard !isFirst else { return session.say(Listing.none(Catalogue.entity(query.kind))) }
    isWhole = true
    try sink.commit()
  }

  /// The lines of a text, blank ones between them, too.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.allSatisfy(\.isWhitespace) ? "" : String($0)
    }
  }

  /// The line above a comment.
  private static func head(_ texts: [String], isExchange: Bool, _ session: Session) -> String {
    let author = texts[2].isEmpty ? texts[1] : texts[2]
    var parts = [texts[0], author, ScreenCell(texts[4], code: texts[3]).full, texts[5]]
    if isExchange { parts.append(session.text(Label("with the customer", vi: "với khách"))) }
    if !texts[7].isEmpty {
      parts.append(session.text(Label("liked by \(texts[7])", vi: "\(texts[7]) thích")))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A line is bold by itself, so that a pager that shows only some of them shows those right.
  private static func put(
    _ line: String, _ sink: any ByteSink, isBold: Bool = false
  ) throws {
    var text = isBold ? line : line + "\n"
    if isBold { try sink.put(.bold) }
    try text.withUTF8 { try sink.write(UnsafeRawBufferPointer($0)) }
    guard isBold else { return }
    try sink.put(.plain)
    try put("", sink)
  }
}
