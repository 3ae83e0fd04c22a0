import CRMValues

/// One value of an enumerated field: the word that is stored and that scripts use, and its label.
public struct Choice: Hashable, Sendable {
  /// What a value means to the rules, which compare no words.
  public struct Meanings: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Counts as revenue, and in figures.
    public static let counts = Meanings(rawValue: 1)
    /// Is finished as it was meant to be.
    public static let done = Meanings(rawValue: 2)
    /// Is still to be worked on, or in force.
    public static let open = Meanings(rawValue: 4)
    /// Came to nothing.
    public static let lost = Meanings(rawValue: 8)
  }

  public let key: String
  public let label: Label
  public let meanings: Meanings
  /// Further words by which the value is typed, and found in files.
  public let aliases: [String]

  public init(
    _ key: String, _ label: Label, _ meanings: Meanings = [], aliases: [String] = []
  ) {
    self.key = key
    self.label = label
    self.meanings = meanings
    self.aliases = aliases
  }
}

/// Over the records of which kind a condition is asked.
public enum ConditionScope: Hashable, Sendable {
  case kind(Kind)
  /// The kind that another field of the same record names.
  case kindNamed(in: String)
}

/// Says what a field holds. How each is stored, parsed, filtered and shown follows from it, in
/// one exhaustive switch a surface.
public enum FieldKind: Hashable, Sendable {
  /// The record's code: unique within the kind, compared without regard to ASCII case.
  case code
  /// One line of text.
  case text
  /// Text of several lines.
  case longText
  /// One of a fixed list of words.
  case choice([Choice])
  /// Yes or no, stored as 1 or 0.
  case flag
  /// A whole number.
  case integer
  /// An exact decimal of up to four places, stored times 10,000.
  case decimal
  /// A percentage from 0 to 100 of up to four places, stored times 10,000 (8 % is 80,000).
  case percent
  /// An amount in whole đồng.
  case money
  /// A calendar day, stored as `2026-12-20`.
  case day
  /// A day that comes back every year, its year optional: `1999-11-03` or `--11-03`.
  case yearlyDay
  /// A moment, stored as seconds since 1970 UTC.
  case instant
  /// A time that people type, stored as ``PlannedTime`` text: a day, or a moment on a day.
  case moment
  /// A length of time, stored in whole seconds.
  case duration
  /// By which days something comes again, stored as a rule of RFC 5545.
  case recurrence
  /// Phone numbers as typed, separated by `; `; compared as E.164 through a key table.
  case phones
  /// Email addresses as typed, separated by `; `; compared without case through a key table.
  case emails
  /// A Vietnamese tax code, its leading zeros kept.
  case taxCode
  /// A place as `lat,lng`.
  case location
  /// One record of another kind.
  case reference(Kind)
  /// Any number of records of another kind, in a link table.
  case references(Kind)
  /// One record of any kind that is a noun, stored as the number of a ``RecordLink``.
  case record
  /// The name of a kind of record that is a noun, or one of further words.
  case noun(or: [Choice] = [])
  /// A filter expression, which the write door checks.
  ///
  /// - Parameter knowsMe: whether `me` in it is who asks; not in rules, which hold for everybody.
  case condition(ConditionScope, knowsMe: Bool = true)

  /// How values stand in the database.
  public enum Storage: Sendable { case text, integer, link }

  /// How values of the kind stand in the database: in a column of texts or of whole numbers, or
  /// in a link table.
  public var storage: Storage {
    switch self {
    case .code, .text, .longText, .choice, .day, .yearlyDay, .moment, .recurrence, .phones, .emails,
      .taxCode, .location, .noun, .condition:
      return .text
    case .flag, .integer, .decimal, .percent, .money, .instant, .duration, .reference, .record:
      return .integer
    case .references: return .link
    }
  }

  /// Whether a sum of such values means something.
  public var isSummable: Bool {
    switch self {
    case .integer, .decimal, .money, .duration: return true
    case .code, .text, .longText, .choice, .flag, .percent, .day, .yearlyDay, .instant, .moment,
      .recurrence,
      .phones, .emails, .taxCode, .location, .reference, .references, .record, .noun, .condition:
      return false
    }
  }

  /// The stored values that may be typed; nil where the kind does not limit them.
  ///
  /// More than any business has, and so few that sums stay exact: of the greatest amounts it takes
  /// 9,223 records, of the greatest quantities 922,337, before a sum leaves 64 bits. Where one does
  /// all the same it is no wrong figure, but an error that names whose it is (``Schema/sum(_:)``).
  /// What older files hold beyond these ranges stays, and is shown.
  public var range: ClosedRange<Int64>? {
    switch self {
    case .percent: return 0...1_000_000
    case .money, .integer: return -FieldKind.mostMoney...FieldKind.mostMoney
    case .decimal: return -10_000_000_000_000...10_000_000_000_000
    case .duration: return 0...8_640_000_000
    default: return nil
    }
  }

  /// The most đồng that one amount may have: a million thousand million.
  public static let mostMoney: Int64 = 1_000_000_000_000_000
}
