import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What follows from another record (a customer's level and last contact after an order) never
/// stands in the way of an undo.
@Suite struct UndoFollowTests {
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

  private func order(_ day: String) throws -> Int64 {
    try database.add(.order, ["customer": .integer(customer), "date": .text(day)])
    return try database.lastOperation()
  }

  @Test func anEarlierOrderIsTakenBackAndTheLaterStillCounts() throws {
    let first = try order("2026-10-01")
    let second = try order("2026-11-01")
    try database.undo(first)
    #expect(try state() == ["approached", "2026-11-01"])
    try database.undo(second)
    #expect(try state() == ["new", nil])
  }

  @Test func whatAPersonSetSinceStays() throws {
    let first = try order("2026-10-01")
    try database.edit(.customer, customer, ["level": .text("paused")])
    try database.undo(first)
    #expect(try state() == ["paused", nil])
  }

  @Test func whatAPersonSetIsTakenBackAndTheOrderStillCounts() throws {
    try database.edit(
      .customer, customer, ["level": .text("interested"), "last_contact": .text("2026-09-01")])
    let edit = try database.lastOperation()
    let first = try order("2026-10-01")
    try database.undo(edit)
    #expect(try state() == ["approached", "2026-10-01"])
    try database.undo(first)
    #expect(try state() == ["new", nil])
    try database.redo()
    #expect(try state() == ["approached", "2026-10-01"])
  }

  @Test func aDayOfAnEarlierOrderComesBack() throws {
    let late = try order("2026-11-01")
    let early = try order("2026-10-01")
    try database.undo(late)
    #expect(try state() == ["approached", "2026-10-01"])
    #expect(
      try database.read { try OperationLog.history($0, .customer, customer) }.map(\.operation)
        == [2, late, try database.lastOperation()],
      "the order that moved nothing is not told of")
    try database.undo(early)
    #expect(try state() == ["new", nil])
  }

  @Test func aContractTakenBackLeavesTheCustomerApproachedByTheOthers() throws {
    let first = try order("2026-10-01")
    try database.add(
      .contract,
      [
        "customer": .integer(customer), "name": .text("X"), "date": .text("2026-10-05"),
        "mark_signed": .integer(1),
      ])
    let contract = try database.lastOperation()
    let second = try order("2026-10-03")
    try database.undo(contract)
    #expect(try state() == ["approached", "2026-10-03"])
    try database.undo(first)
    #expect(try state() == ["approached", "2026-10-03"])
    try database.undo(second)
    #expect(try state() == ["new", nil])
  }

  /// Whatever is taken back, in whatever order, the customer is as if only the rest had been done.
  @Test(arguments: 1...8)
  func isAsIfOnlyTheRestHadBeenDone(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let deeds = (0..<7).map { _ in Deed(&random) }
    var standing: [Int64: Int] = [:]
    for (index, deed) in deeds.enumerated() {
      if try deed.isDone(database, customer) { standing[try database.lastOperation()] = index }
    }
    while let number = standing.keys.sorted().randomElement(using: &random) {
      // What people set over each other is a conflict, and not the question here.
      guard (try? database.undo(number)) != nil else { break }
      standing[number] = nil
      let other = try TemporaryDatabase()
      let twin = try other.add(.customer, ["name": .text("A")])
      for index in standing.values.sorted() { _ = try deeds[index].isDone(other, twin) }
      let wanted = try other.read { try $0.record(.customer, twin) }
      #expect(
        try state() == [wanted?["level"].text, wanted?["last_contact"].text],
        "seed \(seed), \(standing.values.sorted().map { deeds[$0] })")
    }
  }

  /// Something that moves a customer's level or last contact.
  struct Deed {
    let kind: Kind
    let named: [String: Value]

    init(_ random: inout Seeded) {
      let month = Int.random(in: 10...11, using: &random)
      let day = Value.text("2026-\(month)-0\(Int.random(in: 1...9, using: &random))")
      switch Int.random(in: 0..<6, using: &random) {
      case 0: (kind, named) = (.order, ["date": day])
      case 1: (kind, named) = (.contract, ["name": .text("X"), "date": day])
      case 2:
        (kind, named) = (
          .contract, ["name": .text("X"), "date": day, "mark_signed": .integer(1)]
        )
      case 3:
        (kind, named) = (
          .transaction, ["name": .text("X"), "date": day, "status": .text("done")]
        )
      case 4:
        let levels = ["new", "interested", "paused", "other"]
        (kind, named) = (
          .customer, ["level": .text(levels.randomElement(using: &random) ?? "new")]
        )
      default: (kind, named) = (.customer, ["last_contact": day])
      }
    }

    /// Does it; false where it changes nothing.
    func isDone(_ database: TemporaryDatabase, _ customer: Int64) throws -> Bool {
      guard kind != .customer else { return try database.edit(.customer, customer, named) }
      try database.add(kind, named.merging(["customer": .integer(customer)]) { own, _ in own })
      return true
    }
  }

  @Test func theOnlyOrderTakenBackLeavesTheCustomerAsBefore() throws {
    try database.undo(try order("2026-10-01"))
    #expect(try state() == ["new", nil])
  }
}
