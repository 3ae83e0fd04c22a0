import Testing

@testable import CRMCore
@testable import CRMEngine

/// What SQLite says it does for a filter: an index where there is one.
@Suite struct FilterPlanTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  @Test(
    arguments: [
      (Kind.customer, "code = K1", "USING INDEX customer_by_code (code=?)"),
      (.customer, "groups = VIP", "COVERING INDEX customer_groups_by_target_record (target=?)"),
      (.customer, "groups = VIP", "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"),
      (
        .customer, "phones = 0912345678",
        "SEARCH customer_phones_key USING PRIMARY KEY (key=?)"
      ),
      (.customer, "phones = 0912345678", "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"),
      (.customer, "emails = a@b.vn", "SEARCH customer_emails_key USING PRIMARY KEY (key=?)"),
      (.customer, "birthday = 20/12", "USING INDEX customer_birthday_day (<expr>=?)"),
      (
        .customer, "birthday within 7d", "USING INDEX customer_birthday_day (<expr>>? AND <expr><?)"
      ),
      (
        .customer, "birthday within 60d",
        "SEARCH f1 USING INDEX customer_birthday_day (<expr>>? AND <expr><?)"
      ),
      (.customer, "birthday = 1990-12-20", "USING INDEX customer_birthday_day (<expr>=?)"),
      (.customer, "owner = lan.pham", "USING INDEX customer_by_owner (owner=?)"),
      (
        .customer, "orders.total >= 10tr",
        "SEARCH f1 USING COVERING INDEX sales_order_by_customer "
          + "(customer=? AND deleted=? AND kind=? AND status=?)"
      ),
      (.customer, "orders.count = 0", "COVERING INDEX sales_order_by_customer (customer=?"),
      (.careCard, "customer = K1", "USING INDEX care_card_by_customer (customer=?"),
      (.careCard, "customer.province = Huế", "SEARCH f1 USING INTEGER PRIMARY KEY (rowid=?)"),
      (.customer, "contacts.count > 0", "contact_by_customer_deleted (customer=? AND deleted=?)"),
    ])
  func usesTheIndex(kind: Kind, filter: String, step: String) throws {
    let plan = try fixture.plan(filter, of: kind)
    #expect(plan.contains(step), "\(plan)")
  }

  @Test(
    arguments: [
      (
        Kind.customer, "orders.total >= 10tr",
        "SCAN f1 USING COVERING INDEX sales_order_by_customer"
      ),
      (.customer, "orders.total >= 10tr", "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"),
      (
        .careCard, "customer.owner = lan.pham",
        "SEARCH f1 USING COVERING INDEX customer_by_owner (owner=?)"
      ),
      (.careCard, "customer.owner = lan.pham", "care_card_by_customer (customer=?"),
      (
        .customer, "groups = VIP and groups = \"Miền Bắc\"",
        "COVERING INDEX customer_groups_by_target_record (target=?)"
      ),
    ])
  func groupsOnceForTheWhole(kind: Kind, filter: String, step: String) throws {
    let plan = try fixture.plan(filter, of: kind, fixture.context(.whole))
    #expect(plan.contains(step), "\(plan)")
  }
}
