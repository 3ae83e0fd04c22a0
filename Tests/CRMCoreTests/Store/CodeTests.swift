import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Codes are unique within the kind, generated above all that were ever typed, never reused.
@Suite struct CodeTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  private func add(_ code: String?, _ kind: Kind = .customer) throws -> String? {
    var named: [String: Value] = ["name": .text("A\(code ?? "")")]
    if let code { named["code"] = .text(code) }
    let id = try database.add(kind, named)
    return try database.value(kind, id, "code")?.text
  }

  /// What is typed one after the other (nil: nothing), and which code each gets.
  @Test(
    arguments: [
      ([nil, nil, nil], ["KH000001", "KH000002", "KH000003"]),
      (["KH000500", nil, nil], ["KH000500", "KH000501", "KH000502"]),
      (["KH000002", nil, nil], ["KH000002", "KH000003", "KH000004"]),
      ([nil, "kh000002", nil], ["KH000001", "kh000002", "KH000003"]),
      (["KH7", "KH-000900", "X000900", nil], ["KH7", "KH-000900", "X000900", "KH000001"]),
      (["KH1234567", nil], ["KH1234567", "KH1234568"]),
      (["KH999999", nil], ["KH999999", "KH1000000"]),
      (["KH000900A", nil], ["KH000900A", "KH000001"]),
      (["KH99999999999999999999999", nil], ["KH99999999999999999999999", "KH000001"]),
    ] as [([String?], [String])])
  func generates(typed: [String?], codes: [String]) throws {
    #expect(try typed.map { try add($0) } == codes)
  }

  @Test func numbersEachKindByItself() throws {
    #expect(try add(nil) == "KH000001")
    #expect(try add(nil, .product) == "SP000001")
    #expect(try add(nil, .transactionType) == "LGD000005", "four come with a new database")
  }

  @Test(arguments: ["KH000001", "kh000001"])
  func refusesACodeInUse(code: String) throws {
    _ = try add(nil)
    let error = failure { try add(code) }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en == "code \(code) already exists among the customers")
  }

  @Test func refusesACodeInTheTrashWithTheWayOut() throws {
    let id = try database.add(.customer, ["name": .text("A")])
    try database.trash(.customer, id)
    let error = failure { try add("KH000001") }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en == "code KH000001 belongs to a customer in the trash")
    #expect(error?.hints.first?.en.contains("crm customer restore KH000001") == true)
    #expect(try add(nil) == "KH000002")
  }

  @Test func refusesToChangeIntoATakenCode() throws {
    let first = try database.add(.customer, ["name": .text("A")])
    let second = try database.add(.customer, ["name": .text("B")])
    let third = try database.add(.customer, ["name": .text("C")])
    try database.trash(.customer, third)
    for code in ["KH000001", "kh000001", "KH000003"] {
      let error = failure { try database.edit(.customer, second, ["code": .text(code)]) }
      #expect(error?.kind == .conflict, "\(code)")
    }
    #expect(try database.edit(.customer, first, ["code": .text("kh000001")]))
    #expect(try database.edit(.customer, second, ["code": .text("KH000004")]))
    #expect(try add(nil) == "KH000005")
  }

  @Test func wantsACodeWhereNoneIsGenerated() throws {
    let error = failure { try add(nil, .user) }
    #expect(error?.kind == .request)
    #expect(error?.message.en == "user needs: Login (--code)")
  }

  @Test func usesUpNoNumberForARefusedRecord() throws {
    let phone: [String: Value] = ["name": .text("A"), "phones": .text("0912345678")]
    try database.add(.customer, phone)
    try database.write { writer in
      #expect(
        failure { try writer.add(.customer, Catalogue.entity(.customer).values(phone)) } != nil)
      let id = try writer.add(.customer, Catalogue.entity(.customer).values(["name": .text("B")]))
      #expect(try writer.record(.customer, id)?["code"] == .text("KH000002"))
    }
  }

  /// What was undone is as if it had never been (RULES 1.3); its row stays another one.
  @Test func reusesTheCodeOfAnUndoneAddition() throws {
    _ = try add(nil)
    try database.undo()
    #expect(try add(nil) == "KH000001")
    #expect(try database.rows("SELECT id FROM customer") == ["2"])
  }
}
