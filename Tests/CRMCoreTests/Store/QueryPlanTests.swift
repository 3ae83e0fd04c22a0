import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What SQLite does for the lists people ask for, on the real tables through the real door: an
/// index wherever there is one, never a sort of everything for a page.
@Suite struct QueryPlanTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    let customer = try database.add(
      .customer, ["name": .text("Nguyễn An"), "phones": .text("0912345678")])
    let product = try database.add(.product, ["name": .text("P")])
    try database.addOrder(customer, [(product, 10_000, 5)])
    try database.add(.tag, ["name": .text("Nóng")])
    try database.add(.tier, ["name": .text("Vàng")])
  }

  private func plan(
    _ kind: Kind, _ condition: String, _ set: (inout Query) -> Void = { _ in }
  ) throws -> String {
    try database.plans { reader in
      var query = Query(kind)
      if !condition.isEmpty { query.conditions = [try Expression(parsing: condition)] }
      query.limit = 20
      set(&query)
      try reader.rows(query, try reader.columns([], of: kind)) { _, _ in }
    }.joined(separator: "\n")
  }

  /// A condition, and the step that must find the records.
  @Test(
    arguments: [
      (Kind.customer, "code = KH000001", "SEARCH t USING INDEX customer_by_code (code=?)"),
      (.customer, "owner = admin", "SEARCH t USING INDEX customer_by_owner (owner=?)"),
      (.customer, "owner is empty", "SEARCH t USING INDEX customer_by_owner (owner=?)"),
      (
        .customer, "relationship = \"Tiềm năng\"",
        "SEARCH t USING INDEX customer_by_relationship (relationship=?)"
      ),
      (.customer, "source = Zalo", "SEARCH t USING INDEX customer_by_source (source=?)"),
      (.customer, "tier = Vàng", "SEARCH t USING INDEX customer_by_tier (tier=?)"),
      (.customer, "referrer = KH000001", "SEARCH t USING INDEX customer_by_referrer (referrer=?)"),
      (.customer, "employer = KH000001", "SEARCH t USING INDEX customer_by_employer (employer=?)"),
      (.customer, "groups = \"Miền Bắc\"", "customer_groups_by_target_record (target=?)"),
      (.customer, "tags = Nóng", "customer_tags_by_target_record (target=?)"),
      (.customer, "phones = 0912345678", "customer_phones_key USING PRIMARY KEY (key=?)"),
      (.customer, "phones ~ 345678", "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"),
      (.customer, "phones = \"máy bàn\"", "customer_phones_key USING PRIMARY KEY (key=?)"),
      (.customer, "emails = a@b.vn", "customer_emails_key USING PRIMARY KEY (key=?)"),
      (.customer, "birthday = 20/12", "customer_birthday_day (<expr>=?)"),
      (.customer, "birthday within 7d", "customer_birthday_day (<expr>>? AND <expr><?)"),
      (.contact, "customer = KH000001", "contact_by_customer_deleted (customer=?"),
      (.contact, "phones = 0912345678", "contact_phones_key USING PRIMARY KEY (key=?)"),
      (.order, "customer = KH000001", "sales_order_by_customer_"),
      (.order, "code = DH000001", "SEARCH t USING INDEX sales_order_by_code (code=?)"),
      (.order, "owner = admin", "SEARCH t USING INDEX sales_order_by_owner (owner=?)"),
      (.careCard, "customer = KH000001", "care_card_by_customer_"),
      (.careCard, "order = DH000001", "SEARCH t USING INDEX care_card_by_order"),
      (.careCard, "products = SP000001", "care_card_products_by_target_record (target=?)"),
      (.transaction, "customer = KH000001", "dealing_by_customer_"),
      (.transaction, "type = \"Gọi điện\"", "SEARCH t USING INDEX dealing_by_type"),
      (.contract, "customer = KH000001", "contract_by_customer_"),
      (.contract, "owner = admin", "SEARCH t USING INDEX contract_by_owner (owner=?)"),
      (.product, "group is empty and code = SP000001", "product_by_code (code=?)"),
      (.user, "unit = X", "SEARCH t USING INDEX user_by_unit (unit=?)"),
    ])
  func findsByAnIndex(kind: Kind, condition: String, step: String) throws {
    if condition.hasSuffix("= X") { try database.add(.unit, ["name": .text("X")]) }
    let plan = try plan(kind, condition)
    #expect(plan.contains(step), "\(plan)")
    #expect(!plan.contains("SCAN t"), "\(plan)")
  }

  /// What `customer filter --by` asks: of a few customers each is looked up among the contracts
  /// and transactions, of all of them these are read once; by the index alone either way.
  @Test(
    arguments: [
      ("contracts.count = 0", "contract_by_customer_deleted_status_date_value"),
      ("contracts.count < 2", "contract_by_customer_deleted_status_date_value"),
      ("contracts.value = 10tr..50tr", "contract_by_customer_deleted_status_date_value"),
      (
        "contracts[date = 2026-01-01..2026-06-30 and status = active].count >= 1",
        "contract_by_customer_deleted_status_date_value"
      ),
      (
        "transactions[date >= 2026-01-01 and status = done].count = 0",
        "dealing_by_customer_deleted_status_type_date"
      ),
      ("transactions.count = 1..2", "dealing_by_customer_deleted_status_type_date"),
    ])
  func countsDealingsByTheIndex(condition: String, index: String) throws {
    let page = try plan(.customer, condition)
    #expect(page.contains("COVERING INDEX \(index) (customer=? AND deleted=?"), "\(page)")
    let whole = try database.plans { reader in
      var query = Query(.customer)
      query.conditions = [try Expression(parsing: condition)]
      _ = try reader.count(query)
    }.joined(separator: "\n")
    #expect(whole.contains("COVERING INDEX \(index)"), "\(whole)")
  }

  /// The first page comes off the table in its order: nothing is sorted, nothing else scanned.
  @Test(arguments: Catalogue.nouns)
  func pagesWithoutSorting(kind: Kind) throws {
    let plan = try plan(kind, "")
    #expect(plan.contains("SCAN t"), "\(plan)")
    #expect(plan.split(separator: "\n").filter { $0.hasPrefix("SCAN") }.count == 1, "\(plan)")
    #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
  }

  /// Of the kinds that grow; of a short list SQLite reads the whole as fast.
  @Test(arguments: Catalogue.nouns.filter { Catalogue.entity($0).traits.contains(.owned) })
  func listsTheTrashByItsMark(kind: Kind) throws {
    let plan = try plan(kind, "") { $0.inTrash = true }
    #expect(plan.contains("USING INDEX \(Catalogue.entity(kind).table)_by_deleted"), "\(plan)")
  }

  @Test func readsChosenRecordsByTheirIDs() throws {
    let plan = try plan(.customer, "") { $0.ids = [1, 2, 3] }
    #expect(plan.contains("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
  }

  @Test func searchesThroughTheIndexOfWords() throws {
    let plan = try plan(.customer, "") { $0.words = "nguyen an" }
    #expect(plan.contains("SCAN f VIRTUAL TABLE INDEX"), "\(plan)")
    #expect(plan.contains("SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
    #expect(plan.contains("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
    #expect(!plan.contains("SCAN c\n") && !plan.contains("SCAN t\n"), "\(plan)")
  }

  /// Aggregates of a page come out of covering indexes, customer by customer.
  @Test(
    arguments: [
      ("orders.total", "COVERING INDEX sales_order_by_customer_"),
      ("orders.count", "COVERING INDEX sales_order_by_customer_"),
      ("orders.last", "COVERING INDEX sales_order_by_customer_"),
      ("contacts.count", "contact_by_customer_deleted (customer=? AND deleted=?)"),
      ("transactions.count", "COVERING INDEX dealing_by_customer_"),
      ("contracts.value", "COVERING INDEX contract_by_customer_"),
      ("contracts[status = active and date = 2026].count", "COVERING INDEX contract_by_customer_"),
      ("care_cards.count", "COVERING INDEX care_card_by_customer_"),
    ])
  func addsUpFromIndexes(column: String, step: String) throws {
    let plan = try database.plans { reader in
      var query = Query(.customer)
      query.limit = 20
      try reader.rows(query, try reader.columns(["code", column], of: .customer)) { _, _ in }
    }.joined(separator: "\n")
    #expect(plan.contains(step), "\(plan)")
  }

  /// What an operand of the command line is looked up by.
  @Test(
    arguments: [
      (Kind.customer, "KH000001"), (.customer, "Nguyễn An"), (.customer, "0912345678"),
      (.customer, "a@b.vn"), (.contact, "Trần Ba"), (.product, "P"), (.source, "Zalo"),
      (.group, "Miền Bắc"), (.user, "admin"), (.order, "DH000001"),
    ])
  func resolvesWithoutAScan(kind: Kind, text: String) throws {
    let plan = try database.plans { reader in
      for id in try reader.resolve(kind, text) {
        _ = try reader.record(kind, id)
        _ = try reader.label(kind, id)
      }
    }
    #expect(!plan.isEmpty)
    // The full-text index reads its own few settings once a connection.
    let scans = plan.filter {
      $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE INDEX") && !$0.hasSuffix("_search_config")
    }
    #expect(scans == [])
  }

  @Test func readsLinesAndHistoryByTheirIndexes() throws {
    let plan = try database.plans { reader in
      let lines = Catalogue.entity(.orderLine)
      _ = try reader.lineIDs(lines, of: 1)
      _ = try OperationLog.history(reader, .order, 1)
      _ = try OperationLog.operation(reader, 3)
      try LineRows(reader, of: .order)?.each(of: 1) { _ in }
    }
    #expect(plan.contains { $0.contains("order_line_by_order (order=?)") })
    #expect(plan.contains { $0.contains("change_by_record (kind=? AND record=?") })
    #expect(plan.filter { $0.hasPrefix("SCAN") } == [])
  }

  @Test func countsAWholeKindFromAnIndex() throws {
    let plan = try database.plans { _ = try $0.count(Query(.customer)) }.joined(separator: "\n")
    #expect(
      plan.contains("COVERING INDEX") || plan.contains("USING INDEX customer_by_deleted"), "\(plan)"
    )
  }
}
