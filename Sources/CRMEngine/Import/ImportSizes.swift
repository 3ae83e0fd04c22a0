import CRMTables
import CRMValues

/// How much one row of a file may hold, and how much may wait between the thread that reads rows
/// and the one that writes them: by bytes, so that few rows of much text take no more memory than
/// many of little.
enum ImportSizes {
  /// Bytes of one cell: some 200 pages of text.
  static let cell = 1 << 20
  /// Bytes of all cells of one row.
  static let row = 4 << 20
  /// Bytes after which the rows read so far are handed over.
  static let batch = 512 << 10
  /// Bytes that may wait to be written, but for a single batch.
  static let waiting = 4 << 20

  /// Bytes of rows that are held until others have come: those of one document, and those that name
  /// records further down.
  static let held = 16 << 20

  static let tooMuchOfADocument = Rejection(
    field: nil,
    text: Label(
      "the rows of the document hold more than \(held >> 20) MB",
      vi: "các dòng của chứng từ chứa hơn \(held >> 20) MB"))

  /// Says which cell of a row holds more than one may, or that all together do; nil for a row that
  /// fits.
  ///
  /// - Parameters:
  ///   - headings: what heads the columns.
  ///   - namesLine: whether the row is one of several that are refused together.
  static func problem(_ row: TableRow, _ headings: [String], namesLine: Bool) -> Rejection? {
    let bytes = row.bytes
    guard bytes > cell else { return nil }
    let line = namesLine ? Label("line \(row.line), ", vi: "dòng \(row.line), ") : Label(same: "")
    if let place = row.cells.firstIndex(where: { $0.bytes > cell }) {
      let heading = headings.indices.contains(place) ? headings[place] : ""
      let name = heading.isEmpty ? "" : " “\(fitted(oneLine(heading), to: 60))”"
      return Rejection(
        field: nil,
        text: Label(
          "\(line.en)column \(place + 1)\(name): the cell holds more than \(cell >> 20) MB",
          vi: "\(line.vi)cột \(place + 1)\(name): ô chứa hơn \(cell >> 20) MB"))
    }
    guard bytes > self.row else { return nil }
    return Rejection(
      field: nil,
      text: Label(
        "\(line.en)the row holds more than \(self.row >> 20) MB",
        vi: "\(line.vi)cả dòng chứa hơn \(self.row >> 20) MB"))
  }
}

extension TableRow {
  /// Bytes of all texts of the row.
  var bytes: Int { cells.reduce(0) { $0 + $1.bytes } }
}

extension Cell {
  /// Bytes of the text; what is no text is short.
  fileprivate var bytes: Int {
    switch self {
    case .text(let text), .number(_, let text), .error(let text): return text.utf8.count
    case .empty, .bool, .day, .partialDay, .dateTime, .time: return 0
    }
  }
}
