import Foundation
import Testing

/// What only a real process shows: exit codes, pipes, the clock's zone, the rights of files.
@Suite struct ProcessTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: ["version", "--version"])
  func tellsItsVersion(word: String) throws {
    let outcome = try place.crm(word)
    #expect(outcome.output.hasPrefix("crm "))
    #expect(outcome.output.split(separator: ".").count == 3)
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
    #expect(!FileManager.default.fileExists(atPath: place.database))
  }

  @Test(
    arguments: [
      (["customer", "list"], 3, "there is no database at"), (["custmer", "list"], 2, "customer"),
      (["customer", "lst"], 2, "list"), (["customer", "list", "--sorted"], 2, "--sort"),
      (["import"], 2, "missing FILE"),
    ])
  func exitsWithACodeScriptsCanTell(words: [String], code: Int32, message: String) throws {
    let outcome = try place.start(Workplace.crm, words).finish()
    #expect(outcome.code == code)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func endsQuietlyWhereThePipeIsClosed() throws {
    try place.fill()
    try place.crm("import", try place.manyCustomers(3000))
    let outcome = try place.bash(
      "crm customer list --format tsv | head -1 >/dev/null; echo \"${PIPESTATUS[0]}\"")
    #expect(outcome.output == "0\n")
    #expect(outcome.errors == "")
    let help = try place.bash("crm help | true; echo \"${PIPESTATUS[0]}\"")
    #expect(help == Workplace.Outcome(output: "0\n", errors: "", code: 0))
  }

  /// Standard input has no name: its content tells its format, unless it is told.
  @Test(arguments: [
    ("", #"{"name":"Lan"}"#), (" --type jsonl", #"{"name":"Lan"}"#), (" --type csv", #"name\nLan"#),
    ("", #"name\nLan"#),
  ])
  func importsStandardInput(type: String, text: String) throws {
    let place = try Workplace()
    try place.crm("init")
    let outcome = try place.bash("printf '\(text)\\n' | crm customer import -\(type)")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try place.crm("customer", "list", "--columns", "name").output == "Name\nLan\n")
  }

  /// Who waits for standard input keeps nobody from writing meanwhile.
  @Test(arguments: [
    "crm customer edit - --description x", "crm import - --type csv --into customer",
  ]) func waitsBeforeItWrites(command: String) throws {
    let place = try Workplace()
    try place.fill()
    let text = command.contains("import") ? "Name,Phone\nMuộn,0901000999" : "KH000001"
    let outcome = try place.bash(
      "(sleep 2; printf '\(text)\\n') | \(command) >/dev/null 2>&1 & sleep 0.5; "
        + "crm --timeout 1 customer add Sớm; echo $?; wait; crm customer list --count")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[1] == "0", "\(outcome)")
    #expect(lines.last == (command.contains("import") ? "5" : "4"), "\(outcome)")
  }

  @Test func takesTurnsWriting() throws {
    try place.fill()
    let writers = try (0..<6).map {
      try place.start(Workplace.crm, ["tag", "add", "--name", "T\($0)", "--timeout", "30"])
    }
    for writer in writers { #expect(try writer.finish().code == 0) }
    let codes = try place.crm("tag", "list", "--columns", "code", "--format", "tsv").output
    #expect(
      codes.split(separator: "\n").dropFirst().sorted()
        == (1...6).map { "TH00000\($0)" })
  }

  /// The program of the tests, and the static one where it is built: it has no Foundation data
  /// to find zones in.
  static let programs = [Workplace.crm, Workplace.repository + "/.build/release/crm"].filter {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(arguments: programs)
  func showsTimesOfTheZone(program: String) throws {
    func time(_ zone: String?) throws -> Date {
      let output = try place.start(
        program, ["log", "--format", "tsv"],
        zone.map { ["TZ": $0] } ?? [:]
      ).finish().output
      let format = DateFormatter()
      format.locale = Locale(identifier: "en_US_POSIX")
      format.timeZone = TimeZone(secondsFromGMT: 0)
      format.dateFormat = "yyyy-MM-dd HH:mm:ss"
      let line = try #require(output.split(separator: "\n").last)
      let found = line.split(separator: "\t").compactMap { format.date(from: String($0)) }
      return try #require(found.first, "\(output)")
    }
    try place.crm("init")
    let utc = try time("UTC")
    #expect(abs(utc.timeIntervalSinceNow) < 120)
    for (zone, hours) in [
      (nil, 7), ("Asia/Ho_Chi_Minh", 7), ("Asia/Tokyo", 9), ("Etc/GMT+5", -5), ("XYZ-3", 3),
    ] {
      #expect(try time(zone).timeIntervalSince(utc) == Double(hours) * 3600, "\(zone ?? "none")")
    }
  }

  /// Files another person owns: neither written nor made up, and said so.
  @Test(
    .enabled(if: getuid() == 0 && Workplace.has("setpriv"), "needs root to become somebody else"))
  func saysWhatItMayNot() throws {
    try place.fill()
    let other = "setpriv --reuid=65534 --regid=65534 --clear-groups"
    try place.bash("mkdir shut; cp crm.sqlite shut/; chmod 755 . shut; chmod 644 shut/crm.sqlite")
    // The program may stand where others cannot come, so that it is reached through the shell.
    let reached = try place.bash("cp \"$CRM\" crm && chmod 755 crm && \(other) ./crm version")
    try #require(reached.code == 0, "\(reached.errors)")
    let write = try place.bash("CRM_DB=shut/crm.sqlite \(other) ./crm tag add --name X")
    #expect(write.code == 3)
    #expect(write.errors.contains("shut/crm.sqlite cannot be"), "\(write.errors)")
    try place.bash("chmod 600 shut/crm.sqlite")
    let read = try place.bash("CRM_DB=shut/crm.sqlite \(other) ./crm tag list")
    #expect(read.code == 3)
    #expect(read.errors.contains("cannot be opened"), "\(read.errors)")
    let made = try place.bash("CRM_DB=shut/new.sqlite \(other) ./crm init")
    #expect(made.code == 3)
    #expect(made.errors.contains("shut/new.sqlite cannot be made"), "\(made.errors)")
  }
}
