import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm search WORDS…` and `crm NOUN search WORDS…`: full text, case and marks left out,
/// records with the marks as typed first.
enum SearchCommand {
  static let summary = Label(
    "Find records by any words in them", vi: "Tìm bản ghi theo từ bất kỳ")

  /// - Parameter kind: the noun it stands under; nil for the top-level verb.
  static func command(_ kind: Kind?) -> Command<Session> {
    Command(
      kind.map { [$0.rawValue, "search"] } ?? ["search"], summary,
      details: [
        Label(
          "Every word must occur; the last may be the beginning of one. Case and Vietnamese "
            + "marks do not count, but what has them as typed comes first.",
          vi: "Phải có đủ các từ; từ cuối có thể gõ dở. Không phân biệt hoa thường và dấu, nhưng "
            + "kết quả đúng dấu đứng trước.")
      ],
      operands: [
        Operand("WORDS", Label("The words", vi: "Các từ cần tìm"), arity: .oneOrMore)
      ],
      options: kind.map { ListCommand.selecting($0) + Listing.options($0) }
        ?? [limit] + GlobalOptions.format,

      examples: [
        Example(
          "crm \(kind.map { "\($0.rawValue) " } ?? "")search nguyen duc",
          Label("Finds Nguyễn Đức too", vi: "Tìm được cả Nguyễn Đức"))
      ],
      reads: { invocation, session in
        let words = cleaned(invocation.operands.joined(separator: " "))
        return Look { reader in
          guard let kind else { return try everywhere(words, session, reader) }
          var query = try Selection.query(kind, session, reader) ?? Query(kind)
          query.words = words
          try Listing.put(
            query, columns: try ListCommand.viewColumns(kind, session, reader), session, reader)
        }
      })
  }

  private static let limit = Option(
    "limit", value: .one("N"),
    Label("At most so many of each kind (20)", vi: "Nhiều nhất N bản ghi mỗi loại (20)"))

  private static let columns: [RowColumn] = [
    RowColumn(
      "kind",
      .choice(SearchHits.kinds.map { Choice($0.rawValue, Catalogue.entity($0).label) }),
      Label("Kind", vi: "Loại")),
    RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true),
    RowColumn("name", .text, Label("Name", vi: "Tên"), stays: true),
    RowColumn("match", .text, Label("Found in", vi: "Tìm thấy ở")),
  ]

  private static func everywhere(
    _ words: String, _ session: Session, _ reader: Reader
  ) throws {
    let limit = try session.invocation.integer("limit", in: 1...1_000_000) ?? 20
    let hits = SearchHits(words, session, reader)
    for kind in SearchHits.kinds { try hits.add(kind, limit: limit) }
    if try session.outputForm() == .table, hits.rows.isEmpty {
      return session.say("nothing found", vi: "không tìm thấy gì")
    }
    try session.putRows(hits.rows, columns, key: "search", title: summary)
    for kind in hits.unfinished {
      let line =
        "crm \(kind.rawValue) search \(words.hasPrefix("-") ? "-- " : "")\(shellWord(words))"
      session.say("There are more: \(line)", vi: "Còn nữa: \(line)")
    }
  }
}
