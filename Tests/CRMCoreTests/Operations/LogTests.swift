import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The log of operations, and the same log from one record's side.
@Suite struct LogTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  /// Returns a change as `action field: old → new, …`.
  private func text(_ change: Change) -> String {
    let fields = change.fields.map { "\($0.0.name): \(show($0.1)) → \(show($0.2))" }
    return (["\(change.action)"] + fields.sorted()).joined(separator: " ")
  }

  private func show(_ value: Value) -> String {
    switch value {
    case .null: return "∅"
    case .integer(let number): return String(number)
    case .text(let text): return text
    case .list(let ids): return "\(ids)"
    }
  }

  @Test func tellsWhatBecameOfARecord() throws {
    let id = try database.add(.customer, ["name": .text("A"), "groups": .list([1])])
    try database.edit(
      .customer, id, ["name": .text("\"B\"\n\\ \u{1}"), "groups": .list([1, 2]), "fax": .text("")])
    try database.trash(.customer, id)
    try database.undo()
    try database.edit(.customer, id, ["fax": .null])
    let history = try database.read { try OperationLog.history($0, .customer, id) }
    #expect(
      history.map(text) == [
        "add", "edit fax: ∅ →  groups: [1] → [1, 2] name: A → \"B\"\n\\ \u{1}", "trash",
        "restore", "edit fax:  → ∅",
      ])
    #expect(history.map(\.operation) == [2, 3, 4, 5, 6])
  }

  @Test func tellsWhatARemovedRecordHeld() throws {
    let id = try database.add(.tag, ["name": .text("Nóng")])
    try database.undo()
    let history = try database.read { try OperationLog.history($0, .tag, id) }
    #expect(history.map(\.action) == [.add, .remove])
    #expect(history[1].fields.contains { $0.0.name == "name" && $0.1 == .text("Nóng") })
  }

  @Test func listsOperationsNewestFirst() throws {
    try database.add(.tag, ["name": .text("A")])
    try database.add(.tag, ["name": .text("B")])
    try database.undo()
    try database.redo()
    try database.undo()
    let list = try database.read { try OperationLog.list($0, limit: nil) }
    #expect(list.map(\.number) == [6, 5, 4, 3, 2, 1])
    #expect(list.map(\.undoes) == [3, 4, 3, nil, nil, nil])
    #expect(list.map(\.undoneBy) == [nil, nil, 5, 6, nil, nil])
    #expect(list.dropLast().allSatisfy { $0.actor == "admin" && $0.command == "crm test" })
    #expect(list.map(\.changes).dropLast() == [1, 1, 1, 1, 1])
    #expect(
      try database.read { try OperationLog.list($0, limit: 2, offset: 1) }.map(\.number) == [5, 4])
    #expect(try database.read { try OperationLog.operation($0, 99) } == nil)
  }

  @Test func tellsTheChangesOfOneOperation() throws {
    let customer = try database.add(.customer, ["name": .text("A")])
    try database.addOrder(customer, on: "2026-11-20")
    let changes = try database.read { reader in
      var changes: [String] = []
      let operation = try #require(try OperationLog.operation(reader, 3))
      try OperationLog.changes(reader, of: operation) { change in
        changes.append("\(change.kind.rawValue) \(text(change))")
      }
      return changes
    }
    #expect(
      changes == [
        "order add", "customer follow last_contact: ∅ → 2026-11-20 level: new → approached",
      ])
  }

  /// A log that somebody has damaged is an error, not a crash.
  @Test(
    arguments: [
      "{", "{\"name\"", "{\"name\":[", "{\"name\":[\"A\",]}", "{\"name\":[\"A\",\"B\"]",
      "{\"name\":[\"\\u00zz\",\"B\"]}", "{\"name\":[n", "[]", "",
      "{\"name\":[99999999999999999999,1]}",
    ])
  func saysWhenTheLogIsDamaged(body: String) throws {
    let id = try database.add(.tag, ["name": .text("A")])
    try database.edit(.tag, id, ["name": .text("B")])
    try database.raw.write {
      try $0.execute(sql: "UPDATE change SET fields = ? WHERE operation = 3", arguments: [body])
    }
    let error = failure { try database.undo() }
    #expect(error?.kind == .database)
    #expect(error?.message.en.hasPrefix("the operation log is damaged") == true)
  }

  @Test func undoesALargeImport() throws {
    let before = try Dump(database)
    var text = "Mã KH,Tên khách hàng,Điện thoại,Email,Nhóm khách hàng,Nguồn\n"
    for number in 1...2000 {
      let code = String(String(number + 1_000_000).dropFirst())
      text += "KH\(code),Khách \(number),09\(10_000_000 + number),k\(number)@example.vn,"
      text += number % 2 == 0 ? "VIP; Miền Bắc,Tờ rơi\n" : "Miền Nam,Zalo\n"
    }
    let imported = try database.importText(text, .with { $0.createsMissing = true })
    #expect(imported.counts == "2000+0+0+0")
    #expect(imported.report.created.map(\.name).sorted() == ["Tờ rơi", "VIP"])
    let after = try Dump(database)
    #expect(after.tables["customer"]?.count == 2000)
    try database.undo()
    #expect(try Dump(database).differences(from: before) == [])
    try database.redo()
    #expect(try Dump(database).differences(from: after) == [])
  }
}
