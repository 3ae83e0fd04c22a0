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
