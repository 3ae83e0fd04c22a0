import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer viewer add|remove|list`: who may see a customer beside its owner (RULES 5.2).
enum ViewerCommands {
  static var commands: [Command<Session>] { [add, remove, list] }

  private static var add: Command<Session> {
    command(
      "add", Label("Let users see customers", vi: "Thêm người xem vào khách hàng"),
      Label("Lets lan see KH000001", vi: "Cho lan xem KH000001"))
  }

  private static var remove: Command<Session> {
    command(
      "remove", Label("Take viewers off customers", vi: "Bỏ người xem khỏi khách hàng"),
      Label("Takes lan off KH000001", vi: "Bỏ lan khỏi KH000001"))
  }

  private static func command(
    _ verb: String, _ summary: Label, _ example: Label
  ) -> Command<Session> {
    Command(
      ["customer", "viewer", verb], summary,
      details: [
        Label(
          "Operands are codes of customers and logins of users, in any order; with --where or "
            + "--view users alone.",
          vi: "Tham số là mã khách hàng và tài khoản nhân viên, thứ tự tùy ý; với --where hoặc "
            + "--view thì chỉ cần nhân viên.")
      ],
      operands: [
        Operand(
          "CODE|USER",
          Label(
            "Customers and users; - reads codes of customers",
            vi: "Khách hàng và nhân viên; - đọc mã khách hàng"),
          arity: .oneOrMore, completion: .custom("customer and user"))
      ],
      selects: .customer,

      examples: [Example("crm customer viewer \(verb) KH000001 lan", example)],
      writes: { _, session in try work(session, adds: verb == "add") }
    ).logged(
      as: verb == "add"
        ? Label("viewer added", vi: "thêm người xem") : Label("viewer removed", vi: "bỏ người xem"))
  }

  private static func work(_ session: Session, adds: Bool) throws -> Work? {
    let entity = Catalogue.entity(.customer)
    let position = try CustomerField.viewers.position
    let (customers, users) = try session.read { try split(session.invocation.operands, $0) }
    let names = try session.read { reader in try users.map { try reader.label(.user, $0) } }
      .joined(separator: ", ")
    return Work(
      on: ChosenRecords(
        .customer, session, operands: customers,
        as: {
          adds
            ? Label("Let \(names) see \($0.en)", vi: "Thêm người xem \(names) vào \($0.vi)")
            : Label("Take \(names) off \($0.en)", vi: "Bỏ người xem \(names) khỏi \($0.vi)")
        }
      )
    ) { writing, ids in
      let editing = RecordEditing(entity, writing)
      if adds { for user in users { try writing.writer.checkActive(user) } }
      let change = [(position: position, value: Value.list(users.sorted()))]
      try editing.apply(
        RecordEditing.Edit(
          changes: FieldChanges(), adding: adds ? change : [], removing: adds ? [] : change),
        to: ids)
      let what = RecordCounts.name(entity, editing.changed, editing.onlyName)
      let words = writing.tense(adds ? letting : taking)
      writing.say(
        adds ? "\(words.en) \(names) see \(what.en)." : "\(words.en) \(names) off \(what.en).",
        vi: "\(words.vi) \(names) \(adds ? "vào" : "khỏi") \(what.vi).")
    }
  }

  private static let letting = Deed("let", past: "Let", vi: "thêm người xem")
  private static let taking = Deed("take", past: "Took", vi: "bỏ người xem")

  /// Parts the operands into customers and users: what is no customer's code and names a user
  /// is a user.
  private static func split(
    _ operands: [String], _ reader: Reader
  ) throws -> (customers: [String], users: [Int64]) {
    var customers: [String] = []
    var users: [Int64] = []
    for operand in operands {
      let name = cleaned(operand)
      let ids = try reader.find(.customer, code: name) == nil ? reader.resolve(.user, name) : []
      guard ids.count == 1, let user = ids.first else {
        customers.append(operand)
        continue
      }
      if !users.contains(user) { users.append(user) }
    }
    guard users.isEmpty else { return (customers, users) }
    throw CRMError(
      .usage, "which user? None of \(operands.joined(separator: ", ")) is one",
      vi: "chưa rõ nhân viên nào: \(operands.joined(separator: ", ")) không phải nhân viên",
      hints: [
        Label(
          "Example: crm customer viewer add KH000001 lan",
          vi: "Ví dụ: crm customer viewer add KH000001 lan")
      ])
  }
}
