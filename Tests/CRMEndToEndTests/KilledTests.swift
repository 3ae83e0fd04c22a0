import Foundation
import Testing

/// Who is killed leaves nothing that is in the way of the next.
@Suite(.serialized) struct KilledTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private var files: Set<String> {
    get throws { Set(try FileManager.default.contentsOfDirectory(atPath: place.folder)) }
  }

  /// Waits for a file that begins so to be there.
  private func wait(for beginning: String, _ running: Workplace.Running) throws {
    while running.process.isRunning, !(try files.contains { $0.hasPrefix(beginning) }) {
      usleep(200)
    }
  }

  /// At any moment: there is a whole database or none, and then one can be made.
  @Test(arguments: [0, 5, 10, 20, 40, 80]) func whileItMakesADatabase(milliseconds: UInt32) throws {
    let running = try place.start(Workplace.crm, ["init"])
    try wait(for: ".crm.sqlite.", running)
    usleep(milliseconds * 1000)
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.finish()
    let isMade = try files.contains("crm.sqlite")
    let again = try place.crm("init")
    #expect(again.code == (isMade ? 5 : 0), "\(again.errors)")
    #expect(try place.crm("customer", "add", "--name", "An").code == 0)
    let left = try files.filter { $0.hasPrefix(".crm.sqlite.") }
    if !isMade { #expect(left == []) }
  }

  @Test(arguments: ["csv", "jsonl", "xlsx", "vcf"]) func whileItExports(format: String) throws {
    try place.fill()
    try place.crm("import", try place.manyCustomers(20_000))
    let path = place.folder + "/kh.\(format)"
    try Data("cũ".utf8).write(to: URL(fileURLWithPath: path))
    let before = try files
    let words = ["export", "customer", "--\(format)", path]
    let running = try place.start(Workplace.crm, words)
    try wait(for: ".kh.\(format).", running)
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.finish()
    #expect(running.process.terminationReason == .uncaughtSignal)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "cũ")
    // One that is being written meanwhile is left alone.
    let other = try place.start(Workplace.crm, words)
    let outcome = try place.crm("export", "customer", "--\(format)", path, "--limit", "1")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try other.finish().code == 0)
    #expect(
      try files.subtracting(before).subtracting(["crm.sqlite-wal", "crm.sqlite-shm"]) == [])
  }

  /// A workbook on its way to standard output is nowhere else.
  @Test func whileItPassesAWorkbookOn() throws {
    try place.fill()
    try place.crm("import", try place.manyCustomers(5000))
    try place.bash("mkdir temporary")
    let running = try place.start(
      Workplace.crm, ["export", "customer", "--xlsx", "-"],
      ["TMPDIR": place.folder + "/temporary"])
    Thread.sleep(forTimeInterval: 0.3)
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.finish()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.folder + "/temporary") == [])
  }
}
