import Foundation
import Testing

/// The first signal ends whatever a command waits for, and changes nothing.
@Suite(.serialized) struct SignalTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  /// Waits until the program stands in a call that waits, which the system tells.
  private func untilWaiting(_ running: Workplace.Running) {
    let status = "/proc/\(running.process.processIdentifier)/wchan"
    let start = Date()
    while running.process.isRunning, Date().timeIntervalSince(start) < 60 {
      let call = (try? String(contentsOfFile: status, encoding: .utf8)) ?? ""
      if ["poll", "select", "pipe", "nanosleep"].contains(where: call.contains) { return }
      // Not every system tells it.
      if Date().timeIntervalSince(start) > 3, call.isEmpty || call == "0" { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  private func expectStopped(_ running: Workplace.Running, by signal: Int32) throws {
    untilWaiting(running)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, signal)
    let outcome = try running.finish()
    #expect(running.process.terminationReason == .exit)
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasSuffix("crm: stopped; nothing was changed\n"), "\(outcome.errors)")
    #expect(try place.crm("customer", "list", "--count").output == "3\n")
    #expect(try place.crm("log", "--format", "tsv").output.split(separator: "\n").count == 5)
    let files = try FileManager.default.contentsOfDirectory(atPath: place.folder)
    #expect(!files.contains { $0.hasSuffix("~") || $0.contains("rejects") }, "\(files)")
  }

  /// Somebody holds the other end of the pipe, and has written nothing or half of something.
  @Test(
    arguments: [
      ["import", "-"], ["import", "-", "--type", "csv"], ["customer", "add", "--json", "-"],
      ["customer", "delete", "-"], ["customer", "restore", "-"], ["customer", "merge", "-"],
      ["customer", "merge", "--pairs", "-"], ["comment", "edit", "TD000001", "-"],
    ], [(SIGINT, ""), (SIGTERM, "KH000001")])
  func atAPipe(words: [String], sent: (signal: Int32, text: String)) throws {
    let pipe = Pipe()
    let running = try place.start(Workplace.crm, words, input: pipe.fileHandleForReading)
    try pipe.fileHandleForWriting.write(contentsOf: Data(sent.text.utf8))
    try expectStopped(running, by: sent.signal)
  }

  /// Nobody has opened it to write, or to read.
  @Test(
    arguments: [
      ["import", "pipe"], ["customer", "add", "--json", "pipe"],
      ["customer", "merge", "--pairs", "pipe"], ["customer", "export", "--csv", "pipe"],
      ["import", "kh.csv", "--rejects", "pipe"],
    ], [SIGINT, SIGTERM])
  func atANamedPipe(words: [String], signal: Int32) throws {
    mkfifo(place.folder + "/pipe", 0o600)
    try Data("Mã KH,Tên KH,Email\nK1,An,\nK2,Bình,sai\n".utf8)
      .write(to: URL(fileURLWithPath: place.folder + "/kh.csv"))
    try expectStopped(try place.start(Workplace.crm, words), by: signal)
  }

  /// Who reads has stopped doing so.
  @Test(arguments: [SIGINT, SIGTERM]) func atAPipeThatIsFull(signal: Int32) throws {
    let many = try Workplace()
    try many.fill()
    try many.crm("import", try many.manyCustomers(2000))
    mkfifo(place.folder + "/full", 0o600)
    let reader = open(place.folder + "/full", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let running = try place.start(
      Workplace.crm,
      ["--db", many.database, "customer", "export", "--jsonl", place.folder + "/full"])
    try expectStopped(running, by: signal)
  }

  /// Another process holds the lock that a writer needs, or that everybody does.
  @Test(
    .enabled(if: Workplace.has("sqlite3"), "needs the shell of SQLite"),
    arguments: [
      (["tag", "add", "--name", "X"], "BEGIN IMMEDIATE;"),
      (["customer", "list"], "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"),
    ], [SIGINT, SIGTERM])
  func atALock(command: (words: [String], lock: String), signal: Int32) throws {
    let pipe = Pipe()
    let holder = try place.start(
      "/usr/bin/env", ["sqlite3", place.database], input: pipe.fileHandleForReading)
    let held = place.folder + "/held"
    try pipe.fileHandleForWriting.write(
      contentsOf: Data("\(command.lock)\n.shell touch '\(held)'\n".utf8))
    while holder.process.isRunning, !FileManager.default.fileExists(atPath: held) {
      Thread.sleep(forTimeInterval: 0.01)
    }
    let running = try place.start(Workplace.crm, command.words + ["--timeout", "600"])
    untilWaiting(running)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, signal)
    let outcome = try running.finish()
    try pipe.fileHandleForWriting.close()
    _ = try holder.finish()
    #expect(running.process.terminationReason == .exit)
    #expect(outcome.code == 1)
    #expect(outcome.errors == "crm: stopped; nothing was changed\n")
    #expect(try place.crm("tag", "list", "--count").output == "0\n")
  }

  /// A terminal that somebody has left.
  @Test(
    .enabled(if: Workplace.has("script"), "needs a program that makes terminals"),
    arguments: [SIGINT, SIGTERM])
  func atAQuestion(signal: Int32) throws {
    let pipe = Pipe()
    let running = try place.start(
      "/usr/bin/env",
      [
        "script", "-qec", "sh -c 'echo $$ >number; exec crm customer add; '; echo code $? >code",
        "/dev/null",
      ],
      input: pipe.fileHandleForReading)
    let start = Date()
    var number: pid_t?
    while running.process.isRunning, Date().timeIntervalSince(start) < 60 {
      let text = try? String(contentsOfFile: place.folder + "/number", encoding: .utf8)
      number = text.flatMap { pid_t($0.dropLast()) }
      let wait = number.flatMap {
        try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)
      }
      if wait?.hasPrefix("crm") == true { break }
      Thread.sleep(forTimeInterval: 0.02)
    }
    let found = try #require(number)
    Thread.sleep(forTimeInterval: 0.5)
    kill(found, signal)
    let outcome = try running.finish()
    try pipe.fileHandleForWriting.close()
    #expect(outcome.output.contains("Phones: crm: stopped; nothing was changed"))
    #expect(try String(contentsOfFile: place.folder + "/code", encoding: .utf8) == "code 1\n")
    #expect(try place.crm("customer", "list", "--count").output == "3\n")
  }
}
