import CRMValues

/// An open file of JSON or JSON Lines: a sheet for each kind of record, under a row of the
/// members' names in the order they first appear in.
///
/// The file is read once at the start, to know its sheets and columns and to meet what is wrong
/// with it before anything is done with the rest; then once for each sheet.
final class JSONSource: TableSource {
  let name: String
  let format: TableFormat
  private(set) var sheets: [SheetInfo] = []
  let dialect: CSVDialect? = nil
  let notices: [Label]
  private let bytes: SeekableBytes
  private let options: ReadOptions
  private let shape: JSONRecords.Shape
  private var columns: [[String: Int]] = []

  /// Sheets a file may have.
  private static let sheetLimit = 1000

  init(_ source: ByteSource, format: TableFormat, options: ReadOptions) throws {
    (name, self.format, self.options) = (source.name, format, options)
    bytes = try SeekableBytes(source)
    shape = try JSONRecords.shape(bytes, options: options)
    let records = try JSONRecords(bytes, shape: shape, options: options)
    notices = records.notices
    var places: [String?: Int] = [:]
    while let record = try records.next() {
      // It counts for the kind that its array names, else for the first.
      if record.fault != nil { continue }
      if places[record.sheet] == nil {
        guard sheets.count < JSONSource.sheetLimit else {
          throw CRMError.jsonTooMany(name, record.line, JSONSource.sheetLimit)
        }
        places[record.sheet] = sheets.count
        sheets.append(SheetInfo(name: record.sheet))
        columns.append([:])
      }
      guard let sheet = places[record.sheet] else { continue }
      for (name, _) in record.members where columns[sheet][name] == nil {
        columns[sheet][name] = columns[sheet].count
      }
      guard columns[sheet].count <= options.columnLimit else {
        throw CRMError.jsonTooMany(name, record.line, options.columnLimit)
      }
    }
    if sheets.isEmpty, let error = records.firstError { throw error }
    if sheets.isEmpty {
      guard options.acceptsEmpty || bytes.count > 0 else { throw CRMError.isEmpty(name) }
      sheets = [SheetInfo(name: nil)]
      columns = [[:]]
    }
  }

  func rows(ofSheet index: Int) throws -> any RowReader {
    JSONRows(
      try JSONRecords(bytes, shape: shape, options: options), sheet: sheets[index].name,
      columns: columns[index],
      takesFaults: { [sheets] sheet in
        sheet == sheets[index].name || index == 0 && !sheets.contains { $0.name == sheet }
      })
  }
}

/// The records of one kind as rows.
private final class JSONRows: RowReader {
  let sheetName: String?
  private let records: JSONRecords
  private let columns: [String: Int]
  /// Whether what is no record, and stands under a name, is counted here.
  private let takesFaults: (String?) -> Bool
  private var isStarted = false

  init(
    _ records: JSONRecords, sheet: String?, columns: [String: Int],
    takesFaults: @escaping (String?) -> Bool
  ) {
    (self.records, sheetName, self.columns) = (records, sheet, columns)
    self.takesFaults = takesFaults
  }

  var progress: Double? { records.progress }

  func next() throws -> TableRow? {
    guard isStarted else {
      isStarted = true
      let names = columns.sorted { $0.value < $1.value }
      return names.isEmpty ? nil : TableRow(line: 1, cells: names.map { .text($0.key) })
    }
    while let record = try records.next() {
      if let fault = record.fault {
        guard takesFaults(record.sheet) else { continue }
        return TableRow(line: record.line, cells: [], fault: fault)
      }
      guard record.sheet == sheetName else { continue }
      var cells = [Cell](repeating: .empty, count: columns.count)
      // Of members of one name the last counts, as everywhere.
      for (name, cell) in record.members {
        if let place = columns[name] { cells[place] = cell }
      }
      return TableRow(line: record.line, cells: cells)
    }
    return nil
  }
}

extension CRMError {
  static func jsonTooMany(_ name: String, _ line: Int, _ limit: Int) -> CRMError {
    CRMError(
      .request, "\(name):\(line): more than \(limit.counted(.en)) different names in the file",
      vi: "\(name):\(line): tệp có hơn \(limit.counted(.vi)) tên khác nhau")
  }
}
