extension TablePreview {
  /// Writes `{"sheets":[{"name","rows":[[cell…]]}]}` with everything the file holds.
  ///
  /// A cell is null, a text, a number, true or false, `{"d":"2026-12-20"}` or
  /// `{"d":"2026-12-20T08:30:00"}` for a day, `{"s":seconds}` for a time, `{"e":"#N/A"}` for an
  /// error. The rows of a spreadsheet stand at their places: rows without cells are `[]`.
  /// `heading_row` is the line of the headings, `format`, `encoding` and `delimiter` what the
  /// file was recognised as.
  public func writeJSON(to sink: any ByteSink) throws {
    if let cards = source as? VCardSource { return try writeCards(cards, to: sink) }
    var output = OutputBuffer(sink)
    output.append("{\"format\":\"\(source.format.rawValue)\",")
    if let dialect = source.dialect { appendDialect(dialect, to: &output) }
    output.append("\"sheets\":[")
    for (place, index) in try chosen().enumerated() {
      if place > 0 { output.append(",") }
      output.append("\n{\"name\":")
      try appendSheet(index, to: &output)
      output.append("}")
    }
    output.append("]}\n")
    try output.finish()
  }

  /// Writes `{"cards":[{"version","fn","n":[…],"tel":[{"types":[],"value"}], …}]}`.
  private func writeCards(_ source: VCardSource, to sink: any ByteSink) throws {
    var output = OutputBuffer(sink)
    output.append("{\"format\":\"vcf\",\"cards\":[")
    let cards = try source.cards()
    var isFirst = true
    while let card = try cards.next() {
      output.append(isFirst ? "\n" : ",\n")
      isFirst = false
      output.appendJSON(card)
      try output.flushIfFull()
    }
    output.append("]}\n")
    try output.finish()
  }

  private func appendDialect(_ dialect: CSVDialect, to output: inout OutputBuffer) {
    output.append("\"encoding\":\"\(dialect.encoding.rawValue)\",\"delimiter\":")
    output.appendJSON(String(UnicodeScalar(dialect.delimiter)))
    output.append(",")
  }

  private func appendSheet(_ index: Int, to output: inout OutputBuffer) throws {
    let info = source.sheets[index]
    if let name = info.name { output.appendJSON(name) } else { output.append("null") }
    if info.isHidden { output.append(",\"hidden\":true") }
    let rows = try source.rows(ofSheet: index)
    output.append(",\"rows\":[")
    // The lines of a text are not places, as those of a sheet are.
    let isPlaced = [.xlsx, .ods, .xls].contains(source.format)
    var written = 0
    var first: [TableRow] = []
    while let row = try rows.next() {
      while isPlaced, written + 1 < row.line {
        output.append(written == 0 ? "[]" : ",[]")
        written += 1
        try output.flushIfFull()
      }
      output.append(written == 0 ? "\n" : ",\n")
      output.appendPreview(row.cells)
      if first.count < HeadedRows.depth, !row.isBlank { first.append(row) }
      written += 1
      try output.flushIfFull()
    }
    output.append("]")
    let heading = headingLine ?? HeadedRows.place(first, headingScore).map { first[$0].line }
    if let heading { output.append(",\"heading_row\":\(heading)") }
  }
}

extension OutputBuffer {
  fileprivate mutating func appendPreview(_ cells: [Cell]) {
    append("[")
    for (place, cell) in cells.enumerated() {
      if place > 0 { append(",") }
      switch cell {
      case .empty: append("null")
      case .text(let text): appendJSON(text)
      case .number(let number, let shown):
        if number.isFinite { append(TablePreview.plain(number)) } else { appendJSON(shown) }
      case .bool(let value): append(value ? "true" : "false")
      case .day(let iso), .dateTime(let iso), .partialDay(let iso, _): appendObject("d", iso)
      case .time(let seconds):
        append("{\"s\":\(seconds.isFinite ? TablePreview.plain(seconds) : "0")}")
      case .error(let code): appendObject("e", code)
      }
    }
    append("]")
  }

  private mutating func appendObject(_ key: String, _ text: String) {
    append("{\"\(key)\":")
    appendJSON(text)
    append("}")
  }
}

extension TablePreview {
  /// Returns a finite number as JSON has it: whole ones without a point.
  static func plain(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return "\(number)"
  }
}
