import CRMTables
import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The thread that reads goes ahead of the one that writes by so many bytes, not by so many rows.
@Suite struct ImportReadAheadTests {
  /// Rows of half a megabyte each, which note how many of them were there at once.
  private final class GreatRows: RowReader, @unchecked Sendable {
    static let count = 60
    let sheetName: String? = nil
    let progress: Double? = nil
    private let lock = NSLock()
    private var given = 0
    private var taken = 0
    private(set) var most = 0

    func next() throws -> TableRow? {
      lock.lock()
      defer { lock.unlock() }
      guard given < GreatRows.count else { return nil }
      given += 1
      most = max(most, given - taken)
      let text = String(repeating: "x", count: 500 << 10)
      return TableRow(line: given + 1, cells: [.text("K\(given)"), .text(text)])
    }

    func take() {
      lock.lock()
      taken += 1
      lock.unlock()
    }
  }

  @Test func fewGreatRowsWait() throws {
    let database = try TemporaryDatabase()
    let rows = GreatRows()
    let report = try database.write { writer in
      let importer = try Importer(
        writer, headings: ["Tên khách hàng", "Mô tả"], file: "great.csv",
        options: .with { _ in }, reject: { _ in })
      return try importer.run(rows) { _ in rows.take() }
    }
    #expect(report.added == GreatRows.count)
    // What waits, the batch that is read and the one that is written.
    #expect(rows.most * 500 << 10 <= ImportSizes.waiting + 4 * ImportSizes.batch + 1_000 << 10)
  }
}
