import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct FilterErrorTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  @Test(
    arguments: [
      ("stars > 1 and nmae = x", 15, "customer has no field “nmae”", "Did you mean name?"),
      ("owner.unti = x", 7, "user has no field “unti”", "Did you mean unit?"),
      ("ordres.count > 1", 1, "customer has no field “ordres”", "Did you mean orders?"),
      ("orders.toal > 1", 8, "“toal” is no figure of orders", "Did you mean total?"),
      (
        "orders.customer > 1", 8, "“customer” is no figure of orders",
        "Known names: count, subtotal, tax_total, total, paid, left, first, last."
      ),
      ("orders.total.x > 1", 14, "“.x” cannot follow a figure", nil),
      (
        "orders > 1", 10, "“>” does not fit “orders”",
        "Write one of orders.count, orders.subtotal, orders.tax_total, orders.total, orders.paid, "
          + "orders.left, orders.first, orders.last."
      ),
      ("name.x = 1", 6, "“name” is no record: “.x” cannot follow it", nil),
      (
        "name[stars = 1] = 1", 1, "“name” takes no condition in brackets",
        "These do: customers, customers_employer, contacts, comments, orders, care_cards, "
          + "transactions, contracts, payments, tasks, appointments, calls, notes, consultations."
      ),
      (
        "orders[stauts = done].count > 1", 8, "order has no field “stauts”",
        "Did you mean status?"
      ),
      (
        "orders[status = dne].count > 1", 17, "status: “dne” is not one of the known values",
        "Known values: Draft, Confirmed, Delivered, Cancelled."
      ),
      ("groups = \"Miền Băc 1\"", 10, "there is no group “Miền Băc 1”", "Did you mean Miền Bắc?"),
      ("owner = nobody", 9, "there is no user “nobody”", nil),
      ("owner = old", 9, "there is no user “old”", nil),
      ("level = nww", 9, "level: “nww” is not one of the known values", "Did you mean New?"),
      (
        "level > new", 9, "“>” does not fit “level”",
        "It has no order; use =, != or in (…)."
      ),
      (
        "stars ~ 3", 9, "“~” does not fit “stars”",
        "It is no text; use = < <= > >= or a range such as 2..5."
      ),
      ("stars = many", 9, "stars: “many” is not a whole number", nil),
      (
        "stars = 5..2", 9,
        "stars: “5..2” holds nothing: its first end is greater than its last", nil
      ),
      (
        "orders.total > 10x", 16, "orders.total: “10x” is not an amount of money",
        "Write 1500000, 1.500.000, 500k, 10tr or 1,5 tỷ"
      ),
      (
        "last_contact > 31/02/2026", 16,
        "last_contact: 31/02/2026 is not a date: February 2026 has 28 days", nil
      ),
      (
        "name within 7d", 13, "“within” does not fit “name”",
        "Only dates lie within a number of days."
      ),
      (
        "birthday within soon", 17, "birthday: “soon” is not a number of days",
        "Write 7d, 2w or 1m."
      ),
      ("common = maybe", 10, "common: “maybe” is neither yes nor no", "Write yes or no."),
      (
        "groups > VIP", 10, "“>” does not fit “groups”",
        "It has no order; use =, != or in (…)."
      ),
    ] as [(String, Int, String, String?)])
  func pointsAtWhatIsUnknown(filter: String, column: Int, message: String, hint: String?) throws {
    let error = #expect(throws: CRMError.self) { try fixture.codes(filter) }
    #expect(error?.message.en == "column \(column): \(message)")
    let caret = String(repeating: " ", count: column - 1) + "^"
    #expect(error?.hints.first?.en == "\(filter)\n\(caret)")
    #expect(error?.hints.dropFirst().first?.en == hint)
    #expect(error?.message.vi.hasPrefix("vị trí \(column): ") == true)
    #expect(error?.kind == .request)
  }

  @Test func anUntypedFilterPointsNowhere() {
    let error = #expect(throws: CRMError.self) {
      try fixture.codes(
        Expression.comparison(Comparison(FieldPath("groups"), .compare(.equals, Literal("X")))))
    }
    #expect(error?.message.en == "there is no group “X”")
    #expect(error?.hints == [])
  }

  @Test(
    arguments: [
      ("nhóm_khách_hàng = VIP", "K1 K3 K5"), ("nhom = VIP", "K1 K3 K5"),
      ("Mức_độ = mới", "K1 K7"), ("tinh_thanh_pho ~ hue", "K6"), ("email = a@b.vn", "K3"),
      ("sdt ~ 0987", "K5"), ("STARS = 5", "K6"), ("đơn_hàng.count = 2", "K1"),
      ("Đơn-hàng.tổng_tiền >= 10tr", "K1 K3"), ("người_phụ_trách.đơn_vị = Care", "K3 K5"),
    ])
  func readsLabelsAsNames(filter: String, codes: String) throws {
    #expect(try fixture.codes(filter) == codes)
  }
}
