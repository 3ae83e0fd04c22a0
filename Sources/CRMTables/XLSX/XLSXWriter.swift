import CLibXLSXWriter
import CRMValues

/// Writes a workbook: typed cells, bold frozen heading, filter, widths, drop-downs; what
/// nobody filled is hidden where the sheet wishes it, and prints fit the paper.
///
/// A sheet that is full goes on in another one named `… (2)`. A text longer than Excel's limit
/// throws and names its cell: cut silently, the record would come back changed.
final class XLSXWriter: RowWriter {
  private let book: XLSXBook
  private var names = SheetNames()
  private var choices = ChoiceSheet()
  private var plan: OutputSheet?
  private var styles: [crmxlsx_style] = []
  private var sheet: OpaquePointer?
  private var sheetName = ""
  private var row: UInt32 = 0
  /// How many characters the longest cell of each column has, 0 where no row has filled it.
  private var lengths: [Int] = []
  private let rowLimit: UInt32

  /// `rowLimit` is Excel's unless a test wants less.
  init(_ sink: any ByteSink, rowLimit: UInt32 = 1_048_576) throws {
    book = try XLSXBook(sink)
    self.rowLimit = rowLimit
    _ = names.unique(ChoiceSheet.name)
  }

  func beginSheet(_ sheet: OutputSheet) throws {
    guard sheet.columns.count <= 16_384 else {
      throw CRMError.xlsxTooManyColumns(book.name, count: sheet.columns.count)
    }
    try endSheet()
    plan = sheet
    styles = sheet.columns.map { XLSXWriter.style(of: $0.kind) }
    try startSheet(sheet)
  }

  func write(_ cells: [OutputCell]) throws {
    if row == rowLimit, let plan {
      try endSheet()
      try startSheet(plan)
    }
    for index in cells.indices {
      if index < lengths.count {
        lengths[index] = XLSXWriter.length(of: cells[index], atLeast: lengths[index])
      }
      try write(cells[index], UInt16(truncatingIfNeeded: index))
    }
    row += 1
  }

  func finish() throws {
    // A workbook without a sheet does not open.
    if plan == nil { try startSheet(OutputSheet(key: "", title: "Sheet1", columns: [])) }
    try endSheet()
    if !choices.isEmpty { try choices.write(to: book) }
    try book.finish()
  }

  func cancel() { book.cancel() }

  private func startSheet(_ plan: OutputSheet) throws {
    sheetName = names.unique(plan.title)
    sheet = crmxlsx_add_sheet(book.handle, sheetName)
    row = 0
    lengths = [Int](repeating: 0, count: plan.columns.count)
    if plan.isShownFirst { crmxlsx_show_first(sheet) }
    for (index, column) in plan.columns.enumerated() {
      let place = UInt16(truncatingIfNeeded: index)
      try book.check(
        crmxlsx_column(
          book.handle, sheet, place, XLSXWriter.width(of: column),
          XLSXWriter.style(of: column.kind)))
      try offer(column, place)
    }
    for (index, column) in plan.columns.enumerated() {
      let place = UInt16(truncatingIfNeeded: index)
      try put(column.title, place, column.isRequired ? CRMXLSX_REQUIRED : CRMXLSX_HEADING)
      if let note = column.note {
        try book.check(SheetText.withCString(note) { crmxlsx_note(sheet, place, $0) })
      }
    }
    row = 1
  }

  /// Adds the drop-down of a column: in the column itself, or from the hidden sheet.
  private func offer(_ column: OutputColumn, _ place: UInt16) throws {
    guard !column.choices.isEmpty else { return }
    if XLSXWriter.fitInColumn(column.choices) {
      try book.check(
        XLSXWriter.addChoices(
          column.choices, isClosed: !column.allowsOthers, to: sheet, place))
    } else {
      let range = choices.range(column.choices)
      try book.check(crmxlsx_choices_of(sheet, place, range, column.allowsOthers ? 0 : 1))
    }
  }

  private func endSheet() throws {
    guard let plan, sheet != nil, !plan.columns.isEmpty else { return }
    let lastColumn = UInt16(truncatingIfNeeded: plan.columns.count - 1)
    let widths = plan.fitsRows && row > 1 ? try fitColumns(plan) : []
    let fixed = UInt16(truncatingIfNeeded: plan.fixedColumns)
    let code = crmxlsx_end_sheet(
      book.handle, sheet, row - 1, lastColumn, fixed,
      XLSXWriter.pages(widths, fixed: plan.fixedColumns))
    sheet = nil
    if code != 0 { throw book.temporaryFailure(code) }
  }

  /// Makes each column as wide as what is in it, and hides those in which nothing is.
  ///
  /// - Returns: the widths, 0 of those that are hidden.
  private func fitColumns(_ plan: OutputSheet) throws -> [Double] {
    try plan.columns.enumerated().map { index, column in
      let place = UInt16(truncatingIfNeeded: index)
      guard lengths[index] > 0 || index < plan.fixedColumns else {
        try book.check(crmxlsx_hide_column(sheet, place, XLSXWriter.width(of: column)))
        return 0
      }
      let width = XLSXWriter.width(of: column, lengths[index])
      try book.check(
        crmxlsx_column(book.handle, sheet, place, width, XLSXWriter.style(of: column.kind)))
      return width
    }
  }

  private func write(_ cell: OutputCell, _ column: UInt16) throws {
    switch cell {
    case .empty: return
    case .text(let text):
      let style = Int(column) < styles.count ? styles[Int(column)] : CRMXLSX_PLAIN
      let plain = text.utf8.contains(0x0A) ? CRMXLSX_LINES : CRMXLSX_PLAIN
      try put(text, column, style == CRMXLSX_TEXT ? style : plain)
    case .list: try put(cell.text, column, CRMXLSX_PLAIN)
    case .bool(let value):
      try book.check(crmxlsx_bool(book.handle, sheet, row, column, value ? 1 : 0))
    case .integer(let number): try put(SheetNumber.value(number), cell, column, CRMXLSX_INTEGER)
    case .money(let number): try put(SheetNumber.value(number), cell, column, CRMXLSX_MONEY)
    case .decimal(let text): try put(SheetNumber.value(text), cell, column, CRMXLSX_PLAIN)
    case .percent(let text):
      let style = text.utf8.contains(0x2E) ? CRMXLSX_PERCENT : CRMXLSX_PERCENT_WHOLE
      try put(SheetNumber.value(text).map { $0 / 100 }, cell, column, style)
    case .day(let text):
      if let yearless = SheetDate.yearless(text) { return try put(yearless, column, CRMXLSX_TEXT) }
      try put(SheetDate.serial(day: text), cell, column, CRMXLSX_DAY)
    case .dateTime(let text):
      try put(SheetDate.serial(dateTime: text), cell, column, CRMXLSX_DATE_TIME)
    case .duration(let seconds, _):
      try put(SheetNumber.value(seconds).map { $0 / 86_400 }, cell, column, CRMXLSX_DURATION)
    }
  }

  /// Writes the number, or the cell's text where Excel has no number for it.
  private func put(
    _ number: Double?, _ cell: OutputCell, _ column: UInt16, _ style: crmxlsx_style
  ) throws {
    guard let number else { return try put(cell.text, column, CRMXLSX_TEXT) }
    try book.check(crmxlsx_number(book.handle, sheet, row, column, number, style))
  }

  private func put(_ text: String, _ column: UInt16, _ style: crmxlsx_style) throws {
    guard !SheetText.isTooLong(text) else {
      throw CRMError.xlsxTextTooLong(
        book.name, sheet: sheetName, cell: SheetColumn.letters(Int(column)) + "\(row + 1)",
        length: text.utf16.count)
    }
    let code = SheetText.withCString(text) {
      crmxlsx_string(book.handle, sheet, row, column, $0, style)
    }
    try book.check(code)
  }
}
