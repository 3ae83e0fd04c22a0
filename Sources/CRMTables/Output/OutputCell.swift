/// A value on its way out; each format writes it in its own way.
public enum OutputCell: Sendable, Hashable {
  case empty
  case text(String)
  case integer(Int64)
  /// An exact decimal number in canonical form: `-1.5`.
  case decimal(String)
  /// Whole đồng.
  case money(Int64)
  /// A percentage as an exact decimal number in canonical form: `12.5` is 12.5 %.
  case percent(String)
  /// A day as `2026-12-20`. Other text, such as a birthday without its year, is written as text.
  case day(String)
  /// A day and time as `2026-12-20T08:30:00` or with a space; seconds may be absent.
  case dateTime(String)
  /// A length of time in whole seconds, and the text of it: `1h30m`.
  case duration(Int64, String)
  case bool(Bool)
  /// Several texts in one cell: an array in JSON, else joined by `; `.
  case list([String])
}

/// What the cells of a column are; decides width, alignment and cell format.
public enum ColumnKind: String, Sendable, CaseIterable {
  case text
  /// Codes, phones, tax codes: text whose digits a spreadsheet program must not take for a number,
  /// also when more are typed in below.
  case code
  case integer, decimal, money, percent, day, dateTime, bool, list
  /// Days, some of them with a time: no format of the column may give a day one.
  case moment
  case duration

  /// Whether the column reads better aligned to the right.
  public var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .money, .percent, .duration: return true
    case .text, .code, .day, .dateTime, .moment, .bool, .list: return false
    }
  }

  /// Whether half of a value says something else than the whole, so that it is better not cut.
  public var isFirm: Bool {
    switch self {
    case .code, .integer, .decimal, .money, .percent, .day, .dateTime, .moment, .duration, .bool:
      return true
    case .text, .list: return false
    }
  }
}

/// A column on its way out.
public struct OutputColumn: Sendable, Hashable {
  /// The field's name, the key in JSON.
  public var key: String
  /// The heading, in the language of the output.
  public var title: String
  public var kind: ColumnKind
  /// The width in characters; nil lets kind and title decide.
  public var width: Int?
  /// The texts a cell may have, for a drop-down in a workbook; empty allows anything.
  public var choices: [String]
  /// Whether a cell may have another text than those of `choices`.
  public var allowsOthers = false
  /// Whether every row needs a value, which a workbook marks in the heading.
  public var isRequired = false
  /// A comment on the heading in a workbook.
  public var note: String?

  public init(
    key: String, title: String, kind: ColumnKind = .text, width: Int? = nil, choices: [String] = []
  ) {
    self.key = key
    self.title = title
    self.kind = kind
    self.width = width
    self.choices = choices
  }
}

/// A table on its way out.
public struct OutputSheet: Sendable, Hashable {
  /// The name in JSON of several sheets: the kind of record.
  public var key: String
  /// The name of the sheet in a workbook, in the language of the output.
  public var title: String
  public var columns: [OutputColumn]
  /// How many columns a workbook keeps in sight while the others are scrolled.
  public var fixedColumns = 0
  /// Whether a workbook makes columns as wide as what is in them, and hides those that no row fills.
  public var fitsRows = false
  /// Whether a workbook opens on this sheet.
  public var isShownFirst = false

  public init(key: String, title: String, columns: [OutputColumn]) {
    self.key = key
    self.title = title
    self.columns = columns
  }
}
