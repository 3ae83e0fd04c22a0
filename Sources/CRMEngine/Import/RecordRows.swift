import CRMTables
import CRMValues

/// A row of a table that is none of its records.
public struct PassedRow: Sendable {
  public enum Reason: Sendable { case total, heading, signature }

  public let line: Int
  public let reason: Reason
}

/// The rows of a table without those that are there for who looks at it: the headings again on
/// every page, the sums at its end, and who signs below them.
final class RecordRows: RowReader {
  private let rows: any RowReader
  private let headings: [TableRow]
  /// The columns in which a sum may stand, of those that fill fields.
  private let summed: Set<Int>
  private let taken: Set<Int>
  private var signatures: SignatureRows
  private(set) var passed: [PassedRow] = []

  /// - Parameter headings: the rows of the heading as they stand in the file.
  init(_ rows: any RowReader, headings: [TableRow], _ columns: [ColumnPlan.Column]) {
    self.rows = rows
    self.headings = headings
    signatures = SignatureRows(width: headings.map(\.cells.count).max() ?? 0)
    taken = Set(columns.flatMap(\.places))
    summed = Set(columns.filter { $0.field.isSummable }.map(\.index))
  }

  var sheetName: String? { rows.sheetName }
  var progress: Double? { rows.progress }

  func next() throws -> TableRow? {
    while let row = try rows.next() {
      guard let reason = reason(row) else { return row }
      passed.append(PassedRow(line: row.line, reason: reason))
    }
    return nil
  }

  private func reason(_ row: TableRow) -> PassedRow.Reason? {
    guard let place = row.cells.firstIndex(where: { !$0.isEmpty }),
      case .text(let text) = row.cells[place]
    else { return nil }
    if headings.contains(where: { repeats(row, $0, from: place, text) }) {
      signatures.begin()
      return .heading
    }
    if TotalWords.mayBegin(text), isTotal(row, place, text) { return .total }
    return signatures.take(row) ? .signature : nil
  }

  private func repeats(_ row: TableRow, _ heading: TableRow, from place: Int, _ text: String)
    -> Bool
  {
    guard place < heading.cells.count, heading.cells[place] == .text(text) else { return false }
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    let expected = heading.cells.count { !$0.isEmpty }
    return filled.count == expected
      && filled.allSatisfy { $0 < heading.cells.count && row.cells[$0] == heading.cells[$0] }
  }

  private func isTotal(_ row: TableRow, _ place: Int, _ text: String) -> Bool {
    guard let word = TotalWords.total(text) else { return false }
    let others = row.cells.indices.filter { $0 != place && !row.cells[$0].isEmpty }
    // A word that fills no field, such as under the numbers of rows, is nobody's name, and beside it
    // stand counts: “3 khách”.
    if !taken.contains(place) { return others.allSatisfy { TotalWords.isCount(row.cells[$0]) } }
    // What stands alone may be the name of somebody.
    if others.isEmpty, word == .needsSum { return false }
    return others.allSatisfy { other in
      TotalWords.isSum(row.cells[other]) && (summed.contains(other) || !taken.contains(other))
    }
  }
}

/// The words by which a row of sums is known.
enum TotalWords {
  enum Found { case clear, needsSum }

  private static let clear: Set = [
    "tong cong", "cong", "tong so", "cong trang", "tong", "tong tien", "tong gia tri",
    "tong thanh tien", "grand total", "subtotal", "sub total", "cong don", "luy ke",
  ]
  private static let others: Set = ["total", "totals", "sum"]
  private static let letters = Set("TtCcGgSsLl".utf8)

  /// Whether a text may begin with one of them, which costs next to nothing.
  static func mayBegin(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != 0x20 }) else { return false }
    return letters.contains(first) && text.utf8.count < 60
  }

  static func total(_ text: String) -> Found? {
    let text = folded(text.split(separator: "(", maxSplits: 1).first.map(String.init) ?? "")
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    // `Tổng cộng: 125 khách hàng`; `Tổng (VND)`.
    let rest = parts.count > 1 ? cleaned(parts[1]) : ""
    guard rest.isEmpty || rest.first?.isNumber == true else { return nil }
    let word = cleaned(first)
    if clear.contains(word) { return .clear }
    if others.contains(word) { return .needsSum }
    if parts.count > 1, word.hasPrefix("tong so ") || word.hasPrefix("tong cong ") { return .clear }
    return nil
  }

  /// Whether a cell may be a sum, or a number of something.
  static func isCount(_ cell: Cell) -> Bool {
    if case .text(let text) = cell, case let words = text.split(separator: " "), words.count <= 4,
      let first = words.first, isSum(.text(String(first)))
    {
      // A telephone number beside it is somebody's.
      return first.utf8.count < 9 || !first.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
    return isSum(cell)
  }

  /// Whether a cell may be a sum.
  static func isSum(_ cell: Cell) -> Bool {
    switch cell {
    case .number, .time: return true
    case .text(let text):
      let word = folded(text).replacing("vnd", with: "").replacing("dong", with: "")
      return word.contains(where: \.isNumber)
        && word.allSatisfy { $0.isNumber || " .,-%d()".contains($0) }
    case .empty, .bool, .day, .partialDay, .dateTime, .error: return false
    }
  }
}
