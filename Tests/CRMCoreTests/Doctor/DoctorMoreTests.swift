import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Faults that are several at once, of the file itself, or of who asks.
@Suite struct DoctorMoreTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase.forDoctor() }

  private func said(_ faults: [Fault]) -> [String] {
    faults.map { "\($0.state): \($0)" }
  }

  @Test func tellsWhatBelongsToWhatIsInTheTrash() throws {
    try database.trash(.customer, 1)
    #expect(try database.faults() == [])
    try database.damage("UPDATE sales_order SET deleted = NULL")
    let found = try said(database.faults())
    #expect(
      found == [
        "left: holder: order DH000001 customer: KH000001, in the trash → -",
        "mendable: search: order DH000001 words: other words → dh000001",
      ])
  }

  /// A part without its head is left, and so is what was summed of it.
  @Test func tellsPartsWithoutAHead() throws {
    try database.damage("DELETE FROM payment")
    #expect(
      try said(database.mend()) == [
        "left: reference: payment-order #1 #1 payment: what is not there (#1) → -",
        "left: lost: payment #1 -: added by operation 11, but gone → -",
        "left: figure: order DH000001 paid: 60,000 → 0",
      ])
  }

  /// What went with its document when the trash was emptied is not lost, what went by itself is.
  @Test func tellsLostPartsFromThoseThatWent() throws {
    let another = try database.addOrder(3, [(1, 10_000, 5_000)])
    try database.trash(.order, another)
    _ = try database.write { try $0.emptyTrash([.order]) }
    #expect(try database.faults() == [])
    try database.damage("DELETE FROM order_line")
    #expect(
      try database.faults().filter { $0.check.key == "lost" }.map(\.code) == [
        "DH000001 #1", "DH000001 #2",
      ])
  }

  /// A record that the log has a code of is called by it.
  @Test func callsLostRecordsByTheirCode() throws {
    try database.edit(.customer, 3, ["code": .text("PHO")])
    try database.damage("DELETE FROM customer WHERE id = 3")
    let lost = try database.faults().filter { $0.check.key == "lost" }
    #expect(lost.map(\.code) == ["PHO (#3)"])
  }

  @Test func tellsSettingsThatNobodyCouldSet() throws {
    try database.write { try $0.set(Setting.birthdayDays.declared, to: "5") }
    try database.damage("UPDATE setting SET value = 'soon' WHERE key = 'birthday_days'")
    let found = try said(database.faults())
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "left: value: setting birthday_days value: soon → a whole number from ") == true)
  }

  /// The full-text index can be gone altogether.
  @Test func makesTheIndexAnew() throws {
    try database.damage("DROP TABLE customer_search")
    #expect(try database.faults().map(\.state).allSatisfy { $0 == .mendable })
    #expect(try database.mend().map(\.state).allSatisfy { $0 == .mended })
    #expect(try database.faults() == [])
  }

  /// A lost operation is no fault of a record that could be edited.
  @Test func tellsLostOperationsAsOfTheLog() throws {
    try database.damage(
      "DELETE FROM operation WHERE id IN (SELECT undoes FROM operation)")
    let faults = try database.faults()
    #expect(Set(faults.map(\.check.key)) == ["log"])
    #expect(
      faults.map(\.description).contains(
        "log: operation - -: 1 name an operation that is not there → -"))
  }

  /// What cannot be mended after all is told as left.
  @Test func tellsWhatCouldNotBeMended() throws {
    try database.damage(
      "DROP INDEX relationship_by_code; UPDATE relationship SET code = 'qh000001' WHERE id = 2")
    #expect(
      try said(database.mend()) == [
        "left: schema: relationship - relationship_by_code: - → "
          + "index relationship_by_code unique 1 c: code 0 NOCASE",
        "left: code: relationship qh000001 code: 2 records have it → -",
      ])
  }

  /// A share with a group that is gone, and one of nobody.
  @Test func endsSharesWithNobody() throws {
    try database.damage(
      "UPDATE share SET principal = 99; INSERT INTO share VALUES (2, 'customer', 1, 'pack', 1, 'edit')"
    )
    let faults = try database.faults().filter { $0.check.key == "link" }
    #expect(
      faults.map(\.description) == [
        "link: share customer KH000002 principal: shared with nobody (user #99) → -",
        "link: share customer KH000001 principal: shared with nobody (pack #1) → -",
      ])
    _ = try database.mend()
    #expect(try database.faults() == [])
    #expect(try database.rows("SELECT count(*) FROM share") == ["0"])
  }

  /// Who owns the file may look where nobody else may any more.
  @Test func tellsWhereNobodyMayConfigure() throws {
    try database.damage("UPDATE user SET role = 5")
    let faults = try database.store.read(
      as: Actor(login: "root"), at: TemporaryDatabase.moment
    ) { reader in
      let checkup = try Checkup(.crm, at: database.path, in: .vi)
      try checkup.examine(reader)
      return try checkup.all()
    }
    #expect(said(faults) == ["left: access: user - -: không ai có quyền cấu hình → -"])
  }

  @Test func putsTheRightsOfTheFileRight() throws {
    chmod(database.path, 0o644)
    chmod(database.folder, 0o777)
    let said = [
      "place: file - crm.db: 0644 → 0600", "place: file - folder: 0777 → 0755",
    ]
    #expect(try database.faults().map(\.description) == said)
    #expect(try database.mend(dryRun: true).map(\.description) == said)
    #expect(try database.faults().map(\.state) == [.mendable, .left])
    #expect(try database.mend().map(\.state) == [.mended, .left])
    chmod(database.folder, 0o1777)
    #expect(try database.faults() == [])
  }

  @Test func noticesWhatWasLeftBeside() throws {
    _ = try database.file(".crm.db.1x2y3z~", "x")
    _ = try database.file(".other.db.1x2y3z~", "x")
    _ = try database.file("crm.db-journal.old", "x")
    #expect(
      try said(database.faults()) == [
        "notice: place: file - .crm.db.1x2y3z~: left by a command that was killed → -"
      ])
  }

  /// More faults than a checkup tells apart at once, of ids beyond that.
  @Test func namesRecordsBeyondOneWindow() throws {
    try database.damage(
      """
      INSERT INTO customer (id, code, name, name_fold, phones, score, stars)
        VALUES (600001, 'X', 'X', 'x', '0987000111', 0, 0), (1200001, 'Y', 'Y', 'y', NULL, 0, 0);
      INSERT INTO customer_phones_key VALUES ('+84987000111', 600001);
      INSERT INTO customer_search (rowid, words) VALUES (600001, 'x x 0987000111'), (1200001, 'y');
      INSERT INTO customer_phones_key VALUES ('+84987000111', 1200001);
      DELETE FROM customer_phones_key WHERE record = 1;
      """)
    let faults = try database.faults().filter { $0.check.key == "search" }
    #expect(
      faults.map(\.description) == [
        "search: customer KH000001 phones: other keys → +84912345678",
        "search: customer Y phones: other keys → ",
      ])
  }

  /// What was only worked out anew is told of, and plain undo passes it by.
  @Test func isOneOperationThatUndoPassesBy() throws {
    let last = try database.add(.source, ["name": .text("Hội chợ")])
    try database.damage("UPDATE customer SET score = 1, stars = 1")
    #expect(try database.mend().map(\.state).contains(.mended))
    #expect(
      try database.rows(
        "SELECT command, last_change - first_change FROM operation ORDER BY id DESC LIMIT 1")
        == ["crm test|-1"])
    try database.undo()
    #expect(try database.value(.source, last, "name") == nil)
    #expect(try database.faults() == [])
  }

  /// A code that was given by hand is not given out a second time, nor one of a new pattern.
  @Test func keepsNumbersAboveWhatIsTyped() throws {
    try database.edit(.customer, 3, ["code": .text("KH000007")])
    #expect(try database.faults() == [])
    try database.add(.customer, ["code": .text("A0050"), "name": .text("Bảy")])
    let setting = try #require(Setting(codesOf: .customer)).declared
    try database.write { try $0.set(setting, to: "A0000") }
    #expect(try database.faults() == [])
    let id = try database.add(.customer, ["name": .text("Tám")])
    #expect(try database.value(.customer, id, "code") == .text("A0051"))
  }

  /// What a user who is destroyed was given is shared with nobody, and so no longer.
  @Test func emptyingTheTrashLeavesNoShareBehind() throws {
    let group = try database.add(.userGroup, ["name": .text("Dự án")])
    try database.write { _ = try $0.share(.customer, 1, with: .group(group), rights: "edit") }
    try database.trash(.userGroup, group)
    #expect(try database.faults() == [])
    _ = try database.write { try $0.emptyTrash([.userGroup]) }
    #expect(try database.rows("SELECT principal_kind FROM share") == ["user"])
    #expect(try database.faults() == [])
  }
}
