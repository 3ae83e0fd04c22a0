import CRMCore
import CRMEngine
import CRMTables
import CRMValues

extension Session {
  /// The form asked for by `--format` or `--json`, else a table on a terminal and tab-separated
  /// text elsewhere.
  ///
  /// - Parameter isForPeople: whether it is a table elsewhere, too: what cron sends by mail.
  func outputForm(forPeople isForPeople: Bool = false) throws -> OutputForm {
    let form = try chosenForm(forPeople: isForPeople)
    if invocation.isGiven("no-header"), !form.hasHeadingRow { throw CRMError.noHeadingRow(form) }
    return form
  }

  private func chosenForm(forPeople isForPeople: Bool) throws -> OutputForm {
    let isJSON = invocation.has("json")
    if let name = try invocation.choice("format") {
      guard let form = OutputForm(rawValue: name), !isJSON || form == .json else {
        throw CRMError(
          .usage, "--json means --format json, and --format \(name) was given too",
          vi: "--json nghĩa là --format json, nhưng lại có --format \(name)")
      }
      return form
    }
    if isJSON { return .json }
    return environment.isOutputTerminal || isForPeople ? .table : .tsv
  }

  func style(_ form: OutputForm) -> CellStyle {
    CellStyle(form, language: language, zone: environment.zone)
  }

  /// Opens a writer of rows on standard output.
  func openRows(_ form: OutputForm) throws -> any RowWriter {
    guard let format = form.format else { return screenTable() }
    var options = WriteOptions()
    options.hasHeading = form != .codes && !invocation.isGiven("no-header")
    return try openWriter(format, to: .sink(environment.output), options: options)
  }

  /// Opens a table that is no list of records on standard output, row by row.
  func openRows(
    _ form: OutputForm, _ columns: [RowColumn], key: String, title: Label
  ) throws -> any RowWriter {
    guard form.format != nil else {
      let table = screenTable()
      try table.begin(screenColumns(columns))
      return table
    }
    let writer = try openRows(form)
    try writer.beginSheet(sheet(key, title, columns))
    return writer
  }

  /// Returns a table on the terminal, through the pager where it is long.
  func screenTable() -> TerminalTable {
    TerminalTable(
      PagedSink.of(environment), width: screenWidth, isBold: hasColour, leftOut: leftOut)
  }

  /// The columns of the terminal; of what is read elsewhere, such as mail, as many as letters have.
  var screenWidth: Int { environment.isOutputTerminal ? environment.width : Session.mailWidth }

  private static let mailWidth = 120

  /// Says which columns a screen had no room for, and how to see them.
  func leftOut(_ titles: String) -> String {
    let said = text(Label("No room for: \(titles)", vi: "Không đủ chỗ: \(titles)"))
    if invocation.declares("columns") {
      return said + text(Label(" (--columns chooses)", vi: " (chọn cột bằng --columns)"))
    }
    guard invocation.declares("format") else { return said }
    return said + text(Label(" (all: --format csv)", vi: " (xem đủ: --format csv)"))
  }

  /// Whether escape sequences may be written on standard output.
  var hasColour: Bool {
    environment.isOutputTerminal && !invocation.has("no-color")
      && (environment.variables["NO_COLOR"] ?? "").isEmpty
      && environment.variables["TERM"] != "dumb"
  }

  /// Returns query columns as they head a table.
  func outputColumns(_ columns: [QueryColumn]) -> [OutputColumn] {
    columns.map {
      OutputColumn(key: $0.path, title: text($0.label), kind: $0.kind.columnKind)
    }
  }

  /// Returns the heading of a table that is no list of records.
  func sheet(_ key: String, _ title: Label, _ columns: [RowColumn]) -> OutputSheet {
    OutputSheet(
      key: key, title: text(title),
      columns: columns.map {
        OutputColumn(key: $0.key, title: text($0.label), kind: $0.kind.columnKind)
      })
  }

  /// Returns the columns of a table that is no list of records as a screen shows them.
  func screenColumns(_ columns: [RowColumn]) -> [ScreenColumn] {
    let yields = columns.indices.filter { columns[$0].yields > 0 }
      .sorted { columns[$0].yields > columns[$1].yields }
    return ScreenColumn.ranked(
      columns.map {
        ScreenColumn(text($0.short), $0.kind.columnKind, stays: $0.stays, fit: $0.fit)
      }, yields: yields)
  }

  /// Writes a table that is at hand.
  func putRows(
    _ rows: [[Value]], _ columns: [RowColumn], key: String, title: Label,
    form: OutputForm? = nil
  ) throws {
    let form = try form ?? outputForm()
    let style = style(form)
    if form == .table, rows.isEmpty { return say("nothing", vi: "không có gì") }
    let writer = try openRows(form, columns, key: key, title: title)
    for row in rows {
      try writer.write(zip(columns, row).map { $0.kind.cell($1, style) })
    }
    try writer.finish()
  }

  /// Writes few rows of many columns: on a terminal a line for every value there is, else as a
  /// table.
  func putFacts(
    _ rows: [[Value]], _ columns: [RowColumn], key: String, title: Label
  ) throws {
    let form = try outputForm()
    guard form == .table else {
      return try putRows(rows, columns, key: key, title: title, form: form)
    }
    let style = style(form)
    for (place, row) in rows.enumerated() {
      if place > 0 { try put("") }
      for (column, value) in zip(columns, row) {
        let shown = column.kind.cell(value, style).text
        guard !shown.isEmpty else { continue }
        try put(RecordText.line(column.label, shown, self))
      }
    }
  }
}

extension CRMError {
  /// Says that a form has no row of headings to leave out.
  static func noHeadingRow(_ form: OutputForm) -> CRMError {
    CRMError(
      .usage, "--no-header is about TSV and CSV; \(form.rawValue) has no heading row to leave out",
      vi: "--no-header chỉ dùng cho TSV và CSV; \(form.rawValue) không có dòng tiêu đề để bỏ",
      hints: [
        Label("Use --format tsv --no-header.", vi: "Hãy dùng --format tsv --no-header.")
      ])
  }
}
