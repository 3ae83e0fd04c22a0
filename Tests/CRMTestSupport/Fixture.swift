import CRMCore
import CRMEngine
import CRMCommands
import CRMTables
import CRMValues
import Foundation

/// A database of its own in a temporary folder, under a clock that stands at
/// 2026-11-22 10:00 in Vietnam; commands run on it in process.
public final class Fixture {
  /// What one command left behind.
  public struct Outcome: Equatable {
    public let output: String
    public let errors: String
    public let code: Int32

    public init(output: String, errors: String, code: Int32) {
      self.output = output
      self.errors = errors
      self.code = code
    }
  }

  /// 2026-11-22T03:00:00Z, a Sunday.
  public static let now = Instant(seconds: 1_795_316_400)
  public static let moment = Moment(now: now, today: now.day(in: .vietnam), zone: .vietnam)

  /// The folder that the fixture takes along when it goes.
  public let folder: String
  public let path: String
  public let store: Store
  /// The login everything is done as; `crm init` made its user record.
  public let login = "an"

  /// - Parameter language: the language of the lists that a new database begins with.
  public init(_ language: Language = .vi) throws {
    // As the program does: a pager that was left must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    folder = NSTemporaryDirectory() + "crm-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/crm.sqlite"
    store = try NewDatabase.store(at: path, language, as: login, at: Fixture.moment)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Returns the path of a file in the fixture's folder.
  public func file(_ name: String) -> String { folder + "/" + name }

  /// Writes a file into the fixture's folder; returns its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Returns the text of a file in the fixture's folder.
  public func contents(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  /// Runs a command line as a script would, in English; on a terminal of a width where one is given.
  public func run(_ words: String..., input: String = "", terminal: Int? = nil) -> Outcome {
    run(words, input: input, terminal: terminal)
  }

  /// Runs the same in Vietnamese.
  public func runVietnamese(_ words: String..., input: String = "") -> Outcome {
    run(words, language: .vi, input: input)
  }

  /// Runs a command line.
  ///
  /// - Parameters:
  ///   - input: what its standard input holds; `bytes` where that is no text.
  ///   - waiting: is called before each line of it is given.
  ///   - terminal: the width of the terminal it runs on; nil for none.
  ///   - variables: environment variables beside `CRM_DB` and `CRM_LANG`.
  ///   - system: what the host says of the process.
  ///   - ownsFiles: whether files are those of the system's user.
  public func run(
    _ words: [String], language: Language = .en, input: String = "", bytes: [UInt8]? = nil,
    waiting: @escaping () -> Void = {}, terminal: Int? = nil,
    variables: [String: String] = [:], now: Instant = Fixture.now, system: System = .unshared,
    ownsFiles: Bool = true, isFollowed: Bool = true
  ) -> Outcome {
    let output = MemorySink()
    let errors = MemorySink()
    var rest = (bytes ?? Array(input.utf8))[...]
    let environment = Environment(
      variables: variables.merging(["CRM_DB": path, "CRM_LANG": language.rawValue]) { own, _ in own
      },
      login: login, now: now, zone: .vietnam, output: output, errors: errors,
      readLine: {
        waiting()
        let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest.isEmpty ? nil : Array(rest[..<end])
      }, isInputTerminal: terminal != nil,
      isOutputTerminal: terminal != nil, isErrorTerminal: terminal != nil,
      isFollowed: isFollowed, width: terminal ?? 80, folder: folder, system: system,
      owns: { _ in ownsFiles })
    let code = CRMCommands.run(words, in: environment)
    return Outcome(output: output.text, errors: errors.text, code: code)
  }
}
