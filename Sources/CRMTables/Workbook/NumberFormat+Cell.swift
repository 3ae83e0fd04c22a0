extension NumberFormat {
  /// Returns a number as what it means under the format.
  func cell(_ number: Double, is1904: Bool) -> Cell {
    switch meaning {
    case .general, .text: return .number(number, shown: PlainNumber.text(number))
    case .number: return .number(number, shown: shown(number) ?? PlainNumber.text(number))
    case .elapsed: return SheetDate.time(days: number)
    case .clock where number >= 0 && number < 1: return SheetDate.time(days: number)
    case .clock:
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: true)
        ?? .number(number, shown: PlainNumber.text(number))
    case .day(let hasTime):
      if number >= 0, number < 1, !is1904 { return SheetDate.time(days: number) }
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: hasTime)
        ?? .number(number, shown: PlainNumber.text(number))
    }
  }
}
