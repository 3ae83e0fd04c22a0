import Foundation
import Testing

/// The program that keeps a copy elsewhere, as the example installs it.
enum Litestream {
  /// The scripts of the example, which are executed here.
  static let scripts: Set = ["replication/install.sh", "replication/restore-drill.sh"]
  static let folder = ExampleTests.examples + "/replication"

  /// The program, beside the built ones; nil where it cannot be had.
  static let program: String? = {
    let home = Workplace.products + "/litestream"
    let program = home + "/bin/litestream"
    guard !FileManager.default.isExecutableFile(atPath: program) else { return program }
    guard let place = try? Workplace() else { return nil }
    // As whoever runs the tests has told Python where packages come from.
    let outcome = try? place.start(
      "/bin/bash", [folder + "/install.sh", home], ProcessInfo.processInfo.environment
    ).finish()
    return outcome?.code == 0 ? program : nil
  }()
}

/// Examples/replication: Litestream keeps a copy while people write, and what was acknowledged is in
/// what is restored from it.
@Suite(.enabled(if: Litestream.program != nil, "Litestream cannot be had from PyPI here"))
struct ReplicationTests {
  private let place: Workplace
  private let variables: [String: String]

  init() throws {
    place = try Workplace()
    try place.crm("init")
    variables = ["CRM_COPY": place.folder + "/copy", "LITESTREAM": Litestream.program ?? ""]
  }

  private func replicate() throws -> Workplace.Running {
    let running = try place.start(
      Litestream.program ?? "", ["replicate", "-config", Litestream.folder + "/litestream.yml"],
      variables)
    // It stands at the database once it has made its own folder beside it.
    let state = place.folder + "/.crm.sqlite-litestream"
    try wait { FileManager.default.fileExists(atPath: state) }
    return running
  }

  private func wait(until isTrue: () throws -> Bool) throws {
    let start = Date()
    while try !isTrue(), Date().timeIntervalSince(start) < 60 { usleep(50_000) }
  }

  /// Kills it as it is, and restores what it has copied.
  private func drill(_ names: String...) throws -> Workplace.Outcome {
    try place.start(
      "/bin/bash",
      [Litestream.folder + "/restore-drill.sh", Litestream.folder + "/litestream.yml"]
        + names.map { place.folder + "/" + $0 }, variables.merging(["WAIT": "0"]) { $1 }
    ).finish()
  }

  private func stop(_ running: Workplace.Running) throws {
    // Its interval is a second.
    Thread.sleep(forTimeInterval: 2.5)
    kill(running.process.processIdentifier, SIGKILL)
    _ = try running.finish()
  }

  private var log: String { place.database + "-wal" }

  @Test func restoresWhatWasAcknowledged() throws {
    var acknowledged: [String] = []
    func add(_ names: ClosedRange<Int>) throws {
      for number in names {
        let outcome = try place.crm("customer", "add", "--name", "K\(number)")
        #expect(outcome.code == 0, "\(outcome.errors)")
        acknowledged.append("K\(number)")
      }
    }
    func names(_ database: String) throws -> [String] {
      try place.crm("customer", "list", "--columns", "name", "--format", "tsv", "--db", database)
        .output.split(separator: "\n").dropFirst().map(String.init)
    }
    let first = try replicate()
    // From here on the log stays: Litestream reads, and who closes last is never the last.
    try add(1...1)
    try wait { FileManager.default.fileExists(atPath: log) }
    for number in 2...20 {
      try add(number...number)
      let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
      #expect(size ?? 0 > 0, "after \(number)")
    }
    try stop(first)
    let drilled = try drill("first")
    #expect(drilled.code == 0, "\(drilled)")
    #expect(drilled.output.contains("crm customer add --name K20"))
    #expect(try names("first/crm.sqlite") == acknowledged)

    // Nobody copies: the log goes with the last, and the copy is known to lack something.
    try add(21...23)
    #expect(!FileManager.default.fileExists(atPath: log))
    let behind = try drill()
    #expect(behind.code == 1)
    #expect(behind.errors.contains("The copy lacks"), "\(behind)")

    // Then it catches up.
    let second = try replicate()
    try add(24...25)
    try stop(second)
    #expect(try drill("second").code == 0)
    #expect(try names("second/crm.sqlite") == acknowledged)
    let mode = try place.bash("stat -c %a second second/crm.sqlite").output
    #expect(mode == "700\n600\n")
    // And it can be put back as any backup.
    #expect(try place.crm("customer", "add", "--name", "K26").code == 0)
    let back = try place.crm("restore", "second/crm.sqlite", "--confirm", "crm.sqlite")
    #expect(back.code == 0, "\(back)")
    #expect(try names("crm.sqlite") == acknowledged)
  }
}
