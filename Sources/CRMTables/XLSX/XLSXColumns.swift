import CLibXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension XLSXWriter {
  /// The format of a column, which cells typed in below the last row get too.
  static func style(of kind: ColumnKind) -> crmxlsx_style {
    switch kind {
    case .text, .list, .bool, .decimal, .moment: return CRMXLSX_PLAIN
    case .code: return CRMXLSX_TEXT
    case .integer: return CRMXLSX_INTEGER
    case .money: return CRMXLSX_MONEY
    case .percent: return CRMXLSX_PERCENT_WHOLE
    case .day: return CRMXLSX_DAY
    case .dateTime: return CRMXLSX_DATE_TIME
    case .duration: return CRMXLSX_DURATION
    }
  }

  /// The width asked for, else what the kind usually takes; room for the title and the filter's
  /// button in any case.
  static func width(of column: OutputColumn) -> Double {
    let usual: Int
    switch column.kind {
    case .text: usual = 24
    case .list: usual = 28
    case .code: usual = 14
    case .money: usual = 16
    case .dateTime, .moment: usual = 17
    case .integer, .decimal, .percent, .day, .duration, .bool: usual = 12
    }
    return Double(min(max(column.width ?? usual, column.title.count + 4), 255))
  }

  /// The width that holds the longest cell of a column, up to what can be read on paper, and the
  /// title with the filter's button: a long title over short cells may be cut at its end.
  static func width(of column: OutputColumn, _ length: Int) -> Double {
    let title = min(column.title.count + 3, max(length, titleWidth))
    return Double(min(max(length + 2, title, leastWidth), mostWidth))
  }

  /// Returns over how many pages side by side the columns of a sheet are printed, so that what is on
  /// them can be read.
  ///
  /// - Parameter fixed: how many columns come again on each page.
  static func pages(_ widths: [Double], fixed: Int) -> UInt16 {
    let repeated = widths.prefix(fixed).reduce(0, +)
    let rest = widths.dropFirst(fixed).reduce(0, +)
    return UInt16(max(1, (rest / max(pageWidth - repeated, pageWidth / 2)).rounded(.up)))
  }

  /// The characters beside each other that a page of A4 across has room for, in small print.
  private static let pageWidth = 200.0
  private static let leastWidth = 6
  private static let mostWidth = 48
  private static let titleWidth = 18

  /// Returns how many characters a sheet shows of a cell, or the given length where that is more.
  static func length(of cell: OutputCell, atLeast least: Int) -> Int {
    switch cell {
    case .empty: return least
    case .text(let text):
      // Bytes are never fewer than letters.
      guard text.utf8.count > least, least < mostWidth else { return least }
      let longest = text.split(separator: "\n").map(\.count).max() ?? 0
      return max(least, longest, 1)
    case .list: return max(least, cell.text.count)
    case .money(let number): return max(least, groupedLength(number))
    case .day: return max(least, 10)
    case .dateTime: return max(least, 16)
    case .integer, .decimal, .percent, .duration, .bool: return max(least, cell.text.utf8.count)
    }
  }

  /// Returns how many characters an amount has with its thousands apart.
  private static func groupedLength(_ number: Int64) -> Int {
    var digits = 1
    var rest = number.magnitude
    while rest >= 10 {
      digits += 1
      rest /= 10
    }
    return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0)
  }

  /// Whether a drop-down can hold the texts itself: 255 characters in all, no comma in one.
  static func fitInColumn(_ choices: [String]) -> Bool {
    let length = choices.reduce(choices.count - 1) { $0 + $1.utf16.count }
    return length <= 255 && !choices.contains { $0.contains(",") }
  }

  /// Adds a drop-down of texts that fit in it.
  static func addChoices(
    _ choices: [String], isClosed: Bool, to sheet: OpaquePointer?, _ column: UInt16
  ) -> Int32 {
    var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) }
    defer { texts.forEach { free($0) } }
    texts.append(nil)
    return texts.withUnsafeBufferPointer { list in
      list.withMemoryRebound(to: UnsafePointer<CChar>?.self) {
        crmxlsx_choices(sheet, column, $0.baseAddress, isClosed ? 1 : 0)
      }
    }
  }
}
