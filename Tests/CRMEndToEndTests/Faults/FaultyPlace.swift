import CRMTestSupport
import Foundation
import Testing

/// A database on which a command runs over and over from the same beginning, and fails.
struct FaultyPlace {
  /// What a database is after a command that failed.
  enum State: Equatable, CustomStringConvertible {
    case before, after
    /// The check tells that it is damaged; its first line.
    case damaged(String)
    /// None of them: the first line of which neither has the like.
    case other(String)

    var description: String {
      switch self {
      case .before: "as before"
      case .after: "as after"
      case .damaged(let line): "damaged: \(line)"
      case .other(let line): "neither as before nor as after: \(line)"
      }
    }
  }

  struct Result: CustomStringConvertible {
    let outcome: Workplace.Outcome
    /// Whether the process ended by itself.
    let isExit: Bool

    var code: Int32 { outcome.code }
    /// Whether it has told anybody that it did what it was asked to.
    var isAcknowledged: Bool { isExit && code == 0 || !outcome.output.isEmpty }
    var description: String { "\(isExit ? "code" : "signal") \(code): \(outcome.errors)" }
  }

  let command: WritingCommand
  let place: Workplace
  private var before: [Substring] = []
  private var after: [Substring] = []

  /// Runs the command once, to know what comes of it.
  init(_ command: WritingCommand, rows: Int = 2000) throws {
    self.command = command
    place = try Workplace()
    if command.words.first == "import" { _ = try place.manyCustomers(rows) }
    let made =
      command.isOfOldFormat
      ? "xz -dc '\(Workplace.repository)/Tests/CRMTestSupport/Released/crm-0.1.0.sqlite.xz'"
      : "cat '\(try FaultyPlace.company.get().database)'"
    #expect(try place.bash("umask 077; mkdir base; \(made) >base/crm.sqlite").code == 0)
    if command.words.first == "restore" {
      try place.bash("cp '\(try FaultyPlace.company.get().folder)/saved.sqlite' .")
    }
    if command.words == WritingCommand.mending.words {
      try place.bash("sqlite3 base/crm.sqlite 'UPDATE customer SET score = 7 WHERE id = 2'")
    }
    try begin()
    before = try content()
    let result = try run(nil)
    try #require(result.isExit && result.code == 0, "\(result)")
    after = try content()
    let check = try doctor()
    try #require(check.code == 0, "\(check)")
  }

  /// Has the program itself look for what is wrong; 0 where it finds nothing.
  func doctor() throws -> Result { try crm("doctor") }

  /// The company that commands begin with, made once.
  private static let company = Swift.Result { () throws -> Workplace in
    let place = try Workplace()
    let outcome = try place.bash(WritingCommand.preparation, with: fixed)
    guard outcome.code == 0 else { throw CocoaError(.fileWriteUnknown) }
    return place
  }

  /// It is always the same moment, so that databases can be compared.
  private static var fixed: [String: String] {
    ["LD_PRELOAD": Fault.library ?? "", "FAULT_NOW": "1795000000", "CRM_TODAY": "2026-11-22"]
  }

  private var files: String { place.folder + "/data/" }
  private var database: String { files + "crm.sqlite" }

  /// Puts the database back to where every run begins.
  func begin() throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: files)
    try manager.copyItem(atPath: place.folder + "/base", toPath: place.folder + "/data")
  }

  /// Runs the command.
  func run(_ fault: Fault?) throws -> Result { try run(command.words, fault) }

  /// Runs another command on the database.
  func crm(_ words: String...) throws -> Result { try run(words, nil) }

  func variables(_ fault: Fault?) -> [String: String] {
    FaultyPlace.fixed.merging(fault?.variables(files) ?? [:]) { $1 }
      .merging(["CRM_DB": database, "SQLITE_TMPDIR": place.folder + "/data"]) { $1 }
      .merging(command.isOfOldFormat ? ["CRM_USER": "root"] : [:]) { $1 }
  }

  private func run(_ words: [String], _ fault: Fault?) throws -> Result {
    let running = try place.start(Workplace.crm, words, variables(fault))
    let outcome = try running.finish()
    return Result(outcome: outcome, isExit: running.process.terminationReason == .exit)
  }

  /// How many calls the command makes.
  func count(calls: String) throws -> Int {
    try begin()
    let report = place.folder + "/count"
    let variables = variables(Fault(kind: .count, calls: calls))
    _ = try place.start(
      Workplace.crm, command.words, variables.merging(["FAULT_REPORT": report]) { $1 }
    ).finish()
    let text = try String(contentsOfFile: report, encoding: .utf8)
    return try #require(Int(text.dropLast()))
  }

  /// Returns so many moments of a command, seeded, from every part of it: the numbers of calls.
  func moments(_ wanted: Int, of count: Int) -> [Int] {
    var seeded = Seeded(command.testDescription)
    let wanted = min(wanted, count)
    return (0..<wanted).map { part in
      Int.random(in: (part * count / wanted + 1)...((part + 1) * count / wanted), using: &seeded)
    }
  }

  /// What the check of the database says, and everything in it.
  private func content() throws -> [Substring] {
    try place.start("/usr/bin/env", ["sqlite3", "-batch", database] + FaultyPlace.contentOf)
      .finish().output.split(separator: "\n")
  }

  /// What tells all of a database: the check, then the content.
  static let contentOf = ["PRAGMA integrity_check; PRAGMA foreign_key_check", ".dump"]

  /// Compares the database with what it may be.
  func state() throws -> State { state(of: try content()) }

  func state(of now: [Substring]) -> State {
    if now == before { return .before }
    if now == after { return .after }
    // After what the check says, the content begins.
    guard now.first == "ok", now.dropFirst().first?.hasPrefix("PRAGMA") == true else {
      return .damaged(String((now.first { $0 != "ok" } ?? "nothing can be read").prefix(200)))
    }
    let known = Set(before + after)
    return .other(String((now.first { !known.contains($0) } ?? "lines are missing").prefix(200)))
  }

  /// The database is as before or as after, as after where that was told, and works on.
  func expectWhole(_ result: Result, _ fault: Fault) throws {
    let state = try state()
    let told = Comment(rawValue: "\(fault.kind) at \(fault.at): \(state); \(result)")
    switch state {
    case .damaged, .other: Issue.record(told)
    case .after: #expect(try crm("tag", "add", "Sau").code == 0, told)
    case .before:
      #expect(!result.isAcknowledged, told)
      let again = try run(nil)
      #expect(again.code == 0, "\(told.rawValue)\n\(again)")
      #expect(try self.state() == .after, told)
    }
  }
}
