import Foundation
import Testing

/// An export that is stopped leaves no file, and leaves one that was there as it was.
@Suite(.serialized) struct InterruptedExportTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
    try place.crm("import", try place.manyCustomers(20_000))
  }

  private var files: Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? [])
  }

  @Test func leavesWhatWasThere() throws {
    for (format, signal) in [("jsonl", SIGINT), ("xlsx", SIGTERM), ("vcf", SIGINT)] {
      try stop(format, signal)
    }
  }

  private func stop(_ format: String, _ signal: Int32) throws {
    let path = place.folder + "/kh.\(format)"
    try Data("cũ".utf8).write(to: URL(fileURLWithPath: path))
    let before = files
    let running = try place.start(Workplace.crm, ["export", "customer", "--\(format)", path])
    let start = Date()
    // The file beside it is there from the first row on.
    while running.process.isRunning, Date().timeIntervalSince(start) < 60,
      !files.subtracting(before).contains(where: { $0.hasPrefix(".kh.\(format)") })
    {
      Thread.sleep(forTimeInterval: 0.01)
    }
    kill(running.process.processIdentifier, signal)
    let outcome = try running.finish()
    #expect(running.process.terminationReason == .exit)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("stopped; nothing was"), "\(outcome.errors)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "cũ")
    #expect(files.subtracting(before).subtracting(["crm.sqlite-wal", "crm.sqlite-shm"]) == [])
  }
}
