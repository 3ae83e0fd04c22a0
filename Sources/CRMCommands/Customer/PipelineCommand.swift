import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer pipeline`: how many customers stand at each relationship (RULES 4.7).
enum PipelineCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "pipeline"],
      Label("Count the customers of each relationship", vi: "Khách hàng theo mối quan hệ"),
      details: [
        Label(
          "In the order of the relationships (their position), customers without one last. On a "
            + "terminal with bars.",
          vi: "Theo thứ tự của các mối quan hệ, khách chưa có mối quan hệ đứng cuối. Trên màn hình "
            + "có biểu đồ.")
      ],
      options: CustomerReach.options + GlobalOptions.format,
      examples: [
        Example("crm customer pipeline", Label("Of all customers", vi: "Mọi khách hàng")),
        Example(
          "crm customer pipeline --unassigned --json",
          Label(
            "Of those without owner, for a program",
            vi: "Khách chưa có chủ sở hữu, dạng "
              + "JSON")),
      ],
      reads: { _, session in Look(reporting: .customer) { try run(session, $0) } })
  }

  private static let columns: [RowColumn] = [
    RowColumn("relationship", .text, Label("Relationship", vi: "Mối quan hệ")),
    RowColumn("customers", .integer, Label("Customers", vi: "Số khách hàng")),
    RowColumn("percent", .percent, Label("Share", vi: "Tỷ lệ")),
  ]

  private static func run(_ session: Session, _ reader: Reader) throws {
    let found = try reader.counts(
      try CustomerReach.query(session, reader), by: "relationship")
    var counts: [Int64: Int] = [:]
    var without = 0
    for (value, count) in found {
      if let id = value.integer { counts[id] = count } else { without += count }
    }
    let all = counts.values.reduce(without, +)
    func row(_ name: Value, _ count: Int) -> [Value] {
      [name, .integer(Int64(count)), CustomerReach.percent(count, of: all)]
    }
    var steps = Query(.relationship)
    steps.sort = Query.Sort.list("position,code")
    var ids = try reader.ids(steps)
    // One in the trash may still be that of customers.
    ids += counts.keys.filter { !ids.contains($0) }.sorted()
    var rows = try ids.map { row(.text(try reader.label(.relationship, $0)), counts[$0] ?? 0) }
    if without > 0 {
      let none = session.text(Label("(none)", vi: "(chưa có)"))
      let isForPrograms = try session.style(session.outputForm()).audience == .programs
      rows.append(row(isForPrograms ? .null : .text(none), without))
    }
    try session.putBars(
      rows, columns, of: "customers", key: "pipeline",
      title: Label("Customers by relationship", vi: "Khách hàng theo mối quan hệ"))
  }
}
