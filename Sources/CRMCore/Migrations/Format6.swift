import CRMEngine
import CRMValues

/// Format 6, frozen: how names, places and odd codes are spelt, by which they are found; and orders are
/// found by their words.
enum Format6 {
  static let step = Migrations.Step.all([
    .sql([
      """
      CREATE TABLE spelling (
        kind INTEGER NOT NULL,
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (kind, field, key, text)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE VIRTUAL TABLE sales_order_search USING fts5(words, content='', columnsize=0, \
      detail=none, tokenize='unicode61 remove_diacritics 2')
      """,
    ]),
    .code("spellings of what is there", fill),
    .code("words of orders", fillWords),
    .code("keys of duplicates without what nobody sees", fillDuplicateKeys),
  ])

  /// Every noun with its number in the log, its table, and whether its names are unique.
  private static let kinds: [(number: Int64, noun: String, table: String, isList: Bool)] = [
    (1, "unit", "unit", true), (2, "user", "user", false), (3, "role", "role", true),
    (4, "source", "source", true), (5, "group", "customer_group", true),
    (6, "relationship", "relationship", true),
    (7, "transaction-type", "transaction_type", true), (8, "tier", "tier", true),
    (9, "tag", "tag", true), (10, "product-group", "product_group", true),
    (11, "payment-method", "payment_method", true), (12, "customer", "customer", false),
    (13, "contact", "contact", false), (14, "product", "product", false),
    (15, "order", "sales_order", false), (17, "care-card", "care_card", false),
    (18, "transaction", "dealing", false), (19, "view", "saved_view", true),
    (23, "field", "custom_field", false), (25, "user-group", "user_group", true),
    (26, "contract", "contract", false), (31, "common-rule", "common_rule", true),
    (32, "comment", "comment", false), (34, "payment", "payment", false),
  ]

  private static func fill(_ cache: StatementCache) throws {
    for kind in kinds {
      try Spellings.fill(
        cache, kind: kind.number, table: kind.table, field: "code", isCode: true)
      if kind.isList {
        try Spellings.fill(cache, kind: kind.number, table: kind.table, field: "name")
      }
    }
    for place in ["country", "province", "district", "ward"] {
      try Spellings.fill(cache, kind: 12, table: "customer", field: place)
    }
    let custom = try cache.prepared(
      "SELECT DISTINCT kind, \"key\" FROM custom_field WHERE type = 'text'")
    while try custom.step() {
      guard let kind = kinds.first(where: { $0.noun == custom.text(0) }) else { continue }
      try Spellings.fill(
        cache, kind: kind.number, table: kind.table, field: "c_" + (custom.text(1) ?? ""))
    }
  }

  private static func fillWords(_ cache: StatementCache) throws {
    let insert = try cache.prepared("INSERT INTO sales_order_search (rowid, words) VALUES (?, ?)")
    let orders = try cache.prepared("SELECT id, code, note FROM sales_order WHERE deleted IS NULL")
    while try orders.step() {
      let words = [orders.text(1), orders.text(2)].compactMap(\.self).joined(separator: " ")
      insert.bind(1, orders.integer(0))
      insert.bind(2, folded(words))
      try insert.run()
    }
  }

  private static func fillDuplicateKeys(_ cache: StatementCache) throws {
    let duplicates = DuplicateCheck(cache)
    duplicates.forgetKeys()
    try duplicates.settle()
  }
}
