import CRMEngine
import CRMTables
import CRMValues

/// What a command gets from outside: streams, variables, clock, terminal. `main` fills it from
/// the process; tests fill it by hand.
public struct Environment {
  /// The environment variables.
  public var variables: [String: String]
  /// The login of the operating system.
  public var login: String
  /// What the system tells of the process and its host.
  public var system: System
  /// Whether somebody sits at a terminal who would be asked, and whom standard input does not reach.
  var isUnheard = false
  /// Whether the command stands in a folder of its own, with the files that a launcher brought.
  var isExchanging = false
  /// Whether a file is the system's user's own; so is one that is not there.
  public var owns: (String) -> Bool
  /// The clock.
  public var now: Instant
  /// The zone of the place, from `TZ`, else Vietnam's.
  public var zone: Zone
  public var output: any ByteSink
  public var errors: any ByteSink
  /// Seconds that pass, from any moment on; what is measured with it is shown, never kept.
  public var ticks: () -> Double
  /// Returns the bytes of the next line of standard input with its end, nil after the last.
  public var readLine: () throws -> [UInt8]?
  public var isInputTerminal: Bool
  public var isOutputTerminal: Bool
  public var isErrorTerminal: Bool
  /// Whether somebody is there to read what went well; cron mails whatever is said.
  public var isFollowed: Bool
  /// The terminal's width in columns.
  public var width: Int
  /// The folder of files that a command names itself; empty for the current one.
  public var folder: String

  public init(
    variables: [String: String], login: String, now: Instant, zone: Zone,
    output: any ByteSink, errors: any ByteSink, readLine: @escaping () throws -> [UInt8]?,
    isInputTerminal: Bool = false, isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false, isFollowed: Bool? = nil, width: Int = 80, folder: String = "",
    system: System = .unshared, owns: @escaping (String) -> Bool = { _ in true },
    ticks: @escaping () -> Double = { 0 }
  ) {
    self.variables = variables
    self.login = login
    self.system = system
    self.owns = owns
    self.now = now
    self.zone = zone
    self.output = output
    self.errors = errors
    self.readLine = readLine
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.isFollowed = isFollowed ?? isErrorTerminal
    self.width = width
    self.folder = folder
    self.ticks = ticks
  }

  /// How messages name standard input.
  static let standardInput = "stdin"

  /// Returns the same with a door before each terminal: no command writes to one by another way,
  /// so that text of the database, of files and of arguments can command none.
  func guardingTerminals() -> Environment {
    var environment = self
    if isOutputTerminal { environment.output = TerminalSink(output) }
    if isErrorTerminal { environment.errors = TerminalSink(errors) }
    return environment
  }

  /// The language of the command line's options, else `CRM_LANG`, else the locale's, else
  /// English (RULES 1.6).
  func language(option: String?) throws -> Language {
    if let option {
      guard let language = Language(rawValue: option.lowercased()) else {
        throw CRMError(
          .usage, "--lang takes vi or en, not “\(option)”",
          vi: "--lang nhận vi hoặc en, không nhận “\(option)”")
      }
      return language
    }
    for name in ["CRM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variables[name]?.lowercased(), !value.isEmpty else { continue }
      return value.hasPrefix("vi") ? .vi : .en
    }
    return .en
  }

  /// The acting user: `--as`, `CRM_USER`, `SUDO_USER`, then the system's login (RULES 1.10).
  func actor(option: String?, on path: String) -> Actor {
    // What was chosen and is empty, such as a variable of a script, is nobody.
    if let option { return Actor(login: option, origin: .chosen) }
    if let chosen = variables["CRM_USER"], !chosen.isEmpty {
      return Actor(login: chosen, origin: .chosen)
    }
    let sudo = variables["SUDO_USER"] ?? ""
    let login = sudo.isEmpty ? login : sudo
    return Actor(
      login: login.isEmpty ? "unknown" : login, origin: owns(path) ? .owner : .system)
  }

  /// The database file: `--db`, else `CRM_DB`, else the user's data folder.
  func databasePath(option: String?) -> String {
    if let option { return option }
    if let path = variables["CRM_DB"], !path.isEmpty { return path }
    if let data = variables["XDG_DATA_HOME"], !data.isEmpty { return data + "/crm/crm.sqlite" }
    return (variables["HOME"] ?? ".") + "/.local/share/crm/crm.sqlite"
  }
}
