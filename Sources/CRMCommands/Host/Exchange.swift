import CRMArguments
import CRMTables
import CRMValues

/// Runs a command of a shared host with the files that its line names (RULES 11.6): they come as an
/// archive on standard input and go as one on standard output, with what the command prints as one of
/// them. Nothing is opened by a name that a person can choose: the command stands in a folder that is
/// its own and empty but for what came.
enum Exchange {
  /// What a launcher asks with, before the words of the command.
  static let planWord = "__files"
  /// Followed by the width of the terminal that is to show the output, 0 for none; by `ask` where
  /// somebody sits at one who cannot answer, as the archive takes standard input, else by a dash; and by
  /// the command.
  static let word = "__exchange"
  /// How many bytes may come in together.
  static let limit = 4 << 30

  /// Runs the line of a launcher; nil for any other.
  static func run(_ arguments: [String], in environment: Environment) throws -> Int32? {
    switch arguments.first {
    case planWord:
      let plan = FilePlan(Array(arguments.dropFirst()), commandTable)
      var text = plan.words.map { $0 + "\0" }.joined()
      try text.withUTF8 { try environment.output.write(UnsafeRawBufferPointer($0)) }
      return 0
    case word:
      guard arguments.count > 2, let width = Int(arguments[1]) else { return nil }
      return try run(
        Array(arguments.dropFirst(3)), width: width, asks: arguments[2] == "ask", environment)
    default: return nil
    }
  }

  private static func run(
    _ arguments: [String], width: Int, asks: Bool, _ environment: Environment
  ) throws -> Int32 {
    var inner = environment
    inner.isExchanging = true
    let read = try files(arguments, inner)
    let folder = try ExchangeFolder(of: inner)
    defer { folder.remove() }
    try TarReader.extract(
      descriptor: 0, into: folder.path, names: read.union([FilePlan.input]), limit: limit)
    try folder.enter(input: FilePlan.input)
    let printed = try openSink(FilePlan.output)
    inner.output = printed
    inner.isInputTerminal = false
    inner.isUnheard = asks
    inner.isOutputTerminal = width > 0
    if width > 0 { inner.width = width }
    let code = CRMCommands.run(arguments, in: inner)
    try printed.commit()
    let names = try folder.names().filter { !read.contains($0) && $0 != FilePlan.input }
    try TarWriter.write(names.map { ($0, $0) }, to: environment.output)
    return code
  }

  /// Returns the names of the files that a command reads, once it is clear that a person of a shared
  /// host may have it run: nothing is unpacked for others.
  private static func files(
    _ arguments: [String], _ environment: Environment
  ) throws -> Set<String> {
    let invocation: Invocation
    switch try commandTable.parse(arguments) {
    case .run(_, let line), .help(_, let line), .version(let line): invocation = line
    }
    guard try environment.standing(invocation).isHosted else { throw HostErrors.unshared }
    do {
      try Session(environment, invocation, table: commandTable).read { _ in }
    } catch let error as CRMError where error.kind == .database {
      // A backup may be about to take the place of what cannot be opened.
    }
    return Set(invocation.files.filter { $0.use == .read }.map(\.path))
  }
}
