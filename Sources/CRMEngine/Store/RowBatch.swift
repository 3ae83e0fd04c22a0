import CRMValues

/// Rows of one table that are written many at a time. Each statement opens and closes every index
/// of its table, which for a single row costs as much as half of writing it.
final class RowBatch {
  private let cache: StatementCache
  private let verb: String
  private let table: String
  private let columns: [String]
  /// How many rows one statement writes.
  private let size: Int
  private var values: [Value] = []
  private var texts = RowTexts()
  /// The columns that were not null in some row so far; the statement of many rows names no other.
  private var used: [Int] = []
  private var many: PreparedStatement?

  /// - Parameters:
  ///   - columns: as SQL has them; what no row gives has to be null.
  ///   - size: how many rows one statement writes.
  ///   - ignoresKnown: whether rows that are in the table already are passed over.
  init(
    _ cache: StatementCache, table: String, columns: [String], size: Int,
    ignoresKnown: Bool = false
  ) {
    self.size = size
    verb = ignoresKnown ? "INSERT OR IGNORE INTO" : "INSERT INTO"
    self.cache = cache
    self.table = table
    self.columns = columns
  }

  /// Appends a row of a text and a number.
  func append(text: String, _ number: Int64) {
    values.append(.text(text))
    values.append(.integer(number))
  }

  /// Appends a row: numbers, then the values at some positions, then a text.
  func append(
    _ numbers: Int64..., values given: [Value] = [], at positions: [Int] = [], text: String? = nil
  ) {
    // Out of the object, so that its access is checked once.
    var values: [Value] = []
    swap(&values, &self.values)
    for number in numbers { values.append(.integer(number)) }
    for position in positions { values.append(given[position]) }
    if let text { values.append(.text(text)) }
    swap(&values, &self.values)
  }

  /// Whether the rows that wait are enough for one statement.
  var isFull: Bool { values.count >= columns.count * size }

  /// Writes as many rows as fill statements.
  func writeFull() throws {
    let chunk = columns.count * size
    guard values.count >= chunk else { return }
    var start = 0
    while values.count - start >= chunk {
      let statement = try many(from: start)
      try write(statement, from: start, rows: size, used)
      start += chunk
    }
    if start == values.count {
      values.removeAll(keepingCapacity: true)
    } else {
      values.removeFirst(start)
    }
  }

  /// Forgets the rows that wait.
  func discard() { values.removeAll(keepingCapacity: true) }

  /// Writes everything.
  func flush() throws {
    try writeFull()
    guard !values.isEmpty else { return }
    let all = Array(columns.indices)
    let one = try cache.statement(sql(all, rows: 1))
    for start in stride(from: 0, to: values.count, by: columns.count) {
      try write(one, from: start, rows: 1, all)
    }
    values.removeAll(keepingCapacity: true)
  }

  private func many(from start: Int) throws -> PreparedStatement {
    let found = columns.indices.filter { column in
      used.contains(column)
        || stride(from: start + column, to: start + columns.count * size, by: columns.count)
          .contains { !values[$0].isNull }
    }
    if let many, found.count == used.count { return many }
    let made = try cache.statement(sql(found, rows: size))
    used = found
    many = made
    return made
  }

  private func sql(_ positions: [Int], rows: Int) -> String {
    let names = positions.map { columns[$0] }.joined(separator: ", ")
    let marks = "(" + Array(repeating: "?", count: positions.count).joined(separator: ",") + ")"
    let all = Array(repeating: marks, count: rows).joined(separator: ",")
    return "\(verb) \(table) (\(names)) VALUES \(all)"
  }

  private func write(
    _ statement: PreparedStatement, from start: Int, rows: Int, _ positions: [Int]
  ) throws {
    var texts = RowTexts()
    swap(&texts, &self.texts)
    defer { swap(&texts, &self.texts) }
    let width = columns.count
    let bases = stride(from: start, to: start + rows * width, by: width)
    texts.removeAll()
    try values.withUnsafeBufferPointer { values in
      for base in bases {
        for position in positions {
          if case .text(let text) = values[base + position] { texts.append(text) }
        }
      }
      try texts.withTexts { text in
        var next = 0
        var index: Int32 = 1
        for base in bases {
          for position in positions {
            switch values[base + position] {
            case .text:
              statement.bind(index, lasting: text(next))
              next += 1
            case .integer(let number): statement.bind(index, number)
            case .null, .list: statement.bind(index, .null)
            }
            index += 1
          }
        }
        try statement.run()
      }
    }
  }
}
