import Foundation
import Testing

/// The upgrade of a released database by real programs: several at once, killed, without room.
@Suite(.serialized) struct UpgradeTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    let file = Workplace.repository + "/Tests/CRMTestSupport/Released/crm-0.1.0.sqlite.xz"
    #expect(try place.bash("xz -dc '\(file)' >\"$CRM_DB\"").code == 0)
  }

  private let user = ["CRM_USER": "root"]

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
    }
  }

  private var copies: [String] {
    get throws { try names.filter { $0.contains("backup") } }
  }

  /// Adds so many customers that the upgrade takes its time.
  private func fatten() throws {
    let outcome = try place.bash(
      """
      sqlite3 "$CRM_DB" "
        INSERT INTO customer (id, code, name, name_fold, kind, description)
        WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        SELECT i, 'X' || i, 'Khách ' || i, 'khach ' || i, 'shop', 'mô tả dài của khách hàng này'
        FROM n"
      """)
    #expect(outcome == Workplace.Outcome(output: "", errors: "", code: 0))
  }

  private func format(of name: String = "crm.sqlite") throws -> String {
    try place.bash(
      """
      sqlite3 '\(name)' "PRAGMA user_version; PRAGMA integrity_check;
        SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%CHECK%individual%'"
      """
    ).output
  }

  private static let before = "1\nok\n1\n"
  /// As a new database of this program is.
  private func after() throws -> String {
    if try place.bash("test -f new.sqlite && echo yes").output != "yes\n" {
      _ = try place.crm("--db", "new.sqlite", "init", with: user)
    }
    return try format(of: "new.sqlite")
  }

  private var formats: String {
    get throws { "from format 1 to " + (try after().prefix { $0 != "\n" }) }
  }

  /// Both wait for one upgrade, and both go on.
  @Test func byTwoAtOnce() throws {
    try fatten()
    let first = try place.start(
      Workplace.crm, ["customer", "list", "--count", "--timeout", "600"], user)
    let second = try place.start(
      Workplace.crm, ["tag", "add", "--name", "Mới", "--timeout", "600"], user)
    let outcomes = [try first.finish(), try second.finish()]
    let formats = try formats
    #expect(outcomes.map(\.code) == [0, 0], "\(outcomes)")
    #expect(outcomes.filter { $0.errors.contains("was upgraded \(formats)") }.count == 1)
    #expect(try copies == ["crm.sqlite.format-1.backup"])
    #expect(try format() == after())
    #expect(try format(of: "crm.sqlite.format-1.backup") == Self.before)
  }

  /// Killed or stopped in the midst of the steps: what is on the disk is the database as it was, and
  /// the next command upgrades it.
  @Test(arguments: [SIGKILL, SIGINT])
  func killed(signal: Int32) throws {
    try fatten()
    let running = try place.start(Workplace.crm, ["customer", "list", "--count"], user)
    let log = place.database + "-wal"
    let start = Date()
    var isWritten = false
    while running.process.isRunning, Date().timeIntervalSince(start) < 600, !isWritten {
      let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
      isWritten = size ?? 0 > 1 << 20
      if !isWritten { Thread.sleep(forTimeInterval: 0.005) }
    }
    #expect(isWritten)
    kill(running.process.processIdentifier, signal)
    #expect(try running.finish().output == "")
    let isKilled = signal == SIGKILL
    #expect(running.process.terminationReason == (isKilled ? .uncaughtSignal : .exit))
    #expect(try format() == Self.before)
    // Who can still clean up does.
    #expect(try copies == (isKilled ? ["crm.sqlite.format-1.backup"] : []))
    let next = try place.crm("customer", "list", "--count", with: user)
    #expect(next.code == 0)
    let copy = "crm.sqlite.format-1.backup" + (isKilled ? ".2" : "")
    #expect(next.errors.contains("\(copy)\n"), "\(next.errors)")
    #expect(try format() == after())
    #expect(try format(of: copy) == Self.before)
  }

  /// Files may not grow beyond a size, so that the copy cannot be completed.
  @Test func refusedRoomForTheCopy() throws {
    let outcome = try place.bash(
      "trap '' XFSZ; ulimit -f 500; exec crm customer list --count", with: user)
    #expect(outcome.code == 3)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.contains("was not upgraded, because the copy"), "\(outcome.errors)")
    #expect(try copies == [])
    #expect(try format() == Self.before)
  }

  static let canMount = (try? Workplace().bash("unshare -m mount -t tmpfs tmpfs /mnt"))?.code == 0

  /// Room for the copy and not for the upgrade.
  @Test(.enabled(if: canMount, "needs the right to mount")) func refusedRoomForTheUpgrade() throws {
    let outcome = try place.bash(
      """
      unshare -m bash -c '
        mkdir small && mount -t tmpfs -o size=2m tmpfs small && cp crm.sqlite small/
        export CRM_DB=small/crm.sqlite
        crm customer list --count; echo "code $?"
        ls small; sqlite3 $CRM_DB "PRAGMA user_version; PRAGMA integrity_check"'
      """, with: user)
    #expect(outcome.errors.contains("the disk is full; nothing was changed"), "\(outcome.errors)")
    #expect(outcome.output == "code 3\ncrm.sqlite\n1\nok\n")
  }

  @Test(.enabled(if: canMount, "needs the right to mount")) func readOnlyDisk() throws {
    let outcome = try place.bash(
      """
      unshare -m bash -c '
        mkdir fixed && cp crm.sqlite fixed/ && mount --bind fixed fixed &&
          mount -o remount,ro,bind fixed
        export CRM_DB=fixed/crm.sqlite
        crm customer list --count; echo "code $?"; ls fixed'
      """, with: user)
    let formats = try formats
    #expect(
      outcome.errors.contains("has to be upgraded \(formats), and cannot be written"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("crm log --db fixed/crm.sqlite"))
    #expect(outcome.output == "code 3\ncrm.sqlite\n")
  }
}
