import CRMTables
import CRMValues

extension Field {
  /// Returns the value that a typed cell of a spreadsheet gives the field; nil where the cell is
  /// to be read as its text.
  ///
  /// - Throws: ``CRMError`` that names the field.
  func value(of cell: Cell) throws -> Value? {
    do {
      return try kind.value(of: cell).map(checked)
    } catch let error as CRMError {
      throw CRMError(
        error.kind,
        Label("\(label.en): \(error.message.en)", vi: "\(label.vi): \(error.message.vi)"),
        hints: error.hints)
    }
  }
}

extension FieldKind {
  /// Returns the value that a typed cell of a spreadsheet gives the field; nil where the cell is
  /// to be read as its text.
  ///
  /// A day is a day however the sheet shows it, a number is exact and its point is a point.
  /// - Throws: ``CRMError`` for an error cell, and for a number that the field cannot hold.
  func value(of cell: Cell) throws -> Value? {
    switch (cell, self) {
    case (.error(let code), _):
      throw CRMError(
        .request, "the cell holds the error \(code)", vi: "ô có lỗi \(code)",
        hints: [
          Label("Mend its formula in the spreadsheet", vi: "Sửa công thức của ô trong bảng tính")
        ])
    case (.bool(let value), .flag): return .integer(value ? 1 : 0)
    case (.number(_, let shown), .percent):
      // A cell shown as 15% holds 0.15.
      guard shown.utf8.contains(0x25), let plain = cell.scaled(by: 100).plainNumber else {
        return try decimal(cell)
      }
      return try decimal(plain)
    case (.number, .decimal): return try decimal(cell)
    case (.time(let seconds), .duration) where seconds >= 0:
      guard let whole = Int64(exactly: seconds) else {
        throw CRMError(
          .request, "\(cell.text) is not a whole number of seconds",
          vi: "\(cell.text) không chẵn giây")
      }
      return .integer(whole)
    case (.time, .moment):
      throw CRMError(
        .request, "the cell holds a time without a day", vi: "ô có giờ mà không có ngày",
        hints: [
          Label(
            "Write the day and the time: 2026-12-20 14:00", vi: "Viết cả ngày: 20/12/2026 14:00")
        ])
    case (.number, .money), (.number, .integer):
      guard let plain = cell.plainNumber else { return nil }
      return .integer(try Money.parse(plain: plain))
    default: return nil
    }
  }

  private func decimal(_ cell: Cell) throws -> Value? {
    try cell.plainNumber.map(decimal)
  }

  private func decimal(_ plain: String) throws -> Value {
    // The parser says what is wrong with it, such as too many decimals.
    let value = try Decimal4(plain: plain) ?? Decimal4.parse(plain)
    return .integer(value.scaled)
  }

  /// Returns the text by which a cell is read into the field; nil where nothing is in it.
  ///
  /// - Parameter hasGuards: whether texts may carry the apostrophe of a ``FormulaGuard``.
  func text(of cell: Cell, hasGuards: Bool) -> String? {
    switch (cell, self) {
    case (.empty, _): return nil
    case (.partialDay(let iso, let part), .yearlyDay): return part.yearlyText(iso)
    case (.partialDay(let iso, let part), .text), (.partialDay(let iso, let part), .longText):
      return part.text(iso)
    case (.dateTime(let iso), .day), (.dateTime(let iso), .yearlyDay): return String(iso.prefix(10))
    case (.dateTime(let iso), .text), (.dateTime(let iso), .longText):
      return iso.replacing("T", with: " ")
    case (.text(let text), _):
      if text.isEmpty { return nil }
      return hasGuards ? FormulaGuard.unguarded(text) : FormulaGuard.unwrapped(text)
    default: return cell.text
    }
  }
}

extension Cell {
  fileprivate func scaled(by factor: Double) -> Cell {
    if case .number(let number, let shown) = self { return .number(number * factor, shown: shown) }
    return self
  }
}
