import CRMCore
import CRMTestSupport
import Foundation
import GRDB
import Testing

@testable import CRMEngine

/// `crm doctor`: what it says, and how it ends.
@Suite struct DoctorTests {
  private let format = Catalogue.crm.migrations.current
  private let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  /// Runs statements past the doors, as a fault would.
  private func damage(_ sql: String) throws {
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  private static let twoFaults =
    "UPDATE customer SET score = 7 WHERE code = 'KH000001'; "
    + "UPDATE customer SET gender = 'x' WHERE code = 'KH000003'"

  @Test func saysInALineThatAllIsWell() {
    let outcome = fixture.run(["doctor"], terminal: 100)
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("All is well: format \(format), ")
        && outcome.errors.hasSuffix(" operations\n"))
    #expect(fixture.runVietnamese("doctor").errors.hasPrefix("Không có lỗi: định dạng \(format), "))
    #expect(fixture.run("doctor", "--json").output == "[]\n")
    #expect(fixture.run("doctor", "--fix").code == 0)
  }

  @Test func tellsFaultsAndWhatToDo() throws {
    try damage(Self.twoFaults)
    let outcome = fixture.run(["doctor"], terminal: 110, variables: ["NO_COLOR": "1"])
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        Check             Kind      Code      Field   Is  Should be  Mended
        Values            Customer  KH000003  Gender  x              no
        Scores and stars  Customer  KH000001  Score   7   35         with --fix

        """)
    #expect(
      outcome.errors == """
        1 follow from other data: crm doctor --fix
        1 left for somebody to decide:
          Values: Give the record what it should have, with 'edit', or delete it.

        """)
  }

  @Test func tellsThemToProgramsAndInVietnamese() throws {
    try damage(Self.twoFaults)
    let json = fixture.run("doctor", "--json").output
    #expect(
      json.contains(
        """
        "check": "score", "kind": "customer", "code": "KH000001", "field": "score", "is": "7", \
        "should_be": "35", "state": "mendable"
        """), "\(json)")
    let outcome = fixture.runVietnamese("doctor", "--fix", "--format", "csv")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("Điểm và xếp hạng,Khách hàng,KH000001,Điểm tiềm năng,7,35,rồi"))
    #expect(outcome.errors.hasPrefix("đã sửa 1 lỗi\ncòn 1 lỗi cần người quyết định:\n"))
  }

  @Test func mendsAndIsOneOperation() throws {
    try damage("UPDATE customer SET score = 7, stars = 5 WHERE code = 'KH000001'")
    let tried = fixture.run(["doctor", "--fix", "--dry-run"], terminal: 100)
    #expect(tried.code == 1)
    #expect(tried.output.contains("with --fix"))
    #expect(tried.errors == "2 would be mended\n")
    #expect(fixture.run("doctor").code == 1)
    let mended = fixture.run(["doctor", "--fix"], terminal: 100)
    #expect(mended.code == 0)
    #expect(mended.errors == "2 mended\n")
    #expect(mended.output.contains("Score  7   35         yes"))
    #expect(fixture.run("doctor").code == 0)
    #expect(fixture.run("log", "--limit", "1").output.contains("crm doctor --fix"))
  }

  /// There is nothing to take back of what was worked out anew, and that is said.
  @Test func undoPassesItByAndSaysSo() throws {
    #expect(fixture.run("customer", "add", "Mới").code == 0)
    try damage("UPDATE customer SET score = 7 WHERE code = 'KH000001'")
    #expect(fixture.run("doctor", "--fix").code == 0)
    let said = " (crm doctor --fix) only worked out anew what follows from other data, and stays.\n"
    #expect(fixture.run("undo", "--dry-run").errors.contains(said))
    let undone = fixture.run("undo").errors
    #expect(undone.contains(said) && undone.contains("(crm customer add Mới)"), "\(undone)")
    #expect(fixture.runVietnamese("undo").errors.contains("tính lại") == false)
  }

  /// People read their language, and SQLite's English in quotes after it.
  @Test func saysEverythingInVietnamese() throws {
    try damage(
      """
      DELETE FROM customer_search_data WHERE id > 10;
      UPDATE numbering SET next_id = 1 WHERE kind = 12;
      UPDATE source SET deleted = 99 WHERE id = 1;
      UPDATE change SET operation = 77 WHERE operation = 2;
      DROP INDEX customer_by_owner
      """)
    let outcome = fixture.runVietnamese("doctor", "--format", "csv")
    for said in [
      "Tìm kiếm,Khách hàng,,Từ tìm kiếm,chỉ mục tìm kiếm bị hỏng; SQLite báo: “",
      "Mã,Khách hàng,,Số kế tiếp,1,", "Trong thùng rác,vào thùng rác không do thao tác nào",
      "Nhật ký thao tác,Thay đổi,", "chỉ mục “customer_by_owner unique 0 ",
    ] { #expect(outcome.output.contains(said), "\(said) in \(outcome.output)") }
  }

  @Test func saysThatTheIndexOfSearchIsDamaged() throws {
    try damage("DELETE FROM customer_search_data WHERE id > 10")
    fixture.store.close()
    let found = fixture.run("customer", "search", "nguyen")
    #expect(found.code != 0)
    #expect(found.errors.contains("the search index of "), "\(found.errors)")
    #expect(found.errors.contains("crm doctor --fix"))
    #expect(fixture.run("doctor", "--fix").code == 0)
    #expect(fixture.run("doctor").code == 0)
  }

  @Test func showsTheFirstTwentyOfACheck() throws {
    for number in 1...25 {
      _ = fixture.run("customer", "add", "Khách \(number)", "--fax", "0\(number)")
    }
    try damage("INSERT INTO customer_search (customer_search) VALUES ('delete-all')")
    let some = fixture.run(["doctor"], terminal: 140)
    #expect(some.output.split(separator: "\n").count == 21)
    #expect(some.errors.hasPrefix("Search: 8 more; all of them with --all\n"))
    #expect(
      fixture.run(["doctor", "--all"], terminal: 140).output.split(separator: "\n").count == 29)
    #expect(fixture.run("doctor").output.split(separator: "\n").count == 29)
  }

  @Test func takesTheRightToConfigure() throws {
    try fixture.add(.user, ["code": "ban", "name": "Bán", "role": "sales"])
    for words in [["doctor"], ["doctor", "--fix"]] {
      let outcome = fixture.run(words + ["--as", "ban"])
      #expect(outcome.code == 4)
      #expect(outcome.errors.contains("may not configure"))
    }
  }

  /// Pages that cannot be read are told as far as that goes, and nothing is touched.
  @Test func tellsOfDamagedPages() throws {
    let root = try {
      let queue = try DatabaseQueue(path: fixture.path)
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return try UInt64.fetchOne(
          db, sql: "SELECT (rootpage - 1) * 4096 FROM sqlite_schema WHERE name = 'product'") ?? 0
      }
    }()
    fixture.store.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: fixture.path))
    try file.seek(toOffset: root)
    try file.write(contentsOf: Data([0x77, 1, 2, 3, 4]))
    try file.close()
    let outcome = fixture.run("doctor", "--fix", "--json")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("\"check\": \"file\", \"kind\": \"file\""))
    #expect(outcome.errors.contains("File: Put a backup in its place: crm restore FILE\n"))
    #expect(!outcome.errors.contains("mended"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func findsNothingInARandomCompany(seed: UInt64) throws {
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    let outcome = one.run("doctor", "--json")
    #expect(outcome.code == 0, "\(outcome.output)")
    // What comes in again by files is as sound.
    let other = try Fixture()
    #expect(one.run("export", "all", "--xlsx", one.file("all.xlsx")).code == 0)
    _ = other.run("import", one.file("all.xlsx"))
    _ = other.run("customer", "delete", "--where", "code ~ 1", "--yes")
    let again = other.run("doctor", "--json")
    #expect(again.code == 0, "\(again.output)")
  }
}
