import CRMTestSupport
import CRMValues
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Laws that hold of every filter: it runs or is refused in words, its opposite finds the rest,
/// and pages find what the whole finds.
@Suite struct FilterAlgebraTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  private static let paths = [
    "code", "name", "kind", "birthday", "phones", "emails", "tax_code", "province", "owner",
    "owner.unit", "owner.unit.name", "owner.birthday", "groups", "groups.kind", "groups.points",
    "groups.count", "source", "level", "employer", "employer.groups", "employer.orders.total",
    "common", "stars", "last_contact", "created", "orders", "orders.count", "orders.total",
    "orders.first", "orders.last", "contacts.count", "contacts.last", "care_cards.count",
    "transactions.last", "orders[status = draft].count", "orders[not date = 2026].total",
    "orders[lines.quantity > 1].count", "orders[payment_method is empty].last",
    "transactions[status = done].count",
  ]

  private static let values = [
    "K1", "VIP", "\"Miền Bắc\"", "lan.pham", "Sales", "new", "individual", "yes", "0", "1",
    "2..", "..10tr", "<5", "\"Hà Nội\"", "ha", "20/12", "29/02", "20/12..05/01", "2026",
    "1990-12-20", "today", "this-year", "2026-01-01..2026-06-30", "7d", "-30d", "0912345678",
    "a@b.vn", "\"\"", "\"2026-11-22 16:00\"", "%", "0312687878-001", "\"máy bàn\"", "K3",
  ]

  @Test func everyFilterKeepsTheLaws() throws {
    var random = Seeded(state: 1)
    let everybody = try fixture.codes("code is not empty")
    var ran = 0
    for _ in 0..<1500 {
      let filter = Self.filter(&random)
      guard let found = try answer(filter) else { continue }
      ran += 1
      let rest = try answer("not \(filter)") ?? ""
      let both = (found + " " + rest).split(separator: " ").sorted()
      #expect(both.joined(separator: " ") == everybody, "\(filter)")
      let same = "(\(filter) or stars < 0) and (code ~ k and not stars < 0)"
      #expect(try answer(same) == found, "\(filter)")
    }
    #expect(ran > 500)
  }

  private static func filter(_ random: inout Seeded) -> String {
    let path = paths.randomElement(using: &random) ?? "code"
    let value = values.randomElement(using: &random) ?? "1"
    let other = values.randomElement(using: &random) ?? "1"
    let tests = [
      "= \(value)", "!= \(value)", "< \(value)", ">= \(value)", "~ \(value)", "!~ \(value)",
      "in (\(value), \(other))", "not in (\(value), \(other))", "within \(value)",
      "is empty", "is not empty",
    ]
    return path + " " + (tests.randomElement(using: &random) ?? "is empty")
  }

  /// Returns what a filter finds, nil where it is refused. Anything but a refusal is a fault.
  private func answer(_ filter: String) throws -> String? {
    do {
      let found = try fixture.codes(filter)
      #expect(try fixture.codes(filter, fixture.context(.whole)) == found, "\(filter)")
      return found
    } catch is CRMError {
      return nil
    }
  }
}
