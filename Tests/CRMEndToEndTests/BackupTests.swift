import Foundation
import Testing

/// Backups and restores by real programs: beside others, killed, stopped, without room.
@Suite(.serialized) struct BackupTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  private func names(_ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.folder).filter { $0.contains(part) }
      .sorted()
  }

  /// What SQLite itself says of a file, and how many customers are in it.
  private func state(of name: String) throws -> String {
    try place.bash(
      "sqlite3 -readonly '\(name)' 'PRAGMA integrity_check; SELECT count(*) FROM customer'"
    ).output
  }

  private func kill(_ words: [String], after milliseconds: UInt32, _ signal: Int32 = SIGKILL) throws
    -> Workplace.Outcome
  {
    let running = try place.start(Workplace.crm, words)
    usleep(milliseconds * 1000)
    Foundation.kill(running.process.processIdentifier, signal)
    return try running.finish()
  }

  /// Each is one state: as many customers as operations that added one.
  @Test func whileOthersWrite() throws {
    let writing = try place.start(
      "/bin/bash", ["-c", "for i in {1..20}; do crm customer add \"Khách $i\" || exit 1; done"])
    var counts: [String] = []
    while writing.process.isRunning {
      let outcome = try place.crm("backup", "k.sqlite", "--keep", "1000")
      #expect(outcome.code == 0, "\(outcome)")
    }
    #expect(try writing.finish().code == 0)
    for name in try names("k-") {
      let state = try place.bash(
        """
        sqlite3 '\(name)' "PRAGMA integrity_check; PRAGMA journal_mode;
          SELECT (SELECT count(*) FROM customer) = (SELECT count(*) FROM operation) - 1,
            count(*) FROM customer"
        """
      ).output
      #expect(state.hasPrefix("ok\ndelete\n1|"), "\(name): \(state)")
      counts.append(state)
    }
    #expect(Set(counts).count > 2, "\(counts)")
  }

  /// What has the name of a backup is one; what is left says that it is none, and goes.
  @Test func killedWhileItBacksUp() throws {
    try place.crm("import", try place.manyCustomers(5000))
    for milliseconds in [5, 20, 40, 60, 80, 110, 150] as [UInt32] {
      _ = try kill(["backup", "k.sqlite", "--keep", "50"], after: milliseconds)
      for name in try names("k") where name.hasPrefix("k-") {
        #expect(try state(of: name) == "ok\n5003\n")
      }
      #expect(try names("k.sqlite").allSatisfy { $0.hasPrefix(".k.sqlite.") })
    }
    #expect(try place.crm("backup", "k.sqlite", "--keep", "1").code == 0)
    #expect(try names("k.sqlite") == [])
    #expect(try names("k-").count == 1)
  }

  /// The old or the new, whole, and then whatever one likes.
  @Test func killedWhileItRestores() throws {
    try place.crm("backup", "small.sqlite")
    try place.crm("import", try place.manyCustomers(5000))
    try place.crm("backup", "large.sqlite")
    var found: Set<String> = []
    var milliseconds: UInt32 = 30
    // Ever later, until one has come to its end.
    while milliseconds < 200 || found.count < 2, milliseconds < 10_000 {
      for file in ["small.sqlite", "large.sqlite"] {
        _ = try kill(["restore", file, "--confirm", "crm.sqlite"], after: milliseconds)
        let now = try state(of: "crm.sqlite")
        #expect(["ok\n3\n", "ok\n5003\n"].contains(now), "\(file) \(milliseconds): \(now)")
        found.insert(now)
        for name in try names(".replaced-") where !name.hasSuffix("~") {
          #expect(try state(of: name).hasPrefix("ok\n"))
        }
      }
      try place.bash("rm -f crm.sqlite.replaced-*")
      milliseconds = milliseconds * 3 / 2
    }
    #expect(found.count == 2)
    #expect(try place.crm("restore", "small.sqlite", "--confirm", "crm.sqlite").code == 0)
    #expect(try place.crm("customer", "add", "Dũng").code == 0)
    #expect(try place.crm("undo").code == 0)
    #expect(try state(of: "crm.sqlite") == "ok\n3\n")
    #expect(try names("~") == [])
  }

  /// Who can still clean up does.
  @Test(arguments: [
    ["backup", "b.sqlite"], ["restore", "large.sqlite", "--confirm", "crm.sqlite"],
  ])
  func stopped(words: [String]) throws {
    // So many that the check of them takes several times as long as what is waited.
    try place.crm("import", try place.manyCustomers(20_000))
    try place.crm("backup", "large.sqlite")
    try place.crm("undo")
    let before = try place.bash("ls -A").output
    let outcome = try kill(words, after: 60, SIGINT)
    #expect(outcome.code == 1 && outcome.errors == "crm: stopped; nothing was changed\n")
    #expect(
      try place.bash("ls -A | grep -v -- '-wal$\\|-shm$'").output
        == before.split(separator: "\n").filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
        .joined(separator: "\n") + "\n")
    #expect(try place.crm("customer", "list", "--count").output == "3\n")
  }

  /// Files may not grow beyond a size.
  @Test func withoutRoom() throws {
    let outcome = try place.bash("trap '' XFSZ; ulimit -f 500; exec crm backup b.sqlite")
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("crm: b.sqlite: "), "\(outcome.errors)")
    #expect(try names("b.sqlite") == [])
  }

  @Test(.enabled(if: UpgradeTests.canMount, "needs the right to mount")) func onAFullDisk() throws {
    let outcome = try place.bash(
      """
      unshare -m bash -c '
        mkdir small && mount -t tmpfs -o size=500k tmpfs small
        crm backup small/b.sqlite; echo "code $?"; crm backup small/b.sqlite --keep 2; ls -A small'
      """)
    #expect(outcome.output == "code 1\n")
    #expect(
      outcome.errors.split(separator: "\n").filter { $0.hasPrefix("crm: ") }
        == ["crm: small/b.sqlite: the disk is full", "crm: small/b.sqlite: the disk is full"])
  }

  /// It is all there is: nothing has to be written beside it to read it.
  @Test(.enabled(if: UpgradeTests.canMount, "needs the right to mount")) func fromAReadOnlyDisk()
    throws
  {
    let outcome = try place.bash(
      """
      unshare -m bash -c '
        mkdir fixed && crm backup fixed/b.sqlite >/dev/null && crm customer add Dũng >/dev/null 2>&1
        cp crm.sqlite fixed/wal.sqlite
        mount --bind fixed fixed && mount -o remount,ro,bind fixed
        crm customer list --count --db fixed/b.sqlite
        sqlite3 fixed/b.sqlite "SELECT count(*) FROM customer"
        crm restore fixed/b.sqlite --confirm crm.sqlite 2>/dev/null; crm customer list --count
        crm restore fixed/wal.sqlite --confirm crm.sqlite 2>/dev/null; crm customer list --count'
      """)
    #expect(outcome.output == "3\n3\n3\n4\n", "\(outcome)")
  }

  /// Through pipes, as to another machine.
  @Test func throughPipes() throws {
    let outcome = try place.bash(
      """
      set -o pipefail
      crm backup - | gzip >b.gz; crm customer add Dũng 2>/dev/null >/dev/null
      gzip -dc b.gz | crm restore - --confirm crm.sqlite 2>/dev/null
      crm customer list --count; crm backup - | head -c 16; echo; ls -A | grep -c '~'
      """)
    #expect(outcome.output == "3\nSQLite format 3\0\n0\n", "\(outcome)")
  }
}
