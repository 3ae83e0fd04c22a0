import CRMValues

/// One import: what it brought in, sheet by sheet.
public struct ImportEntry: Hashable, Sendable {
  public let operation: Operation
  public let sheets: [ImportedSheet]

  /// Returns a count over all sheets.
  public func sum(_ count: KeyPath<ImportedSheet, Int64>) -> Int64 {
    sheets.reduce(0) { $0 + $1[keyPath: count] }
  }
}

/// Reads which imports took place. One that changed nothing is no operation and not listed.
public enum ImportLog {
  /// Returns the latest imports, newest first.
  public static func list(_ reader: Reader, limit: Int?, offset: Int = 0) throws -> [ImportEntry] {
    let statement = try reader.cache.statement(
      "SELECT DISTINCT operation FROM import_sheet ORDER BY operation DESC LIMIT ? OFFSET ?")
    statement.bind(1, Int64(limit ?? -1))
    statement.bind(2, Int64(offset))
    var numbers: [Int64] = []
    while try statement.step() { numbers.append(statement.integer(0)) }
    return try numbers.compactMap { try find(reader, $0) }
  }

  /// Returns one import by the number of its operation.
  ///
  /// - Throws: ``CRMError`` where the operation is no import.
  public static func entry(_ reader: Reader, _ number: Int64) throws -> ImportEntry {
    guard let found = try find(reader, number) else {
      throw CRMError(
        .request, "operation \(number) is no import",
        vi: "thao tác \(number) không phải lần nhập "
          + "khẩu",
        hints: [
          Label(
            "See the imports with: crm import list",
            vi: "Xem các lần nhập khẩu bằng: crm "
              + "import list")
        ])
    }
    return found
  }

  private static func find(_ reader: Reader, _ number: Int64) throws -> ImportEntry? {
    let sheets = try sheets(reader, number)
    guard !sheets.isEmpty, let operation = try OperationLog.operation(reader, number) else {
      return nil
    }
    return ImportEntry(operation: operation, sheets: sheets)
  }

  private static func sheets(_ reader: Reader, _ number: Int64) throws -> [ImportedSheet] {
    let statement = try reader.cache.statement(
      "SELECT file, sheet, kind, rows, added, updated, unchanged, rejected, rejects, first_change, "
        + "last_change FROM import_sheet WHERE operation = ? ORDER BY place")
    statement.bind(1, number)
    var sheets: [ImportedSheet] = []
    while try statement.step() {
      guard let kind = reader.catalogue.kind(number: statement.integer(2)) else { continue }
      sheets.append(
        ImportedSheet(
          operation: number, file: statement.text(0) ?? "", sheet: statement.text(1), kind: kind,
          rows: statement.integer(3), added: statement.integer(4), updated: statement.integer(5),
          unchanged: statement.integer(6), rejected: statement.integer(7),
          rejects: statement.text(8), firstChange: statement.integer(9),
          lastChange: statement.integer(10)))
    }
    return sheets
  }
}

extension Writer {
  /// Keeps with this operation what came of a sheet.
  ///
  /// - Parameter first: the number the next change row had before the sheet was read.
  /// - Returns: what is kept.
  @discardableResult
  public func note(
    _ report: ImportReport, file: String, sheet: String?, rejects: String?, from first: Int64
  ) -> ImportedSheet {
    let noted = ImportedSheet(
      operation: operation, file: file, sheet: sheet, kind: report.kind, rows: Int64(report.rows),
      added: Int64(report.added), updated: Int64(report.updated),
      unchanged: Int64(report.unchanged), rejected: Int64(report.rejected), rejects: rejects,
      firstChange: first, lastChange: nextChange - 1)
    importedSheets.append(noted)
    return noted
  }

  func writeImportedSheets() throws {
    for (place, sheet) in importedSheets.enumerated() {
      let row = try cache.statement(
        "INSERT INTO import_sheet VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
      row.bind(1, operation)
      row.bind(2, Int64(place + 1))
      row.bind(3, sheet.file)
      row.bind(4, sheet.sheet.map(Value.text) ?? .null)
      let counts = [
        sheet.kind.number, sheet.rows, sheet.added, sheet.updated, sheet.unchanged, sheet.rejected,
      ]
      for (index, count) in counts.enumerated() { row.bind(Int32(5 + index), count) }
      row.bind(11, sheet.rejects.map(Value.text) ?? .null)
      row.bind(12, sheet.firstChange)
      row.bind(13, sheet.lastChange)
      try row.run()
    }
  }
}
