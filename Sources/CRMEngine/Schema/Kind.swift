/// Names a kind of record: the noun on the command line, the `kind` in the database.
///
/// A value and not a list of cases, so that the engine can name no kind of the business: each is
/// declared beside what it means, and all of them are handed to the store as one ``Catalogue``.
/// References between kinds are by this name, never by the declaration itself, because mutually
/// referring static values never finish their first use. What can be told without building the
/// declaration stands here.
public struct Kind: Sendable {
  /// The number that stands for the kind in the operation log. Numbers are frozen: a log
  /// written by an older release is read by a newer one.
  public let number: Int64
  private let noun: StaticString
  private let ownTable: StaticString?
  /// Whether the kind is a noun of the command line: not what is kept for the program, nor what
  /// is shown and changed with another record.
  public let isNoun: Bool

  /// - Parameters:
  ///   - number: greater than 0, never given to another kind before or after.
  ///   - noun: in small letters, words joined by dashes.
  ///   - table: the table of the database; the noun with underscores where nil.
  public init(
    _ number: Int64, _ noun: StaticString, table: StaticString? = nil, isNoun: Bool = true
  ) {
    self.number = number
    self.noun = noun
    self.isNoun = isNoun
    ownTable = table
  }

  /// The noun: `care-card`.
  public var rawValue: String { Kind.text(noun) }

  /// The table of the database: `care_card`.
  public var table: String {
    ownTable.map(Kind.text) ?? String(rawValue.map { $0 == "-" ? "_" : $0 })
  }

  private static func text(_ words: StaticString) -> String {
    words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Kind: Hashable, CustomStringConvertible {
  public static func == (left: Kind, right: Kind) -> Bool { left.number == right.number }

  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  public var description: String { rawValue }
}
