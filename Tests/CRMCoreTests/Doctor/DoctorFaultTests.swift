import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Each fault that SQL can make in a healthy company is told where it is, and what follows from
/// other data is mended so that everything is as it was before.
@Suite struct DoctorFaultTests {
  struct Case: CustomTestStringConvertible {
    let sql: String
    /// Everything that doctor says, as ``Fault`` describes itself.
    let said: [String]

    init(_ sql: String, _ said: String...) { (self.sql, self.said) = (sql, said) }

    var testDescription: String { sql }
  }

  @Test func findsNothingInAHealthyCompany() throws {
    let database = try TemporaryDatabase.forDoctor()
    #expect(try database.faults().map(\.description) == [])
    let last = try database.lastOperation()
    #expect(try database.mend() == [])
    #expect(try database.lastOperation() == last)
  }

  @Test(arguments: Self.mended)
  func mendsWhatFollows(fault: Case) throws {
    let database = try TemporaryDatabase.forDoctor()
    let before = try Dump(database)
    try database.damage("CREATE TABLE temp.numbers AS SELECT * FROM numbering")
    try database.damage(fault.sql)
    let found = try database.faults()
    #expect(found.map(\.description) == fault.said)
    #expect(found.allSatisfy { $0.state == .mendable }, "\(found.map(\.state))")
    let tried = try database.mend(dryRun: true)
    #expect(tried.allSatisfy { $0.state == .mended })
    #expect(try database.faults() == found)
    let last = try database.lastOperation()
    let mended = try database.mend()
    #expect(mended.map(\.description).starts(with: fault.said))
    #expect(mended.allSatisfy { $0.state == .mended }, "\(mended)")
    #expect(try database.lastOperation() == last + 1)
    #expect(try database.faults() == [])
    #expect(try Dump(database).differences(from: before) == [])
    // No number is given out twice.
    let lower =
      "SELECT * FROM temp.numbers a LEFT JOIN numbering b USING (kind) "
      + "WHERE b.next_id IS NULL OR b.next_id < a.next_id OR b.next_code < a.next_code"
    #expect(try database.rows(lower) == [])
  }

  @Test(arguments: Self.left)
  func leavesWhatNobodyKnows(fault: Case) throws {
    let database = try TemporaryDatabase.forDoctor()
    try database.damage(fault.sql)
    let damaged = try Dump(database)
    let found = try database.faults()
    #expect(found.map(\.description) == fault.said)
    #expect(found.allSatisfy { $0.state == .left }, "\(found.map(\.state))")
    #expect(try database.mend() == found)
    #expect(try Dump(database) == damaged)
  }

  @Test(arguments: Self.noticed)
  func tellsWhatMayBe(fault: Case) throws {
    let database = try TemporaryDatabase.forDoctor()
    try database.damage(fault.sql)
    let found = try database.faults()
    #expect(found.map(\.description) == fault.said)
    #expect(found.allSatisfy { $0.state == .notice })
  }

  private static let searchWords = "nguyen duc an kh000001 0912345678 an@example.vn"

  static let mended = [
    // Of a table of its own, filled by hand: an entry of an index that is no longer true.
    Case(
      """
      UPDATE customer SET source = 2 WHERE id = 1;
      PRAGMA writable_schema = ON;
      CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'customer_by_source';
      DELETE FROM sqlite_schema WHERE name = 'customer_by_source';
      PRAGMA writable_schema = RESET;
      UPDATE customer SET source = NULL WHERE id = 1;
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema SELECT * FROM kept;
      PRAGMA writable_schema = RESET;
      """,
      "file: customer - customer_by_source: wrong # of entries in index customer_by_source → -"),
    Case(
      "DROP INDEX customer_by_owner",
      "schema: customer - customer_by_owner: - → index customer_by_owner unique 0 c: owner 0 BINARY"
    ),
    Case(
      "INSERT INTO customer_groups VALUES (99, 1)",
      "reference: customer #99 groups: what is not there (#99) → -"),
    Case(
      "INSERT INTO share VALUES (99, 'customer', 77, 'user', 1, 'view')",
      "link: share customer #77 record: a share of nothing → -",
      "code: share - next_id: 2 → 100"),
    Case(
      "UPDATE order_line SET total = 5 WHERE id = 2",
      "amount: order-line DH000001 #2 total: 5 → 75,000"),
    Case(
      "UPDATE order_line SET quantity = quantity, subtotal = 1, total = 1 WHERE id = 1",
      "amount: order-line DH000001 #1 subtotal: 1 → 200,000",
      "amount: order-line DH000001 #1 total: 1 → 200,000"),
    // What one has worked out wrong and the other with it.
    Case(
      "UPDATE order_line SET total = 5 WHERE id = 2; "
        + "UPDATE sales_order SET total = 200005, \"left\" = 140005",
      "amount: order-line DH000001 #2 total: 5 → 75,000",
      "figure: order DH000001 total: 200,005 → 275,000",
      "figure: order DH000001 left: 140,005 → 215,000"),
    // What is right once the others are is no fault.
    Case("UPDATE sales_order SET total = 0", "figure: order DH000001 total: 0 → 275,000"),
    Case(
      "UPDATE sales_order SET total = total + 1000, \"left\" = \"left\" + 1000",
      "figure: order DH000001 total: 276,000 → 275,000",
      "figure: order DH000001 left: 216,000 → 215,000"),
    Case("UPDATE sales_order SET paid = NULL", "figure: order DH000001 paid: - → 60,000"),
    Case("UPDATE sales_order SET \"left\" = 7", "figure: order DH000001 left: 7 → 215,000"),
    Case("UPDATE customer SET score = 1 WHERE id = 1", "score: customer KH000001 score: 1 → 35"),
    Case("UPDATE customer SET stars = 5 WHERE id = 2", "score: customer KH000002 stars: 5 → 0"),
    Case(
      "UPDATE customer SET level = 'new' WHERE id = 1",
      "followed: customer KH000001 level: New → Approached"),
    Case(
      "UPDATE customer SET last_contact = '2027-01-01' WHERE id = 1",
      "followed: customer KH000001 last_contact: 2027-01-01 → 2026-11-22"),
    Case(
      "UPDATE customer SET tier = NULL WHERE id = 1",
      "followed: customer KH000001 tier: - → PC000001"),
    Case(
      "DELETE FROM customer_phones_key",
      "search: customer KH000001 phones: other keys → +84912345678"),
    Case(
      "INSERT INTO customer_emails_key VALUES ('x@y.vn', 2), ('z@y.vn', 99)",
      "search: customer #99 emails: other keys → ",
      "search: customer KH000002 emails: other keys → "),
    Case(
      "INSERT INTO customer_search (customer_search) VALUES ('delete-all')",
      "search: customer KH000001 words: other words → \(searchWords)",
      "search: customer KH000002 words: other words → sao mai kh000002",
      "search: customer KH000003 words: other words → pho 24 kh000003"),
    Case(
      "DELETE FROM customer_search_data WHERE id > 10",
      "search: customer - words: the index is damaged: database disk image is malformed → -"),
    Case(
      "DELETE FROM customer_search_data WHERE id > 10; DELETE FROM customer_phones_key",
      "search: customer - words: the index is damaged: database disk image is malformed → -",
      "search: customer KH000001 phones: other keys → +84912345678"),
    Case(
      "INSERT INTO notification VALUES (99, 1, 2, 'owner', 12, 1, 1, NULL, NULL)",
      "value: notification 99 recipient: 1 for a user who is not there → -"),
    Case(
      "INSERT INTO customer_search (rowid, words) VALUES (2, 'khác')",
      "search: customer KH000002 words: other words → sao mai kh000002"),
    Case(
      "UPDATE customer SET name_fold = 'x' WHERE id = 3",
      "search: customer KH000003 name_fold: x → pho 24"),
    Case(
      "DELETE FROM customer_duplicate_key WHERE record = 2",
      "duplicates: customer KH000002 duplicates: - → -"),
    Case(
      "INSERT INTO customer_duplicate_key VALUES (7, 99)",
      "duplicates: customer #99 duplicates: - → -"),
    Case(
      "UPDATE numbering SET next_id = 2, next_code = 3 WHERE kind = 12",
      "code: customer - next_id: 2 → 4", "code: customer - next_code: 3 → 4"),
    Case(
      "DELETE FROM numbering WHERE kind = 16", "code: order-line - next_id: 1 → 3"),
  ]
}
