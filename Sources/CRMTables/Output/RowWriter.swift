import CRMValues

/// A format rows are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
  case csv, tsv, json, jsonl, markdown, xlsx, vcf
}

/// What the caller may decide about a format.
public struct WriteOptions: Sendable {
  /// How CSV is written; RFC 4180 unless told otherwise. The encoding is UTF-8 whatever it says.
  public var dialect = CSVDialect()
  /// Whether CSV text that a spreadsheet program would calculate gets an apostrophe in front.
  public var guardsFormulas = true
  /// Whether CSV and tab-separated text begin with the titles of the columns.
  public var hasHeading = true
  /// Whether more than one sheet may come: JSON is then an object of arrays by sheet key,
  /// each line of JSONL begins with the sheet's key under `entity`, each table of Markdown has a
  /// heading.
  public var severalSheets = false
  /// The version that vCards are written in.
  public var vCardVersion = VCardVersion.v4

  public init() {}
}

/// Rows going out, one sheet after the other. Nothing is in place before `finish`.
public protocol RowWriter: AnyObject {
  /// Starts a sheet: its heading, its widths.
  ///
  /// Throws a usage error for a second sheet where the format has room for one.
  func beginSheet(_ sheet: OutputSheet) throws

  /// Writes a row with a cell for each column, in their order.
  func write(_ cells: [OutputCell]) throws

  /// Ends the output and puts the file in place.
  func finish() throws

  /// Throws away what was written; a writer that is let go without `finish` does so too.
  func cancel()
}

/// Where an output goes.
public enum OutputTarget {
  /// A file, put in place only when it is whole, and never in that of one that is kept, nor of any
  /// other where it replaces none; `-` is standard output.
  case path(String, keeping: KeptFiles = KeptFiles(), replacing: Bool = true)
  case sink(any ByteSink)

  /// Opens it for writing.
  func open() throws -> any ByteSink {
    switch self {
    case .path(let path, let kept, let replacing):
      return try openSink(path, keeping: kept, replacing: replacing)
    case .sink(let given): return given
    }
  }
}

/// Opens a writer of the given format.
///
/// Throws a `CRMError` if the file cannot be created; writing throws `ClosedPipe` when the
/// reader of a pipe has gone.
public func openWriter(
  _ format: OutputFormat, to target: OutputTarget, options: WriteOptions = WriteOptions()
) throws -> any RowWriter {
  let sink = try target.open()
  switch format {
  case .csv: return CSVWriter(sink, options: options)
  case .tsv: return TSVWriter(sink, options: options)
  case .json: return JSONWriter(sink, severalSheets: options.severalSheets)
  case .jsonl: return JSONLinesWriter(sink, severalSheets: options.severalSheets)
  case .markdown: return MarkdownWriter(sink, severalSheets: options.severalSheets)
  case .xlsx: return try XLSXWriter(sink)
  case .vcf: return VCardWriter(sink, version: options.vCardVersion)
  }
}

extension CRMError {
  static func oneSheetOnly(_ format: OutputFormat) -> CRMError {
    CRMError(
      .usage, "\(format.rawValue) has room for one kind of record",
      vi: "\(format.rawValue) chỉ chứa được một loại bản ghi",
      hints: [Label("Use --xlsx, --json or --jsonl", vi: "Dùng --xlsx, --json hoặc --jsonl")])
  }
}
