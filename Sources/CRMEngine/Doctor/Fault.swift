import CRMValues

/// Something that is wrong with a database, as a report tells of it.
public struct Fault: Hashable, Sendable {
  /// What became, or can become, of it.
  public enum State: String, CaseIterable, Sendable {
    /// It follows from other data, and is put right when that is asked for.
    case mendable
    /// It was put right.
    case mended
    /// What it should be follows from nothing: somebody has to decide.
    case left
    /// It may be as it is, but somebody may want to know.
    case notice
  }

  /// The check that found it: the word for programs, and for people.
  public let check: Choice
  /// The noun of the kind it is in, or the table.
  public let subject: String
  /// The code of the record, or what it is known by else; nil where it is in no record.
  public let code: String?
  /// The name of the field.
  public let field: String?
  /// What is there, and what should be, for people; nil for nothing.
  public let found: String?
  public let wanted: String?
  public let state: State
}

/// Where a fault is and what is wrong, as a check notes it.
struct Finding {
  /// What is shown of a value.
  enum Shown {
    case nothing
    case value(Value)
    case words(Label)
  }

  var subject: String
  /// The kind it is a record of; nil for what is in no record.
  var entity: Entity?
  /// What the record or row is known by to the program.
  var record: Int64?
  /// What it is called; worked out of the record where nil.
  var code: String?
  var field: Field?
  /// The name of what is no declared field.
  var part: String?
  var found: Shown
  var wanted: Shown
  var state: Fault.State

  init(
    _ entity: Entity, _ record: Int64? = nil, code: String? = nil, _ field: Field? = nil,
    part: String? = nil, found: Shown, wanted: Shown = .nothing, _ state: Fault.State
  ) {
    subject = entity.kind.rawValue
    (self.entity, self.record, self.code, self.field, self.part) = (
      entity, record, code, field, part
    )
    (self.found, self.wanted, self.state) = (found, wanted, state)
  }

  /// A fault of a table that holds no records of a kind, or of the file itself.
  init(
    table: String, _ row: Int64? = nil, part: String? = nil, found: Shown,
    wanted: Shown = .nothing, _ state: Fault.State
  ) {
    subject = table
    (record, code, self.part) = (row, row.map(String.init), part)
    (self.found, self.wanted, self.state) = (found, wanted, state)
  }
}
