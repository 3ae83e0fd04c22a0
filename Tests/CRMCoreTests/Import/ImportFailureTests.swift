import CRMTables
import CRMValues
import GRDB
import GRDBSQLite
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What is no fault of a row ends the import with nothing of it landed, and rejects none.
@Suite struct ImportFailureTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    try database.add(.customer, ["code": .text("A"), "name": .text("An")])
    try database.add(.product, ["code": .text("P"), "name": .text("P"), "price": .integer(1)])
  }

  private struct Unforeseen: Error {}

  /// Rows of a file that cannot be read any further.
  private final class Rows: RowReader {
    let sheetName: String? = nil
    private var rest: ArraySlice<TableRow>
    private let end: (any Error)?

    init(_ rows: [String], end: (any Error)?) {
      self.end = end
      let read = rows.enumerated().map { place, row in
        TableRow(
          line: place + 2,
          cells: row.split(separator: ",", omittingEmptySubsequences: false).map {
            .text(String($0))
          })
      }
      rest = read[...]
    }

    func next() throws -> TableRow? {
      if let row = rest.popFirst() { return row }
      if let end { throw end }
      return nil
    }
  }

  /// Two kinds of rows: records by themselves, and documents, which are gathered first.
  static let files = [
    (["Mã KH", "Tên KH", "Nguồn"], ["B,Bình,Zalo", "C,Chi,Facebook", "D,Dung,Website"]),
    (
      ["Số đơn hàng", "Khách hàng", "Mã sản phẩm", "Số lượng"],
      ["D1,A,P,1", "D2,B,P,1", "D3,A,P,2"]
    ),
  ]

  /// - Parameter watch: called before each row that is taken, with its number from 1.
  private func run(
    _ file: ([String], [String]), end: (any Error)? = nil,
    watch: (Writer, Int) throws -> Void = { _, _ in }
  ) throws -> Int {
    var rejected = 0
    let before = try Dump(database)
    let log = try database.rows("SELECT id FROM operation UNION ALL SELECT id FROM change")
    defer {
      #expect(rejected == 0)
      #expect((try? Dump(database).differences(from: before)) == [])
      #expect(
        (try? database.rows("SELECT id FROM operation UNION ALL SELECT id FROM change")) == log)
    }
    return try database.write { writer in
      let importer = try Importer(
        writer, headings: file.0, file: "x.csv", options: ImportOptions()
      ) { _ in rejected += 1 }
      // A statement that is still running keeps what interrupts the connection alive.
      let running = try writer.cache.statement("SELECT 1 UNION ALL SELECT 2")
      defer { running.reset() }
      #expect(try running.step())
      var count = importer.hasParts ? -file.1.count : 0
      let report = try importer.run(Rows(file.1, end: end)) { _ in
        count += 1
        try watch(writer, count)
      }
      return report.added
    }
  }

  /// The file cannot be read any further; a fault of the program.
  @Test(arguments: files)
  func endsWhereTheFileDoes(headings: [String], rows: [String]) throws {
    let unreadable = CRMError(
      .request, "x.csv: cannot be read: Input/output error", vi: "x.csv: không đọc được")
    #expect(throws: unreadable) { try run((headings, rows), end: unreadable) }
    #expect(throws: Unforeseen.self) { try run((headings, rows), end: Unforeseen()) }
  }

  /// A reference of the second row is looked up on a connection that was interrupted.
  @Test(arguments: files)
  func endsWhereItIsInterrupted(headings: [String], rows: [String]) throws {
    let error = #expect(throws: CRMError.self) {
      try run((headings, rows)) { writer, number in
        if number == 2 { sqlite3_interrupt(writer.cache.db.sqliteConnection) }
      }
    }
    #expect(error?.message.en == "stopped; nothing was changed")
    #expect(error?.kind == .interrupted)
  }

  /// A table that is looked into is gone: the database is at fault, not the row.
  @Test func endsWhereTheDatabaseFails() throws {
    let error = #expect(throws: CRMError.self) {
      try run(Self.files[0]) { writer, number in
        if number == 2 {
          try writer.cache.db.execute(sql: "ALTER TABLE source RENAME COLUMN name TO nothing")
        }
      }
    }
    #expect(error?.kind == .bug)
  }
}
