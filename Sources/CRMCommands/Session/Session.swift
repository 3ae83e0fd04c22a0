import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// One run of one command: who acts, when, in which language, on which file; and the two doors
/// of the store, opened when the command first needs them.
public final class Session {
  public let environment: Environment
  public let language: Language
  public let actor: Actor
  public let moment: Moment
  public let databasePath: String
  /// Whether a person of a shared host acts, who opens files by a launcher only.
  let isHosted: Bool
  public let invocation: Invocation
  /// The table the command came from, for help and completion.
  let table: CommandTable<Session>
  /// Whether the command writes, so that the file is opened for that from the start.
  private let isWriting: Bool
  /// Seconds to wait for another writer.
  let timeout: Double
  private var store: (opened: Store, mode: Store.Mode)?
  private var knownEntities: Entities?
  /// The lines of standard input that are still to be read, once all were awaited.
  var awaited: ArraySlice<[UInt8]>?
  /// Lines of standard input that were read, for messages about the next.
  var linesRead = 0

  init(
    _ environment: Environment, _ invocation: Invocation, table: CommandTable<Session>,
    effect: Command<Session>.Effect = .none
  ) throws {
    isWriting = effect == .writes || effect == .destroys
    self.environment = environment
    self.invocation = invocation
    self.table = table
    language = try environment.language(option: invocation.value("lang"))
    let standing = try environment.standing(invocation)
    databasePath = standing.databasePath
    actor = standing.actor
    isHosted = standing.isHosted
    timeout = Double(try invocation.integer("timeout", in: 0...86_400) ?? 5)
    moment = try Session.moment(environment, option: invocation.value("today"))
  }

  /// The login of who acts.
  public var login: String { actor.login }

  private static func moment(_ environment: Environment, option: String?) throws -> Moment {
    let real = environment.now.day(in: environment.zone)
    guard let text = option ?? environment.variables["CRM_TODAY"], !text.isEmpty else {
      return Moment(now: environment.now, today: real, zone: environment.zone)
    }
    return Moment(
      now: environment.now, today: try parseDay(text, today: real), zone: environment.zone)
  }

  deinit {
    store?.opened.close()
    // Freeing it starts a thread, which the end of the process would have to wait for.
    if Interruption.isEnabled, let store { _ = Unmanaged.passRetained(store.opened) }
  }

  /// Opens the read door.
  ///
  /// - Parameter action: what it is for; records are seen as far as that reaches, too.
  public func read<T>(for action: Action = .view, _ body: (Reader) throws -> T) throws -> T {
    try opened(.reading).read(as: actor, for: action, at: moment, body)
  }

  /// Returns a kind as this database has it, with its custom fields.
  func entity(_ kind: Kind) throws -> Entity { try entities()[kind] }

  /// Returns the kinds as this database has them.
  func entities() throws -> Entities {
    if let knownEntities { return knownEntities }
    let known = try opened(isWriting ? .writing : .reading).read(as: actor, at: moment) {
      $0.entities
    }
    knownEntities = known
    return known
  }

  /// Opens the write door, for ``Runner`` alone: the body is one operation, logged with the
  /// command line.
  ///
  /// - Parameter isKept: whether it stays; else all of it is carried out and taken back.
  func write(isKept: Bool, _ body: (Writer) throws -> Void) throws {
    try opened(.writing).write(
      as: actor, command: commandLine, at: moment, dryRun: !isKept, body)
  }

  /// Carries out what follows as one operation, takes it back, and returns what was seen of it.
  func rehearse<Seen>(_ body: (Writer) throws -> Seen?) throws -> Seen? {
    var seen: Seen?
    try write(isKept: false) { seen = try body($0) }
    return seen
  }

  /// Returns the store, opened anew where a command that has read goes on to write.
  private func opened(_ mode: Store.Mode) throws -> Store {
    if let store, store.mode == mode || store.mode == .writing { return store.opened }
    store?.opened.close()
    let opened = try Store.open(at: databasePath, mode: mode, timeout: timeout)
    store = (opened, mode)
    if let upgrade = opened.upgrade { say(upgrade.said) }
    return opened
  }

  /// The command line as the log keeps it: secrets masked, words quoted where needed.
  public var commandLine: String {
    (["crm"] + invocation.loggedArguments).map(shellWord).joined(separator: " ")
  }

  /// Returns where an output goes that the command line names, `-` being standard output: all but
  /// the rejects of an import come by here.
  ///
  /// - Throws: ``CRMError`` for a file that must not be replaced, such as the database.
  func output(_ path: String) throws -> OutputTarget {
    try checkFile(path)
    let kept = KeptFiles(database: databasePath)
    try checkOutput(path, keeping: kept)
    return path == "-" ? .sink(environment.output) : .path(path, keeping: kept)
  }

  /// Refuses a file that nobody has opened a place for, on a shared host.
  func checkFile(_ path: String) throws {
    guard isHosted, path != "-" else { return }
    if environment.isExchanging, TarReader.isPlain(path) { return }
    throw HostErrors.file(path)
  }

  /// Says something to the person: on standard error, never among the data.
  public func say(_ label: Label) {
    var text = environment.spoken(indented(label.text(in: language))) + "\n"
    text.withUTF8 { try? environment.errors.write(UnsafeRawBufferPointer($0)) }
  }

  public func say(_ en: String, vi: String) { say(Label(en, vi: vi)) }

  /// Writes a line of data on standard output.
  public func put(_ line: String) throws {
    var text = line + "\n"
    try text.withUTF8 { try environment.output.write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a line with the program's own styles in it.
  func put(styled line: String) throws { try environment.output.put(styled: line + "\n") }

  /// Returns a text in the command's language.
  public func text(_ label: Label) -> String { label.text(in: language) }
}
