import CRMTables

/// What an import is told beside the file.
public struct ImportOptions: Sendable {
  /// What happens to rows of records that exist, and to rows of records that do not.
  public enum Mode: String, CaseIterable, Sendable {
    /// Only new records; a row of an existing one is rejected.
    case add
    /// Only existing records; a row of a new one is rejected.
    case update
    /// Both.
    case upsert
  }

  /// What an empty cell means for a record that exists.
  public enum Blank: String, CaseIterable, Sendable {
    /// The record keeps what it has.
    case keep
    /// The field is emptied.
    case clear
  }

  /// The kind the rows are; nil finds it from the headings.
  public var kind: Kind?
  /// Headings to fields, where the caller knows better than the catalogue.
  public var map: [(heading: String, field: String)] = []
  /// Fields and the value each has in every row that does not give one itself.
  public var set: [(field: String, value: String)] = []
  /// The fields that are taken of the file; empty takes all.
  public var onlyColumns: [String] = []
  public var mode = Mode.upsert
  /// The fields by which a row finds its record, tried in order; `a+b` are both together.
  public var match: [String] = ["code"]
  public var blank = Blank.keep
  /// Adds the lists' entries that the file names and the database does not know.
  public var createsMissing = false
  /// Nothing lands where one row is in error.
  public var isStrict = false
  /// Takes records whose code the file names out of the trash.
  public var restoresTrashed = false
  public var allowsDuplicates = false
  /// Whether texts may carry the apostrophe that keeps spreadsheets from calculating them, as
  /// delimited text does.
  public var hasGuards = true
  /// Whether a column may be absent because no record has it, as a property of vCards: rows that
  /// need it are then refused one by one. Else a required column that is absent refuses the file.
  public var mayLackColumns = false
  /// The kinds of the sheets of the same file that come in afterwards.
  var comingKinds: Set<Kind> = []
  public var read = ReadOptions()
  /// The kinds as the database has them before the import, by which the headings are known.
  public var entities: Entities

  public init(_ entities: Entities) { self.entities = entities }
}
