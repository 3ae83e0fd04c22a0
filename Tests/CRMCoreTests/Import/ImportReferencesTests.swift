import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Rows that name records which stand further down in the same file.
@Suite struct ImportReferencesTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  @Test func findsRecordsFurtherDown() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Người giới thiệu,SĐT\nK1,An,K2,\nK2,Bảo,K3,\nK3,Chi,,\n")
    #expect(imported.counts == "3+0+0+0")
    #expect(
      try database.rows(
        "SELECT c.code, r.code FROM customer c LEFT JOIN customer r ON r.id = c.referrer "
          + "ORDER BY c.code") == ["K1|K2", "K2|K3", "K3|∅"])
  }

  @Test func findsParentsFurtherDown() throws {
    let imported = try database.importText(
      "Tên đơn vị,Trực thuộc\nTổ 1,Phòng A\nPhòng A,\n",
      .with {
        $0.kind = .unit
        $0.map = [("Tên đơn vị", "name"), ("Trực thuộc", "parent")]
      })
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try database.rows("SELECT u.name, p.name FROM unit u JOIN unit p ON p.id = u.parent")
        == ["Tổ 1|Phòng A"])
  }

  /// A name of an employer stays a name where no such customer comes.
  @Test func linksEmployersThatCameLater() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Công ty\nK1,An,Sao Mai\nK2,Bảo,Sao Hôm\nK3,Sao Mai,\n")
    #expect(imported.counts == "3+0+0+0")
    #expect(
      try database.rows(
        "SELECT c.code, e.code, c.employer_name FROM customer c "
          + "LEFT JOIN customer e ON e.id = c.employer ORDER BY c.code")
        == ["K1|K3|∅", "K2|∅|Sao Hôm", "K3|∅|∅"])
  }

  /// Who refers to nobody, or to each other in a circle, is refused once.
  @Test func refusesWhatNeverComes() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Người giới thiệu\nK1,An,K2\nK2,Bảo,K1\nK3,Chi,K9\nK4,Dung,\n")
    #expect(imported.counts == "1+0+0+3")
    #expect(imported.report.rows == 4)
    #expect(imported.lines == [2, 3, 4])
  }

  /// The level and last contact that a file gives its customers stay, whatever dealings the same
  /// import brings; those it does not give follow the dealings.
  @Test(
    arguments: [
      ("Mã KH,Tên KH,Mức độ,Liên hệ lần cuối\nK1,An,Tạm ngừng,01/02/2026\n", "paused|2026-02-01"),
      ("Mã KH,Tên KH\nK1,An\n", "approached|2026-11-20"),
      ("Mã KH,Tên KH,Liên hệ lần cuối\nK1,An,\n", "approached|2026-11-20"),
    ])
  func keepsWhatTheFileSays(customers: String, expected: String) throws {
    let first = try database.file("kh.csv", customers)
    let second = try database.file(
      "dh.csv", "Số đơn hàng,Khách hàng,Ngày đặt hàng\nD1,K1,20/11/2026\n")
    try database.write { writer in
      try TemporaryDatabase.importFile(writer, first, ImportOptions())
      try TemporaryDatabase.importFile(writer, second, ImportOptions())
    }
    #expect(try database.rows("SELECT level, last_contact FROM customer") == [expected])
  }
}
