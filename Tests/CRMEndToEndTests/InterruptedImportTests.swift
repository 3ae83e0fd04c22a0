import Foundation
import Testing

/// An import that is stopped, by whatever means, leaves the database as it was.
@Suite(.serialized) struct InterruptedImportTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  /// Starts a large import and waits until it is in the middle of its rows, or has written the
  /// first of them to the disk.
  private func startImport(
    untilWritten: Bool = false, ofWorkbook: Bool = false
  ) throws -> Workplace.Running {
    let file = try ofWorkbook ? place.workbookOfCustomers() : place.manyCustomers()
    let running = try place.start(Workplace.crm, ["import", file])
    let log = place.database + "-wal"
    let start = Date()
    while running.process.isRunning, Date().timeIntervalSince(start) < 600 {
      let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
      if untilWritten ? size ?? 0 > 1 << 20 : size != nil {
        if !untilWritten { Thread.sleep(forTimeInterval: 0.7) }
        return running
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    Issue.record("the import wrote nothing before it ended")
    return running
  }

  private func expectUntouched() throws {
    #expect(try place.crm("customer", "list", "--count").output == "3\n")
    #expect(try place.crm("log", "--format", "tsv").output.split(separator: "\n").count == 5)
    let check = try place.bash(
      "command -v sqlite3 >/dev/null || exit 0; sqlite3 \"$CRM_DB\" 'PRAGMA integrity_check'")
    #expect(check.output == "ok\n" || check.output == "")
    // And it works on.
    #expect(try place.crm("customer", "add", "--name", "Dung").code == 0)
    #expect(try place.crm("customer", "search", "dung", "--count").output == "1\n")
    #expect(try place.crm("customer", "search", "khach", "--count").output == "0\n")
  }

  @Test(arguments: [false, true], [false, true])
  func killed(afterWriting: Bool, ofWorkbook: Bool) throws {
    let running = try startImport(untilWritten: afterWriting, ofWorkbook: ofWorkbook)
    kill(running.process.processIdentifier, SIGKILL)
    let outcome = try running.finish()
    #expect(running.process.terminationReason == .uncaughtSignal)
    #expect(outcome.output == "")
    try expectUntouched()
  }

  @Test(arguments: [SIGINT, SIGTERM], [false, true])
  func stopped(signal: Int32, ofWorkbook: Bool) throws {
    let running = try startImport(ofWorkbook: ofWorkbook)
    kill(running.process.processIdentifier, signal)
    let outcome = try running.finish()
    #expect(running.process.terminationReason == .exit)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("stopped; nothing was"), "\(outcome.errors)")
    // Nor is there half a file of rows in error.
    let files = try FileManager.default.contentsOfDirectory(atPath: place.folder)
    #expect(!files.contains { $0.contains("rejects") }, "\(files)")
    try expectUntouched()
  }

  /// Meanwhile others read what was there before, and another writer gives up in time.
  @Test func seenByOthers() throws {
    let running = try startImport()
    #expect(try place.crm("customer", "list", "--count").output == "3\n")
    let second = try place.crm("tag", "add", "--name", "Nóng", "--timeout", "0")
    #expect(second.code == 3)
    #expect(second.errors.contains("another command is writing to"))
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.finish()
    try expectUntouched()
  }

  /// Files may not grow beyond a size: what a full disk looks like to those who cannot make one.
  @Test func refusedRoom() throws {
    let file = try place.manyCustomers(20_000)
    let outcome = try place.bash("trap '' XFSZ; ulimit -f 4000; exec crm import '\(file)'")
    #expect(outcome.code == 3)
    #expect(
      outcome.errors.contains("the disk is full; nothing was changed")
        || outcome.errors.contains("failed; nothing was changed"), "\(outcome.errors)")
    try expectUntouched()
  }

  static let canMount = (try? Workplace().bash("unshare -m mount -t tmpfs tmpfs /mnt"))?.code == 0

  @Test(.enabled(if: canMount, "needs the right to mount")) func diskFull() throws {
    let file = try place.manyCustomers(20_000)
    let outcome = try place.bash(
      """
      unshare -m bash -c '
        mkdir small && mount -t tmpfs -o size=8m tmpfs small && cp crm.sqlite small/
        export CRM_DB=small/crm.sqlite
        crm import "\(file)"; echo "code $?"
        crm customer list --count
        crm tag add --name Nóng; echo "code $?"
        command -v sqlite3 >/dev/null && sqlite3 $CRM_DB "PRAGMA integrity_check" || echo ok'
      """)
    #expect(outcome.errors.contains("the disk is full; nothing was changed"), "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("TH") }
    #expect(lines == ["code 3", "3", "code 0", "ok"])
  }
}
