import CRMValues
import GRDB

/// The tables as the kinds want them, column by column, and those of custom fields.
struct SchemaCheck: Check {
  let name = Choice("schema", Label("Tables", vi: "Cấu trúc bảng"))
  let advice = Advice.restore

  func find(_ examination: Examination) throws {
    let wanted = try SchemaCheck.made(examination.catalogue) { try SchemaShape($0) }
    let there = try SchemaShape(examination.reader.cache.db)
    let differences = there.compared(with: wanted)
    let known = Set(wanted.tables.values.joined().compactMap(SchemaCheck.index))
    let searches = Set(
      examination.entities.filter { !$0.search.isEmpty }.map { $0.table + "_search" })
    for difference in differences {
      if KnownTables.isOfReplication(difference.table, in: there) { continue }
      // An index or table that somebody added does no harm: a tool that copies the file keeps its
      // own in it.
      let isAdded =
        difference.isThere
        && (wanted.tables[difference.table] == nil
          || difference.index.map { !known.contains($0) } == true)
      let isIndex = difference.index.map(known.contains) == true
      // What is missing altogether of what is filled from the records.
      let isSearch = searches.contains(difference.table) && there.tables[difference.table] == nil
      let line = Finding.Shown.words(SchemaCheck.said(difference.line))
      try examination.note(
        Finding(
          table: difference.table, part: isSearch ? difference.table : difference.index,
          found: difference.isThere ? line : .nothing,
          wanted: difference.isThere ? .nothing : line,
          isAdded ? .notice : isIndex || isSearch ? .mendable : .left))
    }
    try findTriggers(examination)
    try findCustomColumns(examination)
  }

  /// We have none: what one does is done behind the log.
  private func findTriggers(_ examination: Examination) throws {
    try examination.rows(
      "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    ) { row in
      try examination.note(
        Finding(
          table: row.text(0) ?? "", part: row.text(1),
          found: .words(Label("a trigger of others", vi: "trigger của phần mềm khác")), .left))
    }
  }

  /// A line of a table's shape, for people: its first word says what it is.
  private static func said(_ line: String) -> Label {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard
      let kind = [
        "column": "cột", "refers": "khóa ngoại", "index": "chỉ mục", "CREATE": "lệnh tạo",
      ][words[0]]
    else { return Label(line, vi: "bảng “\(line)”") }
    return Label(line, vi: "\(kind) “\(words.last ?? "")”")
  }

  private static func index(_ line: String) -> String? {
    SchemaShape.Difference(table: "", line: line, isThere: true).index
  }

  /// Runs a body on an empty database as the kinds want it.
  private static func made<T>(
    _ catalogue: Catalogue, _ body: @Sendable (Database) throws -> T
  ) throws -> T {
    let queue = try DatabaseQueue()
    defer { try? queue.close() }
    return try queue.write { db in
      try catalogue.migrations.make(db, catalogue)
      return try body(db)
    }
  }

  /// A custom field, in the trash or not, has its column.
  private func findCustomColumns(_ examination: Examination) throws {
    let entity = examination.reader.entity(.customField)
    let cache = examination.reader.cache
    try examination.rows("SELECT id, kind, \"key\", type FROM custom_field") { row in
      guard let kind = row.text(1).flatMap(examination.catalogue.kind(named:)),
        let key = row.text(2), let type = row.text(3)
      else { return }
      let column = CustomColumn(table: kind.table, key: key, type: type)
      guard try !column.exists(cache) else { return }
      try examination.note(
        Finding(
          entity, row.integer(0), part: "key", found: .nothing,
          wanted: .words(Label(same: "\(kind.table).\(column.name)")), .left))
    }
  }

  func mend(_ mending: Mending) throws {
    let catalogue = mending.writer.catalogue
    let names = Set(try mending.places().compactMap(\.field)).sorted()
    let statements = try SchemaCheck.made(catalogue) { db in
      try names.compactMap { name in
        try String.fetchOne(
          db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [name]
        )
        .map { (name: name, sql: $0) }
      }
    }
    for (name, sql) in statements {
      try mending.apart {
        if !sql.hasPrefix("CREATE VIRTUAL") {
          try mending.run("DROP INDEX IF EXISTS main.\(Schema.quoted(name))")
        }
        try mending.run(sql)
      }
    }
  }
}
