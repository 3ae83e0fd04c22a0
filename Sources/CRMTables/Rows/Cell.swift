import CRMValues

/// What a file says in one cell, before any field of ours has looked at it.
///
/// CSV yields `.empty` and `.text` only. Spreadsheets yield the other cases; vCard and JSON
/// readers yield what their properties are.
public enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  /// A number and the way the sheet shows it: `0912345678` for 912345678 under the format
  /// `0000000000`.
  case number(Double, shown: String)
  case bool(Bool)
  /// A calendar day in ISO 8601: `2026-12-20`.
  case day(String)
  /// A day of which the sheet shows a part only: `27/04` for 2026-04-27. Whether the rest is
  /// meant, the field tells: a birthday typed as `27/04` is of no year, an order's day is of one.
  case partialDay(String, PartOfDay)
  /// A day and time in ISO 8601 without a zone: `2026-12-20T08:30:00`.
  case dateTime(String)
  /// A time of day or a duration, in seconds.
  case time(seconds: Double)
  /// A spreadsheet error: `#N/A`.
  case error(String)
}

extension Cell {
  /// The cell as text, the way its file shows it; the empty string for an empty cell.
  public var text: String {
    switch self {
    case .empty: return ""
    case .text(let text): return text
    case .number(_, let shown): return shown
    case .bool(let value): return value ? "TRUE" : "FALSE"
    case .day(let iso), .partialDay(let iso, _): return iso
    case .dateTime(let iso): return iso
    case .time(let seconds): return Cell.clock(seconds)
    case .error(let code): return code
    }
  }

  /// Whether nothing is in the cell; a text of no characters is nothing too.
  public var isEmpty: Bool {
    switch self {
    case .empty: return true
    case .text(let text): return text.isEmpty
    default: return false
    }
  }

  /// Returns `26:05:09` for 93,909 seconds.
  private static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e12 else { return "\(seconds)" }
    let whole = Int(abs(seconds).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let sign = seconds < 0 ? "-" : ""
    return "\(sign)\(two(whole / 3600)):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }
}

/// One row of a table as its file has it; rows of one table may differ in length.
public struct TableRow: Sendable, Hashable {
  /// The line of the file where the row starts, or the row number in a sheet; both from 1.
  public var line: Int
  /// The cells from the first column on, as many as the file has in this row.
  public var cells: [Cell]
  /// Why the row cannot be taken; nil for nearly all.
  public var fault: RowFault?
  /// Whether the sheet hides it, by a filter or by hand.
  public var isHidden = false

  public init(line: Int, cells: [Cell], fault: RowFault? = nil) {
    self.line = line
    self.cells = cells
    self.fault = fault
  }

  /// Whether every cell is empty, and nothing was there that could not be read.
  public var isBlank: Bool { fault == nil && cells.allSatisfy(\.isEmpty) }
}

/// What is wrong with a row as a whole: it counts as read, is refused, and the next is taken.
///
/// Behind a pointer, so that the rows that have none are no larger.
public indirect enum RowFault: Sendable, Hashable {
  /// - Parameter source: what stands in the file, where that is one line.
  case unreadable(Label, source: String? = nil)

  /// What is wrong, and what to do.
  public var text: Label {
    switch self {
    case .unreadable(let text, _): return text
    }
  }

  /// The line of the file, so that it can be mended; nil where the row's cells say it.
  public var source: String? {
    switch self {
    case .unreadable(_, let source): return source
    }
  }
}

/// What of a day a sheet shows.
public enum PartOfDay: UInt8, Sendable, Hashable {
  case monthAndDay, yearAndMonth, year
  /// All of it, the year by its last two digits: `27/04/26`. So a program shows a day that was typed
  /// without a year, too.
  case shortYear

  /// The part as people write it: `27/04`, `04/2026`, `2026`; all of it where nothing is missing.
  public func text(_ iso: String) -> String {
    let parts = iso.split(separator: "-").map(String.init)
    guard parts.count == 3 else { return iso }
    switch self {
    case .monthAndDay: return "\(parts[2])/\(parts[1])"
    case .yearAndMonth: return "\(parts[1])/\(parts[0])"
    case .year: return parts[0]
    case .shortYear: return iso
    }
  }

  /// The part as a day that comes back every year is written: `--04-27`; what has no day is
  /// written as it is shown.
  public func yearlyText(_ iso: String) -> String {
    self == .monthAndDay ? "--\(iso.suffix(5))" : text(iso)
  }
}
