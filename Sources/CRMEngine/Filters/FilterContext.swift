import CRMValues

/// What a filter is compiled against: the clock, the settings, and what only the database
/// knows.
public struct FilterContext {
  /// What the condition is for, which decides the shape of its SQL.
  public enum Mode: Sendable {
    /// The first rows of a list: the cheapest answer a row.
    case page
    /// A count or an export, which looks at every row anyway.
    case whole
  }

  public let moment: Moment
  public let leapDay: LeapDayRule
  public let mode: Mode
  /// The kinds, with the custom fields of the database that is asked.
  public let entities: Entities
  /// Returns the ids of the live records whose code, or exact name, phone or email, is the
  /// text; none where it is unknown.
  public let resolve: (Kind, String) throws -> [Int64]
  /// Returns the live records of any kind that a text such as `order:DH000001` names; none where
  /// it is unknown.
  public let links: (String) throws -> [RecordLink]
  /// Returns what the records nearest to an unknown text are called, best first.
  public let nearest: (Kind, String) throws -> [String]
  /// Returns the condition under which the acting user sees a row of a table with the given
  /// alias; nil where every row is seen. It is put on every table the filter brings in, not on
  /// the filtered kind's own.
  public let visible: (Kind, String) throws -> SQLFragment?
  /// Whether whoever sees a record sees those of a kind that name it by a field.
  let isSeenWith: (Entity, Field) -> Bool
  /// Hears which records a value of a reference names.
  var named: (Literal, Kind, [Int64]) -> Void = { _, _, _ in }

  public init(
    moment: Moment, leapDay: LeapDayRule, entities: Entities,
    resolve: @escaping (Kind, String) throws -> [Int64],
    links: @escaping (String) throws -> [RecordLink] = { _ in [] },
    nearest: @escaping (Kind, String) throws -> [String] = { _, _ in [] }, mode: Mode,
    visible: @escaping (Kind, String) throws -> SQLFragment? = { _, _ in nil },
    isSeenWith: @escaping (Entity, Field) -> Bool = { _, _ in false }
  ) {
    self.moment = moment
    self.leapDay = leapDay
    self.entities = entities
    self.mode = mode
    self.resolve = resolve
    self.links = links
    self.nearest = nearest
    self.visible = visible
    self.isSeenWith = isSeenWith
  }
}
