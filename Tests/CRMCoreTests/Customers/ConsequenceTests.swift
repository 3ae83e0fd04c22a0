import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What dealings do to their customer: level (RULES 4.3) and last contact (RULES 10.5).
@Suite struct ConsequenceTests {
  let database: TemporaryDatabase
  let customer: Int64

  init() throws {
    database = try TemporaryDatabase()
    customer = try database.add(.customer, ["name": .text("A")])
  }

  private func state() throws -> [String?] {
    let record = try database.read { try $0.record(.customer, customer) }
    return [record?["level"].text, record?["last_contact"].text]
  }

  @Test func startsNewAndWithoutContact() throws {
    #expect(try state() == ["new", nil])
  }

  /// Something added on a day with a status, and what becomes of the customer. The test's day
  /// is 2026-11-22.
  @Test(
    arguments: [
      (Kind.order, "2026-11-10", "confirmed", "approached", "2026-11-10"),
      (.order, "2026-11-10", "draft", "approached", "2026-11-10"),
      (.order, "2026-12-10", "confirmed", "approached", "2026-11-22"),
      (.transaction, "2026-11-10", "planned", "approached", nil),
      (.transaction, "2026-11-10", "doing", "approached", nil),
      (.transaction, "2026-11-10", "cancelled", "approached", nil),
      (.transaction, "2026-11-10", "done", "approached", "2026-11-10"),
      (.transaction, "2026-12-10", "done", "approached", "2026-11-22"),
      (.contract, "2026-11-10", "active", "approached", "2026-11-10"),
      (.contract, "2026-11-10", "draft", "approached", "2026-11-10"),
      (.contract, "2026-12-10", "active", "approached", "2026-11-22"),
      (.careCard, "2026-11-10", "planned", "new", nil),
      (.careCard, "2026-11-10", "doing", "new", nil),
      (.careCard, "2026-11-10", "cancelled", "new", nil),
      (.careCard, "2026-11-10", "done", "new", "2026-11-10"),
      (.careCard, "2026-12-10", "done", "new", "2026-11-22"),
    ] as [(Kind, String, String, String, String?)])
  func drawsOnAdding(
    kind: Kind, day: String, status: String, level: String, contact: String?
  ) throws {
    try add(kind, day, status)
    #expect(try state() == [level, contact])
  }

  @discardableResult
  private func add(_ kind: Kind, _ day: String, _ status: String) throws -> Int64 {
    try database.add(
      kind,
      [
        "customer": .integer(customer), "name": .text("X"), "status": .text(status),
        kind == .careCard ? "care_date" : "date": .text(day),
      ])
  }

  @Test func hasNoConsequencesForOthers() throws {
    try database.add(.contact, ["customer": .integer(customer), "name": .text("C")])
    try database.add(.customer, ["name": .text("B"), "referrer": .integer(customer)])
    #expect(try state() == ["new", nil])
  }

  /// The last contact is what people typed, until a later event moves it on; nothing else does.
  @Test func movesOnByNothingElse() throws {
    let user = try database.add(.user, ["code": .text("lan"), "name": .text("Lan")])
    try database.edit(.customer, customer, ["last_contact": .text("2026-11-02")])
    let order = try add(.order, "2026-11-03", "confirmed")
    let contract = try add(.contract, "2026-11-03", "active")
    let card = try add(.careCard, "2026-11-03", "planned")
    #expect(try state()[1] == "2026-11-03")
    try database.edit(.order, order, ["date": .text("2026-11-20"), "status": .text("delivered")])
    try database.edit(.contract, contract, ["date": .text("2026-11-20"), "value": .integer(1)])
    try database.edit(.careCard, card, ["next_care_date": .text("2026-11-20")])
    try database.edit(
      .customer, customer, ["owner": .integer(user), "viewers": .list([user])])
    try database.write { writer in
      _ = try writer.share(.customer, customer, with: .everybody, rights: "edit")
    }
    try database.trash(.order, order)
    try database.restore(.order, order)
    #expect(try state()[1] == "2026-11-03")
    // What people type counts, also where it is earlier.
    try database.edit(.customer, customer, ["last_contact": .text("2026-11-01")])
    #expect(try state()[1] == "2026-11-01")
  }

  @Test(arguments: [Kind.transaction, .careCard])
  func movesOnWhenDone(kind: Kind) throws {
    let id = try add(kind, "2026-11-10", "planned")
    #expect(try state()[1] == nil)
    try database.edit(kind, id, ["status": .text("doing")])
    #expect(try state()[1] == nil)
    try database.edit(kind, id, ["status": .text("done")])
    #expect(try state()[1] == "2026-11-10")
    // Done already: nothing new has happened.
    try database.edit(
      kind, id, [kind == .careCard ? "care_date" : "date": .text("2026-11-12")])
    #expect(try state()[1] == "2026-11-10")
  }

  @Test func neverMovesBack() throws {
    try add(.order, "2026-11-10", "confirmed")
    try add(.order, "2026-11-05", "confirmed")
    #expect(try state()[1] == "2026-11-10")
    try database.edit(.customer, customer, ["last_contact": .text("2026-11-20")])
    try add(.transaction, "2026-11-15", "done")
    #expect(try state()[1] == "2026-11-20")
    try add(.transaction, "2026-11-21", "done")
    #expect(try state()[1] == "2026-11-21")
  }

  @Test func takesTheLatestOfOneOperation() throws {
    try database.write { writer in
      for day in ["2026-11-03", "2026-11-18", "2026-11-09"] {
        try writer.add(
          .order,
          Catalogue.entity(.order).values([
            "customer": .integer(customer), "date": .text(day),
          ]))
      }
    }
    #expect(try state() == ["approached", "2026-11-18"])
    let changes = try database.read { try OperationLog.history($0, .customer, customer) }
    #expect(changes.map(\.action) == [.add, .follow], "drawn once a customer")
  }

  @Test(
    arguments: [
      ("new", "approached"), ("interested", "approached"), ("paused", "approached"),
      ("other", "approached"), ("approached", "approached"), ("signed", "signed"),
    ])
  func approachesFromEveryLevelButSigned(before: String, after: String) throws {
    try database.edit(.customer, customer, ["level": .text(before)])
    try add(.transaction, "2026-11-10", "planned")
    #expect(try state()[0] == after)
  }

  @Test(arguments: ["new", "interested", "paused", "other", "approached", "signed"])
  func signsFromEveryLevel(before: String) throws {
    try database.edit(.customer, customer, ["level": .text(before)])
    try sign("2026-11-10")
    #expect(try state() == ["signed", "2026-11-10"])
  }

  @discardableResult
  private func sign(_ day: String) throws -> Int64 {
    try database.add(
      .contract,
      [
        "customer": .integer(customer), "name": .text("X"), "date": .text(day),
        "mark_signed": .integer(1),
      ])
  }

  @Test func staysSignedWhateverComes() throws {
    try sign("2026-11-10")
    for kind in [Kind.order, .transaction, .contract] { try add(kind, "2026-11-12", "cancelled") }
    #expect(try state() == ["signed", "2026-11-12"])
  }

  @Test func returnsFromSignedWhereTheSettingLetsIt() throws {
    try database.write { try $0.set(Setting.signedReturns.declared, to: "yes") }
    try sign("2026-11-10")
    #expect(try state()[0] == "signed")
    let order = try add(.order, "2026-11-12", "confirmed")
    #expect(try state()[0] == "approached")
    try database.write { try $0.remove(.order, order) }
    try sign("2026-11-10")
    try add(.transaction, "2026-11-12", "planned")
    try database.undo()
    #expect(try state()[0] == "signed")
  }

  @Test func signsWhenTheContractIsMarkedLater() throws {
    let id = try add(.contract, "2026-11-10", "draft")
    #expect(try state()[0] == "approached")
    try database.edit(.contract, id, ["mark_signed": .integer(1)])
    #expect(try state()[0] == "signed")
    try database.edit(.customer, customer, ["level": .text("paused")])
    try database.edit(.contract, id, ["status": .text("active")])
    #expect(try state()[0] == "paused", "only the mark itself does it")
  }

  /// Signed wins within one operation, in either order.
  @Test(arguments: [[0, 1], [1, 0]])
  func signsAmongOthers(marks: [Int64]) throws {
    try database.write { writer in
      for mark in marks {
        try writer.add(
          .contract,
          Catalogue.entity(.contract).values([
            "customer": .integer(customer), "name": .text("X"), "mark_signed": .integer(mark),
          ]))
      }
    }
    #expect(try state()[0] == "signed")
  }

  @Test func leavesTheLevelToThePersonWhoSetsIt() throws {
    let id = try add(.transaction, "2026-11-10", "planned")
    try database.edit(.customer, customer, ["level": .text("interested")])
    try database.edit(.transaction, id, ["status": .text("done")])
    #expect(try state() == ["interested", "2026-11-10"])
    try database.trash(.transaction, id)
    try database.restore(.transaction, id)
    #expect(try state() == ["interested", "2026-11-10"])
  }

  @Test func isUndoneWithItsCause() throws {
    try add(.order, "2026-11-10", "confirmed")
    try database.undo()
    #expect(try state() == ["new", nil])
    try database.redo()
    #expect(try state() == ["approached", "2026-11-10"])
  }
}
