import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine
@testable import CRMTables

/// Birthdays typed without a year, to which a spreadsheet added the year of typing.
@Suite struct TypedYearTests {
  private static func file(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Files/\(name)").standardized.path
  }

  private func birthdays(_ path: String) throws -> (Imported, [String]) {
    let database = try TemporaryDatabase()
    let imported = try database.importFile(path, .with { $0.createsMissing = true })
    return (
      imported, try database.rows("SELECT name || ' ' || ifnull(birthday, '') FROM customer")
    )
  }

  /// LibreOffice shows `mm/dd/yy` of its own accord; the last one was typed with all of its year.
  @Test(arguments: ["xlsx", "xls", "ods"])
  func yearOfAWorkbook(_ format: String) throws {
    let (imported, birthdays) = try birthdays(TypedYearTests.file("birthdays.\(format)"))
    #expect(imported.counts == "4+0+0+0")
    #expect(
      birthdays == [
        "Lê An --04-27", "Trần Bình 1999-11-03", "Phạm Cúc --12-20", "Võ Dũng 2026-02-05",
      ])
    let told = imported.report.yearlessDays
    #expect(told.map(\.field.name) == ["birthday"])
    #expect(told.map(\.count) == [2])
    #expect(told.map(\.line) == [2])
  }

  /// The year before is that of typing in January to March alone.
  @Test(
    arguments: [
      ("2026-11-22", "2026-04-27", "--04-27"), ("2026-11-22", "2025-04-27", nil),
      ("2027-03-31", "2026-12-20", "--12-20"), ("2027-04-01", "2026-12-20", nil),
      ("2027-01-02", "2025-12-20", nil), ("2024-03-01", "2024-02-29", "--02-29"),
    ] as [(String, String, String?)])
  func years(_ today: String, _ day: String, _ yearless: String?) throws {
    let year = TypedYear(try #require(Day(iso: today)))
    #expect(year.yearless(.partialDay(day, .shortYear)) == yearless)
    #expect(year.yearless(.day(day)) == nil)
    let parts = day.split(separator: "-")
    let text = "\(parts[2])/\(parts[1])/\(parts[0].suffix(2))"
    #expect(year.yearless(.text(text)) == yearless)
  }

  @Test func yearOfAText() throws {
    let database = try TemporaryDatabase()
    let imported = try database.importText(
      "Tên khách hàng,Ngày sinh\nLê An,27/04/26\nTrần Bình,27/04/85\nPhạm Cúc,31/04/26\n")
    #expect(imported.counts == "1+0+0+2")
    #expect(try database.rows("SELECT birthday FROM customer") == ["--04-27"])
    #expect(imported.report.yearlessDays.map(\.count) == [1])
  }

  /// A row that is refused is not told of.
  @Test func refusedRowsDoNotCount() throws {
    let database = try TemporaryDatabase()
    let imported = try database.importText("Tên khách hàng,Ngày sinh\n,27/04/26\n")
    #expect(imported.counts == "0+0+0+1")
    #expect(imported.report.yearlessDays.isEmpty)
  }

  /// One company's file in four formats says the same of everybody.
  @Test(.enabled(if: CompanyFiles.exist)) func sameInAllFormats() throws {
    let workbook = try birthdays(CompanyFiles.path("khach-hang.xlsx"))
    #expect(workbook.1 == (try birthdays(CompanyFiles.path("khach-hang.xls"))).1)
    #expect(workbook.1 == (try birthdays(CompanyFiles.path("khach-hang.ods"))).1)
    // The workbooks hold the first five hundred rows of the text.
    let database = try TemporaryDatabase()
    _ = try database.importFile(
      CompanyFiles.path("khach-hang.csv"), .with { $0.createsMissing = true })
    #expect(
      workbook.1
        == (try database.rows(
          "SELECT name || ' ' || ifnull(birthday, '') FROM customer "
            + "LIMIT \(workbook.1.count)")))
  }
}
