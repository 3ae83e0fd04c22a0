import CRMTables
import CRMValues

/// The year that a spreadsheet puts behind a day typed as `27/04`: the one it was typed in, which is this
/// one, or in its first three months that before.
struct TypedYear {
  private let years: ClosedRange<Int>

  init(_ today: Day) {
    let (year, month, _) = today.parts
    years = (month <= 3 ? year - 1 : year)...year
  }

  /// Returns a day that comes back every year without the year that nobody typed; nil where the year
  /// is meant: it is another one, or stands there in full.
  func yearless(_ cell: Cell) -> String? {
    switch cell {
    case .partialDay(let iso, .shortYear):
      guard let year = Int(iso.prefix(4)), years.contains(year) else { return nil }
      return "--\(iso.suffix(5))"
    case .text(let text):
      // As a sheet of such days is saved as CSV.
      guard text.utf8.count <= 10, let (day, year) = YearlyDay.shortYear(text),
        years.contains(where: { $0 % 100 == year })
      else { return nil }
      return day.text
    default: return nil
    }
  }
}

/// How many days of a field came in without the year that their file has.
public struct YearlessDays: Sendable {
  public let field: Field
  /// The first row of them.
  public let line: Int
  public var count = 1
}
