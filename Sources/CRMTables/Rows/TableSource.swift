import CRMValues

/// Rows of one sheet, pulled one at a time, so that memory does not grow with the file.
public protocol RowReader: AnyObject {
  /// The sheet's name; nil where the format has no sheets.
  var sheetName: String? { get }

  /// How much of the sheet has been read, from 0 to 1; nil where that is not known.
  var progress: Double? { get }

  /// Returns the next row that has at least one cell, or nil after the last.
  ///
  /// After an error every further call throws the same error.
  func next() throws -> TableRow?
}

extension RowReader {
  public var progress: Double? { nil }
}

/// A sheet of an open file.
public struct SheetInfo: Sendable, Hashable {
  /// The sheet's name; nil where the format has no sheets.
  public var name: String?
  /// Whether the sheet is hidden in the spreadsheet program.
  public var isHidden: Bool

  public init(name: String?, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }
}

/// An open file of tables: its format is known, its sheets can be read one after the other.
public protocol TableSource: AnyObject {
  /// The file as messages name it.
  var name: String { get }
  var format: TableFormat { get }
  /// The sheets in the file's order; one without a name where the format has no sheets.
  var sheets: [SheetInfo] { get }
  /// How the text is written down; nil where the format is not delimited text.
  var dialect: CSVDialect? { get }
  /// What the user should know about how the file is read: an encoding that was guessed, parts
  /// that are passed over. More may come while rows are read.
  var notices: [Label] { get }

  /// Opens a sheet by its place in `sheets`.
  ///
  /// Delimited text can be read once only: asking again throws.
  func rows(ofSheet index: Int) throws -> any RowReader
}

extension TableSource {
  public var notices: [Label] { [] }
}

/// What the caller knows better than the file says; all of it may be left to recognition.
public struct ReadOptions: Sendable {
  /// The format; nil recognises it by content and name.
  public var format: TableFormat?
  /// The encoding of text formats; nil recognises it.
  public var encoding: TextEncoding?
  /// The byte between cells of delimited text; nil recognises one of `,` `;` tab `|`.
  public var delimiter: UInt8?
  /// Whether a file of no bytes is a table of no rows instead of an error.
  public var acceptsEmpty = false
  /// Whether Excel's `sep=;` line of delimited text is shown as the row it is in the file; else it
  /// is passed over. It is honoured either way.
  public var showsSeparatorLine = false
  /// Bytes of UTF-8 that a single cell is read up to. More ends the reading: a quote that is never
  /// closed makes a cell of all that follows. What a field takes is less (RULES 1.12).
  public var cellLimit = 4 << 20
  /// Cells a row of delimited text may have: what Excel's sheets may have.
  public var columnLimit = 16_384
  /// Bytes read at a time.
  public var chunkSize = 128 << 10

  public init(
    format: TableFormat? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.delimiter = delimiter
  }
}
