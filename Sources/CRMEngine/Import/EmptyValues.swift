import CRMValues

/// What programs write where a field with a form of its own is empty.
extension FieldKind {
  /// Whether a text that is no value of the field says that there is none: a date of zeros, a dash,
  /// `N/A`.
  func isNothing(_ text: String) -> Bool {
    switch self {
    case .day, .yearlyDay, .moment, .instant:
      return text.utf8.allSatisfy { EmptyValues.zeros.contains($0) }
        || EmptyValues.words.contains(folded(text)) || EmptyValues.days.contains(cleaned(text))
    case .choice: return EmptyValues.words.contains(folded(text))
    case .code, .text, .longText, .flag, .integer, .decimal, .percent, .money, .duration,
      .recurrence, .phones,
      .emails, .taxCode, .location, .reference, .references, .record, .noun, .condition:
      return false
    }
  }

  /// Whether a value is the day from which programs count, which stands for none.
  func isNothing(_ value: Value) -> Bool {
    switch self {
    case .day, .yearlyDay, .moment:
      guard let text = value.text, text.utf8.first != UInt8(ascii: "2") else { return false }
      return EmptyValues.firstDays.contains { text.hasPrefix($0) }
    default: return false
    }
  }
}

private enum EmptyValues {
  /// `0/0/00`, `0000-00-00 00:00:00`, `--`.
  static let zeros = Set("0/-. :T".utf8)
  static let words: Set = [
    "-", "–", "n/a", "#n/a", "na", "null", "nil", "none", "unspecified", "khong co", "chua co",
    "khong ro", "chua ro", "khong xac dinh", "chua xac dinh",
  ]
  /// The day before the first that Excel knows, and what it shows of it.
  static let days: Set = ["00/01/1900", "0/1/1900", "1/0/1900", "01/00/1900", "1900-01-00"]
  /// The first days of .NET and SQL Server, and the day zero of spreadsheets.
  static let firstDays = ["0001-01-01", "1753-01-01", "1899-12-30"]
}
