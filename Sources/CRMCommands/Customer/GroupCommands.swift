import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer group move|add|remove`: the groups of many customers at once (RULES 4.2).
enum GroupCommands {
  static var commands: [Command<Session>] { [move, add, remove] }

  private static func groups(
    _ name: String, _ label: Label, isRequired: Bool = true
  ) -> Option {
    Option(
      name, value: .many("GROUP", .codes(kind: Kind.group.rawValue)), label,
      necessity: isRequired ? .required : .optional, repeats: true)
  }

  private static var move: Command<Session> {
    command(
      .move, "move", Label("Move customers to other groups", vi: "Chuyển nhóm khách hàng"),
      details: [
        Label(
          "A group replaces the groups of its kind: who moves to another region keeps the age "
            + "group. A group without kind replaces none by itself: --from says which are left. With "
            + "--from only customers in one of these groups move, and leave these alone; --from all "
            + "leaves all others.",
          vi: "Nhóm mới thay các nhóm cùng loại: chuyển vùng miền thì giữ nguyên nhóm độ tuổi. "
            + "Nhóm không có loại không tự thay nhóm nào: --from chỉ rõ nhóm phải rời. Với --from "
            + "chỉ khách thuộc một trong các nhóm đó được chuyển, và chỉ bỏ các nhóm đó; --from all "
            + "là rời mọi nhóm khác.")
      ],
      options: [
        groups("to", Label("The groups to move to", vi: "Nhóm chuyển đến")),
        groups(
          "from", Label("Only out of these, or all", vi: "Chỉ chuyển từ các nhóm này, hoặc all"),
          isRequired: false),
      ],
      Example(
        "crm customer group move KH000001 KH000002 --to 'Miền Bắc'",
        Label("Another region, the age as before", vi: "Đổi vùng miền, giữ độ tuổi")))
  }

  private static var add: Command<Session> {
    command(
      .add, "add", Label("Add customers to groups", vi: "Thêm khách hàng vào nhóm"),
      options: [groups("to", Label("The groups to add to", vi: "Nhóm cần thêm vào"))],
      Example(
        "crm customer group add --where 'orders.total >= 50tr' --to VIP --yes",
        Label("All good buyers", vi: "Mọi khách mua nhiều")))
  }

  private static var remove: Command<Session> {
    command(
      .remove, "remove", Label("Take customers out of groups", vi: "Bỏ khách hàng khỏi nhóm"),
      options: [groups("from", Label("The groups to leave", vi: "Nhóm cần bỏ"))],
      Example(
        "crm customer group remove - --from 'Miền Nam' < ma.txt",
        Label("Codes from a file", vi: "Đọc mã từ tệp")))
  }

  /// Whether `--from all` is given, and no group is called so.
  private static func isAll(_ invocation: Invocation, _ reader: Reader) throws -> Bool {
    let from = invocation.values("from").map(folded)
    guard from == ["all"] || from == ["tat ca"] else { return false }
    return try reader.resolve(.group, invocation.values("from")[0]).isEmpty
  }

  private static func command(
    _ deed: GroupChange.Deed, _ verb: String, _ summary: Label, details: [Label] = [],
    options: @autoclosure @escaping @Sendable () -> [Option], _ example: Example
  ) -> Command<Session> {
    let entity = Catalogue.entity(.customer)
    return Command(
      ["customer", "group", verb], summary, details: details,
      operands: [RecordOperands.many(entity)],
      options: options(), selects: .customer,
      examples: [example],
      writes: { invocation, session in
        func named(_ option: String, _ reader: Reader) throws -> [Int64] {
          guard invocation.declares(option) else { return [] }
          return try invocation.values(option).map { try reader.one(.group, $0) }
        }
        return Work(on: ChosenRecords(.customer, session)) { writing, ids in
          let writer = writing.writer
          let editing = RecordEditing(entity, writing)
          let leavesAll = try deed == .move && isAll(invocation, writer)
          let change = try GroupChange(
            writer, deed, to: named("to", writer),
            from: leavesAll ? [] : named("from", writer), leavesAll: leavesAll)
          try editing.apply(to: ids) { try writer.changeGroups(ofCustomer: $0, change) }
          editing.report(.change(vi: deed.vietnamese))
        }
      })
  }
}

extension GroupChange.Deed {
  /// What is done to a customer, before whose name it stands.
  fileprivate var vietnamese: String {
    switch self {
    case .add: "thêm nhóm cho"
    case .remove: "bỏ nhóm của"
    case .move: "chuyển nhóm của"
    }
  }
}
