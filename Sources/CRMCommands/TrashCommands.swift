import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm trash list|restore|empty`.
enum TrashCommands {
  static let summary = Label("What was deleted", vi: "Thùng rác")

  static var commands: [Command<Session>] { [list, restore, empty] }

  static let kindOption = Option(
    "kind",
    value: .one(
      "KIND", .choices(Catalogue.nouns.map { .init($0.rawValue, Catalogue.entity($0).plural) })),
    Label("Only this kind of record", vi: "Chỉ loại bản ghi này"))

  /// Returns the kinds of `--kind`, all where it is not given.
  static func kinds(_ invocation: Invocation) throws -> [Kind] {
    guard let word = try invocation.choice("kind") else { return Catalogue.nouns }
    return Catalogue.noun(word).map { [$0] } ?? []
  }

  private static var list: Command<Session> {
    Command(
      ["trash", "list"], Label("List what is in the trash", vi: "Liệt kê thùng rác"),
      options: [kindOption] + GlobalOptions.format,
      examples: [
        Example(
          "crm trash list --kind customer",
          Label("Lists deleted customers", vi: "Liệt kê khách hàng đã xóa"))
      ],
      reads: { invocation, session in
        let kinds = try kinds(invocation)
        return Look { reader in
          var rows: [[Value]] = []
          try reader.trash(kinds) { record in
            rows.append([
              .text(record.kind.rawValue), .text(record.code),
              record.name.isEmpty ? .null : .text(record.name), .integer(record.time),
              .text(record.actor), .integer(record.operation),
            ])
          }
          try session.putRows(rows, columns, key: "trash", title: summary)
        }
      })
  }

  private static let columns = [
    RowColumn.kind,
    RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true),
    RowColumn("name", .text, Label("Name", vi: "Tên"), stays: true),
    RowColumn("deleted", .instant, Label("Deleted", vi: "Ngày xóa")),
    RowColumn("by", .text, Label("By", vi: "Người xóa")),
    RowColumn("operation", .integer, Label("Operation", vi: "Thao tác")),
  ]

  private static var restore: Command<Session> {
    Command(
      ["trash", "restore"],
      Label("Take records out of the trash", vi: "Khôi phục bản ghi từ thùng rác"),
      operands: [
        Operand(
          "CODE",
          Label(
            "Codes or names in the trash; - reads them from standard input",
            vi: "Mã hoặc tên trong thùng rác; - đọc từ đầu vào chuẩn"),
          arity: .oneOrMore, completion: .custom("trash"))
      ],
      options: [kindOption],

      examples: [
        Example(
          "crm trash restore KH000001",
          Label("Takes KH000001 out of the trash", vi: "Khôi phục KH000001"))
      ],
      writes: { invocation, session in
        try RestoreCommand.work(try kinds(invocation), session)
      })
  }

  private static var empty: Command<Session> {
    Command(
      ["trash", "empty"],
      Label("Destroy what is in the trash, for good", vi: "Xóa vĩnh viễn thùng rác"),
      details: [
        Label(
          "Asks for the kind's name (“all” without --kind). Records that others still refer to "
            + "stay. This cannot be undone.",
          vi: "Hỏi lại tên loại bản ghi (“all” nếu không có --kind). Bản ghi còn được bản ghi "
            + "khác dùng thì giữ lại. Không hoàn tác được.")
      ],
      options: [
        kindOption
      ],

      examples: [
        Example(
          "crm trash empty --kind customer --confirm customer",
          Label("Destroys all deleted customers", vi: "Xóa vĩnh viễn khách hàng đã xóa"))
      ],
      destroys: { invocation, session in try TrashEmptying(session, try kinds(invocation)).work() })
  }
}
