import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What must hold of the kinds together.
@Suite struct CatalogueTests {
  /// The numbers that stand in the operation logs of every database: they never change, and a
  /// kind that is taken out leaves its number unused.
  static let numbers: [(Int64, String)] = [
    (1, "unit"), (2, "user"), (3, "role"), (4, "source"), (5, "group"), (6, "relationship"),
    (7, "transaction-type"), (8, "tier"), (9, "tag"), (10, "product-group"),
    (11, "payment-method"), (12, "customer"), (13, "contact"), (14, "product"), (15, "order"),
    (16, "order-line"), (17, "care-card"), (18, "transaction"), (19, "view"), (20, "share"),
    (21, "import-mapping"), (22, "setting"), (23, "field"), (25, "user-group"),
    (26, "contract"), (31, "common-rule"), (32, "comment"),
    (33, "role-right"), (34, "payment"), (35, "payment-order"), (36, "payment-contract"),
    (37, "project"), (38, "task-type"), (39, "call-status"), (40, "task"), (41, "appointment"),
    (42, "call"), (43, "note"), (44, "consultation"),
  ]

  @Test(arguments: CatalogueTests.numbers)
  func keepsTheNumber(number: Int64, name: String) {
    #expect(Catalogue.crm.kind(number: number)?.rawValue == name)
    #expect(Catalogue.crm.kind(named: name)?.number == number)
  }

  @Test func numbersEveryKind() {
    #expect(Catalogue.order.count == CatalogueTests.numbers.count)
    #expect(Catalogue.crm.kind(number: 0) == nil)
  }

  @Test func prefixesCodesDifferently() {
    let prefixes = Catalogue.nouns.compactMap { Catalogue.entity($0).codePrefix }
    #expect(Set(prefixes).count == prefixes.count)
    // A generated code is a prefix and digits, so no prefix may itself end in one.
    for prefix in prefixes {
      #expect(prefix.allSatisfy { $0.isASCII && $0.isUppercase }, "\(prefix)")
    }
  }

  @Test func namesTablesDifferently() {
    var tables: [String] = []
    for kind in Catalogue.order {
      let entity = Catalogue.entity(kind)
      tables.append(entity.table)
      if !entity.search.isEmpty { tables.append("\(entity.table)_search") }
      for field in entity.fields {
        if field.isLinked { tables.append("\(entity.table)_\(field.name)") }
        if field.isKeyed { tables.append("\(entity.table)_\(field.name)_key") }
      }
    }
    #expect(Set(tables).count == tables.count)
    let others = [
      "operation", "change", "numbering", "import_sheet", "transfer",
    ]
    #expect(Set(tables).isDisjoint(with: others))
  }

  @Test(arguments: [
    ("customer", Kind.customer), ("care-card", .careCard), ("care_card", .careCard),
    ("Customer", .customer), ("transaction-type", .transactionType),
  ])
  func findsTheNoun(word: String, kind: Kind) {
    #expect(Catalogue.noun(word) == kind)
  }

  @Test(arguments: ["order-line", "share", "import-mapping", "", "customerx", "khách hàng"])
  func findsNoOtherNoun(word: String) {
    #expect(Catalogue.noun(word) == nil)
  }

  @Test func aggregatesWhatNamesARecord() {
    let activities = ["tasks", "appointments", "calls", "notes", "consultations"]
    #expect(
      Catalogue.counted(by: .customer).map(\.name) == [
        "customers", "customers_employer", "contacts", "comments", "orders", "care_cards",
        "transactions", "contracts", "payments",
      ] + activities)
    #expect(
      Catalogue.counted(by: .order).map(\.name) == ["lines", "care_cards", "paid_orders"]
        + activities)
    #expect(Catalogue.counted(by: .source).map(\.name) == ["customers"])
    #expect(
      Catalogue.counted(by: .taskType).map(\.name) == ["tasks", "appointments"])
    // What hangs on an order goes to the trash with it.
    #expect(Catalogue.referrers(to: .order).map(\.name) == ["lines"] + activities)
  }

  /// An aggregate is written like a field, so neither may hide the other.
  @Test(arguments: Catalogue.nouns)
  func namesNoFieldLikeAnAggregate(kind: Kind) {
    for referrer in Catalogue.counted(by: kind) {
      #expect(Catalogue.entity(kind).field(referrer.name) == nil, "\(kind).\(referrer.name)")
    }
  }
}
