import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Names of list entries are unique among the live; references hold.
@Suite struct NamesAndLinksTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  @Test(
    arguments: Catalogue.nouns.filter { Catalogue.entity($0).unique.contains("name") })
  func takesANameOnce(kind: Kind) throws {
    var named: [String: Value] = ["name": .text("Độc nhất")]
    if Catalogue.entity(kind).codePrefix == nil { named["code"] = .text("doc-nhat") }
    if kind == .view { named["kind"] = .text("customer") }
    if kind == .commonRule { named["condition"] = .text("stars >= 3") }
    let first = try database.add(kind, named)
    named["code"] = .text("other")
    let error = failure { try database.add(kind, named) }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en.contains("“Độc nhất” already exists") == true)
    // Marks and case make another name.
    named["name"] = .text("doc nhat")
    let second = try database.add(kind, named)
    let renaming = failure {
      try database.edit(kind, second, ["name": .text("Độc nhất")])
    }
    #expect(renaming?.kind == .conflict)
    // In the trash it is free, and then cannot come back beside the new one.
    try database.trash(kind, first)
    #expect(try database.edit(kind, second, ["name": .text("Độc nhất")]))
    let returning = failure { try database.restore(kind, first) }
    #expect(returning?.kind == .conflict)
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
  }

  @Test func linksOnceAndInOrder() throws {
    let id = try database.add(
      .customer, ["name": .text("A"), "groups": .list([1, 3])])
    #expect(try database.value(.customer, id, "groups") == .list([1, 3]))
    #expect(try database.edit(.customer, id, ["groups": .list([2, 3])]))
    #expect(try database.rows("SELECT record, target FROM customer_groups") == ["1|2", "1|3"])
    #expect(try !database.edit(.customer, id, ["groups": .list([2, 3])]))
    #expect(try database.edit(.customer, id, ["groups": .list([])]))
    #expect(try database.rows("SELECT * FROM customer_groups") == [])
  }

  @Test func refusesToRemoveWhatIsReferredTo() throws {
    let source = try database.add(.source, ["name": .text("Tờ rơi")])
    let customer = try database.add(
      .customer, ["name": .text("A"), "source": .integer(source)])
    let before = try Dump(database)
    let error = failure { try database.write { try $0.remove(.source, source) } }
    #expect(error?.kind == .conflict)
    #expect(
      error?.message.en == "source Tờ rơi is still referred to by customer KH000001")
    #expect(try Dump(database).differences(from: before) == [])
    try database.write {
      try $0.remove(.customer, customer)
      try $0.remove(.source, source)
    }
    #expect(try database.rows("SELECT count(*) FROM customer") == ["0"])
  }

  @Test func takesWhatBelongsToACustomerAlong() throws {
    let customer = try database.add(.customer, ["name": .text("A")])
    let product = try database.add(.product, ["name": .text("P")])
    let stays = try database.add(.customer, ["name": .text("B"), "referrer": .integer(customer)])
    try database.add(.contact, ["name": .text("C"), "customer": .integer(customer)])
    let gone = try database.add(.contact, ["name": .text("D"), "customer": .integer(customer)])
    let order = try database.addOrder(customer, [(product, 10_000, 5)])
    try database.add(
      .careCard, ["customer": .integer(customer), "order": .integer(order)])
    try database.add(.transaction, ["customer": .integer(customer), "name": .text("T")])
    try database.trash(.contact, gone)
    #expect(try database.trash(.customer, customer) == 5)
    let live = """
      SELECT (SELECT count(*) FROM customer WHERE deleted IS NULL),
        (SELECT count(*) FROM contact WHERE deleted IS NULL),
        (SELECT count(*) FROM sales_order WHERE deleted IS NULL),
        (SELECT count(*) FROM care_card WHERE deleted IS NULL),
        (SELECT count(*) FROM dealing WHERE deleted IS NULL), (SELECT count(*) FROM order_line)
      """
    #expect(try database.rows(live) == ["1|0|0|0|0|1"])
    let alone = failure { try database.restore(.order, order) }
    #expect(alone?.kind == .conflict)
    #expect(
      alone?.message.en == "order DH000001 belongs to customer KH000001, which is in the trash")
    // The contact that went by itself earlier stays where it is.
    #expect(try database.restore(.customer, customer) == 5)
    #expect(try database.rows(live) == ["2|1|1|1|1|1"])
    #expect(try database.value(.customer, stays, "referrer") == .integer(customer))
  }

  @Test func refusesToChangeWhatIsInTheTrash() throws {
    let id = try database.add(.customer, ["name": .text("A")])
    try database.trash(.customer, id)
    let error = failure { try database.edit(.customer, id, ["name": .text("B")]) }
    #expect(error?.message.en == "customer KH000001 is in the trash")
    #expect(try database.trash(.customer, id) == 0)
  }

  @Test func keepsRequiredFieldsFilled() throws {
    let missing = failure { try database.add(.customer, [:]) }
    #expect(missing?.message.en == "customer needs: Name (--name)")
    let id = try database.add(.customer, ["name": .text("A")])
    let emptied = failure { try database.edit(.customer, id, ["name": .null]) }
    #expect(emptied?.message.en == "Name of a customer cannot be empty")
  }
}
