import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Transfers and shares as rows of a table.
final class TransferTexts {
  static let actions = [
    Choice("transfer", Label("Transfer", vi: "Chuyển chủ sở hữu")),
    Choice("take", Label("Taken from the common ones", vi: "Nhận khách hàng chung")),
    Choice("share", Label("Share", vi: "Chia sẻ")),
    Choice("unshare", Label("End of a share", vi: "Thôi chia sẻ")),
    Choice("viewer", Label("Viewer added", vi: "Thêm người xem")),
    Choice("unviewer", Label("Viewer removed", vi: "Bỏ người xem")),
  ]

  private static let number = RowColumn("number", .integer, Label("Number", vi: "Số"))
  private static let time = RowColumn("time", .instant, Label("Time", vi: "Thời gian"))
  private static let action = RowColumn(
    "action", .choice(actions), Label("Action", vi: "Hành động"))
  private static let by = RowColumn(
    "by", .text, Label("By", vi: "Người chuyển"),
    short: Label("By", vi: "Ai chuyển"))
  private static let from = RowColumn("from", .text, Label("Former owner", vi: "Chủ cũ"), yields: 1)
  private static let to = RowColumn("to", .text, Label("To", vi: "Người nhận"), stays: true)
  private static let rights = RowColumn(
    "rights", .choice(ShareCommand.rightsChoices), Label("Rights", vi: "Quyền"), yields: 2)
  private static let count = RowColumn(
    "customers", .integer, Label("Customers", vi: "Khách hàng"), short: Label("No.", vi: "Khách"),
    stays: true)
  private static let undoneBy = RowColumn(
    "undone_by", .integer, Label("Undone by", vi: "Hoàn tác bởi"),
    short: Label("Undone", vi: "Hoàn tác"), stays: true)

  static let columns = [number, time, action, by, from, to, rights, count, undoneBy]

  private static let customerColumns = [
    RowColumn("code", .code, Label("Code", vi: "Mã khách hàng")),
    RowColumn("name", .text, Label("Name", vi: "Tên khách hàng")), action, from, to, rights,
  ]

  private let session: Session
  private let reader: Reader
  private var users: [Int64: String] = [:]
  private var principals: [Principal: String] = [:]

  init(_ session: Session, _ reader: Reader) {
    self.session = session
    self.reader = reader
  }

  /// Returns a line of the history.
  func row(_ entry: TransferEntry) throws -> [Value] {
    [
      .integer(entry.operation), .integer(entry.time), .text(entry.action.rawValue),
      .text(entry.actor), list(try entry.from.map(user)), list(try entry.to.map(name)),
      entry.rights.map(Value.text) ?? .null, .integer(entry.count),
      entry.undoneBy.map(Value.integer) ?? .null,
    ]
  }

  private func list(_ names: [String]) -> Value {
    names.isEmpty ? .null : .text(names.joined(separator: ", "))
  }

  /// Writes the customers of an operation; they stream, as there may be all of them.
  func putCustomers(of number: Int64) throws {
    let operation = try TransferLog.operation(reader, number)
    let form = try session.outputForm()
    let style = session.style(form)
    let writer = try session.openRows(
      form, TransferTexts.customerColumns, key: "customers",
      title: Label("Customers", vi: "Khách hàng"))
    try TransferLog.customers(reader, of: operation) { customer, transfer in
      let record = try reader.record(.customer, customer)
      let cells = try cells(transfer)
      let row: [Value] = [
        record?["code"] ?? .text(String(customer)), record?["name"] ?? .null, cells.action,
        cells.from, cells.to, cells.rights,
      ]
      try writer.write(
        zip(TransferTexts.customerColumns, row).map { $0.kind.cell($1, style) })
    }
    try writer.finish()
  }

  private func cells(
    _ transfer: Transfer
  ) throws -> (action: Value, from: Value, to: Value, rights: Value) {
    (
      .text(transfer.action.rawValue), try transfer.from.map { .text(try user($0)) } ?? .null,
      try transfer.to.map { .text(try name($0)) } ?? .null,
      transfer.rights.map(Value.text) ?? .null
    )
  }

  private func user(_ id: Int64) throws -> String {
    if let known = users[id] { return known }
    let login = try reader.label(.user, id)
    users[id] = login
    return login
  }

  /// A user by the login alone, others as they are typed.
  private func name(_ principal: Principal) throws -> String {
    if case .user(let id) = principal { return try user(id) }
    if let known = principals[principal] { return known }
    let text = try reader.text(of: principal)
    principals[principal] = text
    return text
  }
}
