import CRMTables

/// The form rows are put out in.
enum OutputForm: String, CaseIterable {
  /// Aligned columns for a terminal.
  case table
  case tsv, csv, json, jsonl, markdown, xlsx, vcf
  /// The codes of records alone, one a line, which any command takes from `-`.
  case codes

  /// The forms `--format` takes; a workbook or vCards are a file and belong to `export`.
  static let printed: [OutputForm] = [.table, .tsv, .csv, .json, .jsonl, .markdown]

  /// Whether a row of headings stands above the rows, which can be left out.
  var hasHeadingRow: Bool { self == .tsv || self == .csv }

  /// The writer of the form, nil for the terminal's own.
  var format: OutputFormat? {
    switch self {
    case .table: return nil
    case .tsv, .codes: return .tsv
    case .csv: return .csv
    case .json: return .json
    case .jsonl: return .jsonl
    case .markdown: return .markdown
    case .xlsx: return .xlsx
    case .vcf: return .vcf
    }
  }
}
