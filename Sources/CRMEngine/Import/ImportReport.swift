import CRMTables
import CRMValues

/// What an import did. `read = added + updated + unchanged + rejected`, in records: the lines of
/// a document count as one.
public struct ImportReport: Sendable {
  public var kind: Kind
  /// Rows of the file, its headings and blank rows not counted.
  public var rows = 0
  /// Those of them that the sheet hides.
  public var hiddenRows = 0
  public var added = 0
  public var updated = 0
  public var unchanged = 0
  public var rejected = 0
  /// Rows that did not land; more than `rejected` where documents of several lines did not.
  public var rejectedRows = 0
  /// Entries of lists that were added because the file names them.
  public var created: [(kind: Kind, name: String)] = []
  /// How many records were added that stand in the rows of those they belong to.
  public var along: [Kind: Int] = [:]
  /// Lists that lack entries which rows name, and which the import may be told to add.
  public var lackingKinds: Set<Kind> = []
  /// Headings nothing was taken from, of columns that hold something.
  public var unknownHeadings: [String] = []
  /// Those of columns that are known to say nothing of the kind.
  public var passedHeadings: [String] = []
  /// Those of columns whose field another one fills.
  public var superfluousHeadings: [String] = []
  /// The signs of columns without headings that hold something.
  public var unnamedColumns: [String] = []
  /// Rows of sums and repeated headings, which are no records.
  public var passedRows: [PassedRow] = []
  /// The fields that unknown headings may have meant, by heading.
  public var meantFields: [String: Field] = [:]
  /// Required fields that no column fills, of files whose columns are what their records have.
  public var missingFields: [Field] = []
  /// Headings of fields the program works out itself.
  public var computedHeadings: [String] = []
  /// Values that were taken though something is odd about them: line, what.
  public var warnings: [(line: Int, text: Label)] = []
  public var warningCount = 0
  /// Birthdays and the like that came in without the year that their file has.
  public var yearlessDays: [YearlessDays] = []

  public var read: Int { added + updated + unchanged + rejected }

  public init(kind: Kind) { self.kind = kind }

  /// Adds the counts of another report.
  public mutating func add(_ other: ImportReport) {
    rows += other.rows
    added += other.added
    updated += other.updated
    unchanged += other.unchanged
    rejected += other.rejected
    rejectedRows += other.rejectedRows
  }
}

/// A row that did not land, with everything needed to mend it.
public struct RejectedRow: Sendable {
  public let row: TableRow
  public let reasons: [Rejection]
}
