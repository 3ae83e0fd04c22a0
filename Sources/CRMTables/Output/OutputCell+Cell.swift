extension OutputCell {
  /// Makes a cell that a reader takes for the one that was read: text stays text, a day a day, and
  /// a number keeps what its column needs of it, its value or the way it is shown.
  ///
  /// - Parameter column: what the column holds; `0912` shown for 912 is a number in a column of
  ///   amounts and a text in a column of codes.
  public init(_ cell: Cell, in column: ColumnKind) {
    switch cell {
    case .empty: self = .empty
    case .text(let text): self = .text(text)
    case .bool(let value): self = .bool(value)
    case .day(let iso): self = .day(iso)
    case .partialDay(let iso, .shortYear): self = .day(iso)
    // A birthday without its year is none of this year, and a day whose year is hidden has one.
    case .partialDay(let iso, let part):
      self = column == .text ? .text(part.text(iso)) : .day(iso)
    case .dateTime(let iso): self = .dateTime(iso)
    case .number(let number, let shown): self = OutputCell.number(number, shown, cell, column)
    case .time(let seconds) where column == .duration:
      self = Int64(exactly: seconds).map { .duration($0, cell.text) } ?? .text(cell.text)
    case .time, .error: self = .text(cell.text)
    }
  }

  private static func number(
    _ number: Double, _ shown: String, _ cell: Cell, _ column: ColumnKind
  ) -> OutputCell {
    // As files of data have it, and sheets without a number format.
    if OutputBuffer.isNumber(shown), Double(shown) == number {
      // Three decimals are thousands where all is text.
      let isLikeThousands = shown.utf8.dropLast(3).last == 0x2E && column.isNumeric
      return .decimal(isLikeThousands ? shown + "0" : shown)
    }
    switch column {
    case .percent:
      // A cell shown as 15% holds 0.15.
      guard shown.utf8.contains(0x25) else { break }
      let hundredfold = Cell.number(number * 100, shown: shown).plainNumber
      return hundredfold.map(OutputCell.percent) ?? .text(shown)
    case .integer, .decimal, .money: break
    case .text, .code, .day, .dateTime, .moment, .duration, .bool, .list: return .text(shown)
    }
    return cell.plainNumber.map(OutputCell.decimal) ?? .text(shown)
  }
}
