import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer levels`: how many customers each level has (RULES 4.4).
///
/// The sum is Tất cả = Mới + Quan tâm + Đã ký + Tạm ngừng + Khác, so that who is approached
/// counts among the others.
enum LevelsCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "levels"],
      Label("Count the customers of each level", vi: "Đếm khách hàng theo mức độ"),
      details: [
        Label(
          "Approached customers are among the others, so that the five levels add up to all.",
          vi: "Tiếp cận nằm trong Khác, nên Tất cả = Mới + Quan tâm + Đã ký + Tạm ngừng + Khác.")
      ],
      options: CustomerReach.options + GlobalOptions.format,
      examples: [
        Example(
          "crm customer levels --mine", Label("Of my customers", vi: "Khách hàng của tôi"))
      ],
      reads: { _, session in Look(reporting: .customer) { try run(session, $0) } })
  }

  private static let levels: [Choice] = [
    Choice("new", Label("New", vi: "Mới")),
    Choice("interested", Label("Interested", vi: "Quan tâm")),
    Choice("signed", Label("Signed", vi: "Đã ký")),
    Choice("paused", Label("Paused", vi: "Tạm ngừng")),
    Choice("other", Label("Other", vi: "Khác")),
    Choice("approached", Label("  of which approached", vi: "  trong đó Tiếp cận")),
    Choice("all", Label("All", vi: "Tất cả")),
  ]

  private static let columns: [RowColumn] = [
    RowColumn("level", .choice(levels), Label("Level", vi: "Mức độ")),
    RowColumn("customers", .integer, Label("Customers", vi: "Số khách hàng")),
    RowColumn("percent", .percent, Label("Share", vi: "Tỷ lệ")),
  ]

  private static func run(_ session: Session, _ reader: Reader) throws {
    let query = try CustomerReach.query(session, reader)
    var counts: [String: Int] = [:]
    var all = 0
    for (value, count) in try reader.counts(query, by: "level") {
      all += count
      let level = value.text ?? "other"
      counts[level, default: 0] += count
      if level == "approached" { counts["other", default: 0] += count }
    }
    counts["all"] = all
    let rows = levels.map { level -> [Value] in
      let count = counts[level.key] ?? 0
      return [
        .text(level.key), .integer(Int64(count)), CustomerReach.percent(count, of: all),
      ]
    }
    try session.putRows(
      rows, columns, key: "levels", title: Label("Customers by level", vi: "Khách hàng theo mức độ")
    )
  }
}
