import CRMValues

extension TablePreview {
  /// Writes what a person should see: the format, each sheet with its heading row, first rows
  /// and number of rows.
  public func writeText(to sink: any ByteSink, language: Language) throws {
    var output = OutputBuffer(sink)
    func say(_ label: Label) { output.append(label.text(in: language) + "\n") }
    let format = source.format.rawValue
    if let dialect = source.dialect {
      let encoding = dialect.encoding.rawValue + (dialect.hasMark ? " BOM" : "")
      let delimiter = TablePreview.title(ofDelimiter: dialect.delimiter)
      say(
        Label(
          "\(source.name): \(format), encoding \(encoding), delimiter \(delimiter)",
          vi: "\(source.name): \(format), bảng mã \(encoding), dấu phân cách \(delimiter)"))
    } else {
      say(
        Label(
          "\(source.name): \(format), \(source.sheets.count) sheets",
          vi: "\(source.name): \(format), \(source.sheets.count.counted(.vi)) trang tính"))
    }
    for index in try chosen() {
      let info = source.sheets[index]
      if let name = info.name {
        output.append("\n")
        let hidden = info.isHidden ? Label(" (hidden)", vi: " (ẩn)") : Label("", vi: "")
        say(Label("Sheet \(name)\(hidden.en)", vi: "Trang tính \(name)\(hidden.vi)"))
      }
      let rows = try HeadedRows(
        source.rows(ofSheet: index), line: headingLine, score: headingScore)
      if let heading = rows.heading {
        say(Label("Headings on line \(heading.line):", vi: "Tiêu đề ở dòng \(heading.line):"))
        output.append(TablePreview.line(heading))
      }
      var count = 0
      while let row = try rows.next() {
        if row.isBlank { continue }
        count += 1
        if count <= rowLimit { output.append(TablePreview.line(row)) }
        try output.flushIfFull()
      }
      if count > rowLimit { output.append("…\n") }
      say(
        Label(
          "\(count.counted(.en)) rows below the headings",
          vi: "\(count.counted(.vi)) dòng dưới tiêu đề"))
    }
    try output.finish()
  }

  /// Returns a row as one line: cells cut to what a terminal can show, without controls.
  private static func line(_ row: TableRow) -> String {
    let cells = row.cells.prefix(30).map { cell in
      let text = String(
        cell.text.unicodeScalars.prefix(40).map { scalar in
          scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value ? " " : Character(scalar)
        })
      return cell.text.unicodeScalars.count > 40 ? text + "…" : text
    }
    return "  " + cells.joined(separator: " | ") + (row.cells.count > 30 ? " | …" : "") + "\n"
  }

  private static func title(ofDelimiter byte: UInt8) -> String {
    byte == 0x09 ? "tab" : String(UnicodeScalar(byte))
  }
}
