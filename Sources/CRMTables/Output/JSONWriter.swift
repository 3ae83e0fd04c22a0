import CRMValues

/// Writes an array of objects, one a line; of several sheets an object of such arrays.
final class JSONWriter: RowWriter {
  private var buffer: OutputBuffer
  private let severalSheets: Bool
  private var prefixes: [String] = []
  private var sheets = 0
  private var rows = 0

  init(_ sink: any ByteSink, severalSheets: Bool) {
    buffer = OutputBuffer(sink)
    self.severalSheets = severalSheets
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard severalSheets || sheets == 0 else { throw CRMError.oneSheetOnly(.json) }
    if severalSheets {
      if sheets > 0 { endArray() }
      buffer.append(sheets == 0 ? "{\n" : ",\n")
      buffer.appendJSON(sheet.key)
      buffer.append(": ")
    }
    buffer.append("[")
    prefixes = JSONWriter.prefixes(sheet.columns.map(\.key))
    sheets += 1
    rows = 0
  }

  func write(_ cells: [OutputCell]) throws {
    buffer.append(rows == 0 ? "\n" : ",\n")
    rows += 1
    buffer.appendObject(prefixes, cells)
    try buffer.flushIfFull()
  }

  func finish() throws {
    if sheets > 0 { endArray() }
    if severalSheets { buffer.append(sheets == 0 ? "{}" : "\n}") }
    if sheets == 0, !severalSheets { buffer.append("[]") }
    buffer.append("\n")
    try buffer.finish()
  }

  func cancel() { buffer.sink.discard() }

  private func endArray() { buffer.append(rows == 0 ? "]" : "\n]") }

  /// Returns what comes before each value: `{"code": `, then `, "name": `.
  static func prefixes(_ keys: [String]) -> [String] {
    keys.enumerated().map { index, key in
      let sink = MemorySink()
      var buffer = OutputBuffer(sink)
      buffer.append(index == 0 ? "{" : ", ")
      buffer.appendJSON(key)
      buffer.append(": ")
      try? buffer.flush()
      return sink.text
    }
  }
}

/// Writes an object a line; of several sheets each begins with its sheet's key under `entity`.
final class JSONLinesWriter: RowWriter {
  private var buffer: OutputBuffer
  private let severalSheets: Bool
  private var prefixes: [String] = []
  private var entity: OutputCell?
  private var sheets = 0

  init(_ sink: any ByteSink, severalSheets: Bool) {
    buffer = OutputBuffer(sink)
    self.severalSheets = severalSheets
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard severalSheets || sheets == 0 else { throw CRMError.oneSheetOnly(.jsonl) }
    sheets += 1
    let keys = sheet.columns.map(\.key)
    prefixes = JSONWriter.prefixes(severalSheets ? ["entity"] + keys : keys)
    entity = severalSheets ? .text(sheet.key) : nil
  }

  func write(_ cells: [OutputCell]) throws {
    buffer.appendObject(prefixes, entity.map { [$0] + cells } ?? cells)
    buffer.append("\n")
    try buffer.flushIfFull()
  }

  func finish() throws { try buffer.finish() }

  func cancel() { buffer.sink.discard() }
}

extension OutputBuffer {
  fileprivate mutating func appendObject(_ prefixes: [String], _ cells: [OutputCell]) {
    if cells.isEmpty { append("{") }
    for (prefix, cell) in zip(prefixes, cells) {
      append(prefix)
      appendJSON(cell)
    }
    append("}")
  }
}
