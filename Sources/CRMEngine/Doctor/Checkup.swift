import CRMValues

/// Finds every fault of a database, and mends what follows from other data (RULES 14.3).
public final class Checkup {
  /// How often it is looked for what is still wrong, once something was mended: what a line comes to
  /// moves its document, and that what is left to pay.
  private static let mostRounds = 6

  private let path: String
  private let language: Language
  private let isTried: Bool
  private let checks: [any Check]
  private let table: FaultTable
  /// How often everything was looked at.
  private var round = 0
  /// How often of these it was everything.
  private var wholeRounds = 0
  /// Whether pages of the file cannot be read as they are, so that nothing of what was mended stays.
  public private(set) var isDamaged = false
  private let progress: (Double) -> Void
  /// What was looked at, once it was.
  public private(set) var seen = Seen()

  /// What a checkup has looked at.
  public struct Seen: Sendable {
    public var format = 0
    public var records: Int64 = 0
    public var operations: Int64 = 0
  }

  /// How many faults there are of each state.
  public typealias Counts = [Fault.State: Int]

  /// - Parameters:
  ///   - path: where the file is.
  ///   - isTried: whether nothing is to stay of what is mended.
  ///   - progress: told how much is done, from 0 to 1.
  public init(
    _ catalogue: Catalogue, at path: String, in language: Language, isTried: Bool = false,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws {
    self.path = path
    self.language = language
    self.isTried = isTried
    self.progress = progress
    checks = catalogue.checks
    table = try FaultTable()
  }

  /// Looks at everything, once.
  ///
  /// - Throws: ``CRMError`` where the actor does not see and configure everything.
  public func examine(_ reader: Reader) throws {
    try reader.permitExamining()
    try reader.acrossOwners {
      try look(reader)
      try count(reader)
    }
  }

  /// Looks at everything, or at the file alone.
  private func look(_ reader: Reader, onlyFile: Bool = false) throws {
    round += 1
    let examination = Examination(
      reader, path, table, round: round, isTriedAgain: isTried && wholeRounds > 0, language)
    if !onlyFile { wholeRounds += 1 }
    FoundRecords.openIndexes(reader)
    let file = checks.firstIndex { $0 is IntegrityCheck } ?? 0
    let whole = checks.reduce(0) { $0 + $1.weight }
    var done = 0.0
    for (place, check) in checks.enumerated() where !onlyFile || place == file {
      try Interruption.check()
      try examination.run(check, at: place, file: file)
      done += check.weight
      progress(done / whole)
    }
    isDamaged = isDamaged || examination.isDamaged
  }

  /// Looks at everything, and works out anew what is other than what follows from the rest, until
  /// nothing of it is left, or nothing more comes of it.
  ///
  /// Of a file whose pages are damaged nothing is touched (``isDamaged``): SQLite takes no more then,
  /// and what there was before has to be taken back.
  ///
  /// - Throws: ``CRMError`` where the actor does not see and configure everything.
  public func mend(_ writer: Writer) throws {
    try writer.permitExamining()
    // What looks up records by an index that is wrong would meet it as damage.
    try look(writer, onlyFile: true)
    try mendRound(writer)
    try look(writer)
    while try !isDamaged && round < Checkup.mostRounds && mendRound(writer) {
      try look(writer)
    }
    try count(writer)
  }

  /// Mends what the last round has found; returns whether there was anything.
  @discardableResult
  private func mendRound(_ writer: Writer) throws -> Bool {
    guard try !isDamaged && table.mendable(round: round) > 0 else { return false }
    // What follows from other data is not logged, but that it was worked out is.
    writer.isKept = true
    for (place, check) in checks.enumerated()
    where try table.mendable(round: round, place: place) > 0 {
      let mending = try Mending(
        writer, path, isTried: isTried, table, round: round, place: place)
      try mending.apart { try check.mend(mending) }
    }
    return true
  }

  /// Hands over the faults in the order of the checks, each once.
  ///
  /// - Parameter most: how many of each check; all for nil.
  public func faults(most: Int? = nil, _ body: (Fault) throws -> Void) throws {
    var count = (place: -1, told: 0)
    try table.each(last: round) { place, state, texts in
      let state = stays(state)
      if count.place != place { count = (place, 0) }
      count.told += 1
      if let most, count.told > most { return }
      try body(
        Fault(
          check: checks[place].name, subject: texts[0] ?? "", code: texts[1], field: texts[2],
          found: texts[3], wanted: texts[4], state: state))
    }
  }

  /// What the checks are called, in their order.
  public var names: [Choice] { checks.map(\.name) }

  /// Returns how many faults each check has found, those that found none left out, and what can be
  /// done about what is left.
  public func counts() throws -> [(check: Choice, advice: Label, counts: Counts)] {
    var counts = [Counts](repeating: [:], count: checks.count)
    try table.each(last: round) { place, state, _ in
      counts[place][stays(state), default: 0] += 1
    }
    return zip(checks, counts).filter { !$1.isEmpty }.map { ($0.name, $0.advice, $1) }
  }

  /// What was mended of a damaged file is taken back.
  private func stays(_ state: Fault.State) -> Fault.State {
    isDamaged && state == .mended ? .left : state
  }

  private func count(_ reader: Reader) throws {
    seen = Seen()
    seen.format = reader.catalogue.migrations.current
    func number(_ table: String) throws -> Int64 {
      // Of what is too damaged to be counted the report tells.
      (try? reader.cache.prepared("SELECT count(*) FROM \(table)").firstInteger() ?? 0) ?? 0
    }
    for kind in reader.catalogue.kinds { seen.records += try number(kind.table) }
    seen.operations = try number("operation")
  }
}

extension Reader {
  /// Refuses to examine the data to who does not see all of it, or may not configure.
  func permitExamining() throws {
    guard mayConfigure else { throw try notPermitted(.configure, entity(.setting), nil) }
    for kind in catalogue.nounKinds where rights.reach(.view, kind) != .all {
      throw try notPermitted(.view, entity(kind), nil)
    }
  }
}
