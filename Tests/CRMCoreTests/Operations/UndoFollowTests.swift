import CRMCatalogue
import CRMValues
import Testing

@testable import CRMCore

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
    #expect(try state() == ["approached", "2026-10-01"])
  }

  @Test func whatAPersonSetSinceStays() throws {
    let first = try order("2026-10-01")
    try database.edit(.customer, customer, ["level": .text("paused")])
    try database.undo(first)
    #expect(try state() == ["paused", nil])
  }

  @Test func theOnlyOrderTakenBackLeavesTheCustomerAsBefore() throws {
    try database.undo(try order("2026-10-01"))
    #expect(try state() == ["new", nil])
  }
}
