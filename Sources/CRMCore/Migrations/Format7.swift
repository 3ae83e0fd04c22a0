import CRMEngine
import CRMValues

/// Format 7, frozen: orders are found by their words.
enum Format7 {
  static let step = Migrations.Step.all([
    .sql([
      """
      CREATE VIRTUAL TABLE sales_order_search USING fts5(words, content='', columnsize=0, \
      detail=none, tokenize='unicode61 remove_diacritics 2')
      """
    ]),
    .code("words of orders", fill),
  ])

  private static func fill(_ cache: StatementCache) throws {
    let insert = try cache.prepared("INSERT INTO sales_order_search (rowid, words) VALUES (?, ?)")
    let orders = try cache.prepared("SELECT id, code, note FROM sales_order WHERE deleted IS NULL")
    while try orders.step() {
      let words = [orders.text(1), orders.text(2)].compactMap(\.self).joined(separator: " ")
      insert.bind(1, orders.integer(0))
      insert.bind(2, folded(words))
      try insert.run()
    }
  }
}
