extension NumberFormat {
  /// Returns a number as what it means under the format.
  func cell(_ number: Double, is1904: Bool) -> Cell {
    switch meaning {
    case .general, .text: return .number(number, shown: PlainNumber.text(number))
    case .number:
      let shown = shown(number) ?? PlainNumber.text(number)
      // What is shown with a percent sign is a fraction, also where the sign is mere text.
      let isScaled = shown.utf8.contains(0x25) && !isFraction(number)
      return .number(isScaled ? number / 100 : number, shown: shown)
    case .elapsed: return SheetDate.time(days: number)
    case .clock where number >= 0 && number < 1: return SheetDate.time(days: number)
    case .clock:
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: true)
        ?? .number(number, shown: PlainNumber.text(number))
    case .day(let hasTime):
      if number >= 0, number < 1, !is1904 { return SheetDate.time(days: number) }
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: hasTime).map(partial)
        ?? .number(number, shown: PlainNumber.text(number))
    }
  }

  /// Returns a day as the part of it that the format shows.
  func partial(_ cell: Cell) -> Cell {
    guard let partOfDay, case .day(let iso) = cell else { return cell }
    return .partialDay(iso, partOfDay)
  }
}
