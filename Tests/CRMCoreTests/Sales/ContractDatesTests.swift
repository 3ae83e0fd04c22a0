import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// A contract without an expiry date gets it from its term (RULES 9.7).
@Suite struct ContractDatesTests {
  let database: TemporaryDatabase
  let customer: Int64

  init() throws {
    database = try TemporaryDatabase()
    customer = try database.add(.customer, ["name": .text("A")])
  }

  private func add(_ named: [String: Value]) throws -> Int64 {
    try database.add(
      .contract,
      named.merging(["customer": .integer(customer), "name": .text("X")]) { own, _ in own })
  }

  private func expiry(_ id: Int64) throws -> String? {
    try database.value(.contract, id, "expiry_date")?.text
  }

  /// Signing day, day in force, expiry day, term, and the expiry day that comes of them.
  @Test(
    arguments: [
      ("2026-01-01", nil, nil, nil, nil),
      ("2026-01-01", nil, nil, 12, "2027-01-01"),
      ("2026-01-01", "2026-02-15", nil, 6, "2026-08-15"),
      ("2026-01-01", "2026-01-31", nil, 1, "2026-02-28"),
      ("2027-01-01", "2027-08-31", nil, 6, "2028-02-29"),
      ("2026-01-01", "2026-02-15", "2030-01-01", 6, "2030-01-01"),
      ("2026-01-01", nil, "2026-01-01", nil, "2026-01-01"),
    ] as [(String, String?, String?, Int64?, String?)])
  func endsAfterItsTerm(
    signed: String, effective: String?, expiry: String?, term: Int64?, wanted: String?
  ) throws {
    let id = try add([
      "date": .text(signed), "effective_date": effective.map(Value.text) ?? .null,
      "expiry_date": expiry.map(Value.text) ?? .null, "term": term.map(Value.integer) ?? .null,
    ])
    #expect(try self.expiry(id) == wanted)
  }

  @Test func movesWithWhatItFollowedFrom() throws {
    let id = try add(["date": .text("2026-01-01"), "term": .integer(12)])
    try database.edit(.contract, id, ["term": .integer(24)])
    #expect(try expiry(id) == "2028-01-01")
    try database.edit(.contract, id, ["effective_date": .text("2026-03-01")])
    #expect(try expiry(id) == "2028-03-01")
    try database.undo()
    #expect(try expiry(id) == "2028-01-01")
    try database.edit(.contract, id, ["expiry_date": .text("2029-06-30")])
    try database.edit(.contract, id, ["term": .integer(6)])
    #expect(try expiry(id) == "2029-06-30", "a typed date stays")
    try database.edit(.contract, id, ["expiry_date": .null])
    #expect(try expiry(id) == "2026-07-01")
    try database.edit(.contract, id, ["term": .null])
    #expect(try expiry(id) == nil)
    try database.edit(.contract, id, ["term": .integer(1)])
    #expect(try expiry(id) == "2026-02-01")
    try database.undo()
    #expect(try expiry(id) == nil)
  }

  @Test func refusesAnEndBeforeTheBeginning() throws {
    let error = failure {
      try add(["date": .text("2026-05-01"), "expiry_date": .text("2026-04-30")])
    }
    #expect(error?.kind == .request)
    #expect(
      error?.message.en
        == "the contract would expire on 2026-04-30, before it begins on 2026-05-01")
    #expect(
      error?.message.vi == "hợp đồng hết hạn ngày 30/04/2026, trước khi bắt đầu ngày 01/05/2026")
    let id = try add(["date": .text("2026-05-01"), "expiry_date": .text("2026-05-31")])
    #expect(
      failure { try database.edit(.contract, id, ["effective_date": .text("2026-06-01")]) } != nil)
  }

  @Test(arguments: [0, -3, 1201] as [Int64])
  func refusesAStrangeTerm(months: Int64) throws {
    let error = failure { try add(["term": .integer(months)]) }
    #expect(error?.message.en == "a contract has a term of 1 to 1200 months, not \(months)")
  }

  @Test func countsAndAddsUpInFilters() throws {
    _ = try add(["value": .integer(30_000_000), "date": .text("2026-03-01")])
    _ = try add(["value": .integer(25_000_000), "date": .text("2025-03-01")])
    _ = try add(["value": .integer(9_000_000), "status": .text("draft")])
    try database.add(.customer, ["name": .text("B")])
    func count(_ condition: String) throws -> Int {
      var query = Query(.customer)
      query.conditions = [try Expression(parsing: condition)]
      return try database.read { try $0.count(query) }
    }
    #expect(try count("contracts.count = 3") == 1)
    #expect(try count("contracts.count = 0") == 1)
    #expect(try count("contracts.value = 64tr") == 1)
    #expect(try count("contracts[status = active and date = this-year].value >= 30tr") == 1)
    #expect(try count("contracts[status = active and date = this-year].value > 30tr") == 0)
    #expect(try count("contracts.last = today") == 1)
    #expect(try count("hợp_đồng.count = 3") == 1)
  }
}
