import CRMValues

/// Writes on behalf of an actor: every change of a record passes here, is logged, and keeps
/// what is derived from it right.
public final class Writer: Reader {
  /// The number of the operation all changes belong to.
  public let operation: Int64
  /// How many change rows the operation has so far.
  public internal(set) var changeCount: Int64 = 0
  /// Whether the duplicate check is off for this operation.
  public private(set) var allowsDuplicates = false
  /// Whether approved records may be changed in this operation, by who may approve them.
  public var changesApproved = false
  /// Whether consequences (levels, last contact) are drawn; undo restores them from the log
  /// instead.
  package var drawsConsequences = true

  package let nowSeconds: Int64
  private let command: String
  private let firstChange: Int64
  private var undoes: Int64?
  var kinds: [KindStatements?]
  /// The first id that records of a kind get in this operation.
  private var firstIDs: [Int64?]
  /// Counts how often the kinds were read anew for their custom fields.
  private(set) var entitiesVersion = 0
  /// Whether what is written now may be taken back by itself.
  var isWithinWhole = false
  private let logStatement: PreparedStatement
  /// What kinds mean, once it was asked for; see ``rules(_:)``.
  var ruleSlots: [RuleSlot]
  /// Whether what is written follows from rules that hold for everybody, whoever acts.
  package var isApplyingRules = false
  /// Whether what is changed of a record that comes again holds for those still to come, too.
  public var changesSeries = false
  /// Columns of custom fields to drop at the end.
  var doomedColumns: [DoomedColumn] = []
  /// What an import brings in with this operation, kept beside it.
  var importedSheets: [ImportedSheet] = []
  /// Records whose figures are to be brought up to date.
  var touchedFigures: [Kind: NotedIDs] = [:]
  /// Whether the operation is kept although it changes nothing that is logged.
  var isKept = false
  /// Whom the operation tells of what.
  var notifications = NotedNotifications()
  /// Whether records come in from a file.
  package var isImporting = false
  /// Whether users or rights of roles changed.
  private var changesRights = false
  /// What rules have to say of what was written, each once.
  private var notes: [Label] = []
  /// Users met in this operation who work here.
  var activeUsers: Set<Int64> = []
  var rowTexts = RowTexts()
  /// Added records whose rows wait.
  var gathered: GatheredAdditions?

  init(
    cache: StatementCache, catalogue: Catalogue, actor: Actor, rights: Rights, moment: Moment,
    command: String
  ) throws {
    self.command = command
    nowSeconds = moment.now.seconds
    let last = try cache.statement("SELECT max(id) FROM operation")
    operation = (try last.firstInteger() ?? 0) + 1
    let lastChange = try cache.statement("SELECT max(id) FROM change")
    firstChange = (try lastChange.firstInteger() ?? 0) + 1
    logStatement = try cache.statement(
      "INSERT INTO change (id, operation, kind, record, action, fields) VALUES (?,?,?,?,?,?)")
    kinds = [KindStatements?](repeating: nil, count: catalogue.slots)
    firstIDs = [Int64?](repeating: nil, count: catalogue.slots)
    ruleSlots = [RuleSlot](repeating: .unknown, count: catalogue.slots)
    try super.init(
      cache: cache, catalogue: catalogue, actor: actor, rights: rights, moment: moment)
  }

  package func statements(_ kind: Kind) throws -> KindStatements {
    if let found = kinds[Int(kind.number)] { return found }
    let made = try KindStatements(
      entity(kind), rules: try rules(kind), in: self, today: moment.today.iso,
      now: PlannedTime.moment(moment.now).storage)
    kinds[Int(kind.number)] = made
    if firstIDs[Int(kind.number)] == nil { firstIDs[Int(kind.number)] = made.nextID }
    return made
  }

  /// Whether a record was added by this operation.
  func isAdded(_ record: Record) throws -> Bool {
    _ = try statements(record.kind)
    return firstIDs[Int(record.kind.number)].map { record.id >= $0 } ?? false
  }

  /// Notes something to be said of what was written. Of a bulk change only the first few are kept.
  public func note(_ label: Label) {
    if notes.count < 10, !notes.contains(label) { notes.append(label) }
  }

  /// Returns what is to be said of what was written so far, and forgets it.
  public func takeNotes() -> [Label] {
    defer { notes = [] }
    return notes
  }

  /// The number of the next change row.
  public var nextChange: Int64 { firstChange + changeCount }

  /// Turns the duplicate check off for this operation, or on again.
  ///
  /// - Throws: ``CRMError`` where it is to be off and the rules of the kind do not let the actor.
  public func allowDuplicates(_ isAllowed: Bool, of kind: Kind) throws {
    if isAllowed { try rules(kind)?.permitDuplicates() }
    allowsDuplicates = isAllowed
  }

  /// Marks the operation as the reverse of another.
  func reverses(_ other: Int64) { undoes = other }

  /// Appends one row to the log.
  package func log(_ kind: Kind, _ record: Int64, _ action: ChangeAction, _ fields: String?) throws
  {
    if kind == .user || kind == .roleRight { changesRights = true }
    if let gathered, action == .add, kind == gathered.kind {
      try gathered.appendChange(firstChange + changeCount, operation: operation, record: record)
      changeCount += 1
      return
    }
    logStatement.bind(1, firstChange + changeCount)
    logStatement.bind(2, operation)
    logStatement.bind(3, kind.number)
    logStatement.bind(4, record)
    logStatement.bind(5, action.rawValue)
    if let fields { logStatement.bind(6, fields) } else { logStatement.bind(6, Value.null) }
    try logStatement.run()
    changeCount += 1
  }

  /// Settles what is derived, and writes the operation's own row where anything changed, or the
  /// actor took note of something; an undo that finds nothing left to change still takes its
  /// operation out of force, and what was worked out anew is told of.
  func finish() throws {
    try settle()
    try beforeSearch()
    for case let statements? in kinds { try saveNumbering(statements) }
    if !doomedColumns.isEmpty { try dropDoomedColumns() }
    if changesRights { try refuseLockout() }
    guard changeCount > 0 || undoes != nil || isKept || !notifications.read.isEmpty else { return }
    let row = try cache.statement(
      """
      INSERT INTO operation (id, time, actor, command, undoes, first_change, last_change)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    row.bind(1, operation)
    row.bind(2, nowSeconds)
    row.bind(3, actor.login)
    row.bind(4, command)
    row.bind(5, undoes.map(Value.integer) ?? .null)
    row.bind(6, firstChange)
    row.bind(7, firstChange + changeCount - 1)
    try row.run()
    try writeImportedSheets()
    try writeNotifications()
    try writeReadNotifications()
    for rules in knownRules { try rules.finish() }
  }

  private func saveNumbering(_ statements: KindStatements) throws {
    guard statements.numberingChanged else { return }
    let save = try cache.statement(
      "INSERT OR REPLACE INTO numbering (kind, next_id, next_code) VALUES (?, ?, ?)")
    save.bind(1, statements.entity.kind.number)
    save.bind(2, statements.nextID)
    save.bind(3, statements.nextCode)
    try save.run()
    statements.numberingChanged = false
  }

  /// Takes up what the custom fields of a kind are now.
  func customFieldsChanged(of kind: Kind) throws {
    if let statements = kinds[Int(kind.number)] {
      try flushSearch(statements)
      try saveNumbering(statements)
      kinds[Int(kind.number)] = nil
    }
    entitiesVersion += 1
    try reloadEntities()
  }

  /// A writer's tables hold everything: what is unique, what follows and what is undone must be
  /// right for everybody. What somebody asks for by a code or a condition is seen like elsewhere.
  override func visible(_ kind: Kind, _ alias: String) throws -> SQLFragment? {
    guard !rights.isEverything, !isApplyingRules else { return nil }
    return try visibleRecords().condition(entity(kind), alias).map { SQLFragment(sql: $0) }
  }

  private var writesUnsettled = 0
  private var knownVisibleRecords: VisibleRecords?
  /// The users within the actor's unit, once they were asked for.
  var knownColleagues: [Int64]?

  /// Which records the actor sees, asked once an operation.
  func visibleRecords() throws -> VisibleRecords {
    if let knownVisibleRecords { return knownVisibleRecords }
    let made = try VisibleRecords(rights, cache, catalogue)
    knownVisibleRecords = made
    return made
  }

  package override func beforeReading(_ kind: Kind) throws {
    if let gathered, gathered.kind == kind { try gathered.flush() }
  }

  override func beforeSearch() throws {
    for case let statements? in kinds { try flushSearch(statements) }
  }

  /// Brings everything up to date that follows from what was written.
  public func settle() throws {
    try gathered?.flush()
    try settleRules()
  }

  /// Settles early where a bulk command has gathered much, so that memory stays flat; not within
  /// what may be taken back, which would take along what others gathered.
  func settleIfLarge() throws {
    // Asked of every thousandth write only: what waits is not counted for nothing.
    writesUnsettled += 1
    guard writesUnsettled >= 1000, !isApplyingRules, !isWithinWhole else { return }
    writesUnsettled = 0
    let documents = touchedFigures.values.contains { $0.count > 20_000 }
    guard documents || knownRules.contains(where: { $0.pending > 20_000 }) else { return }
    try settle()
  }
}

/// What a change row did to its record. The numbers are frozen.
public enum ChangeAction: Int64, Sendable {
  case add = 1
  case edit = 2
  /// Took the record away as if it had never been: the reverse of `add`.
  case remove = 3
  case trash = 4
  case restore = 5
  /// Destroyed the record for good when the trash was emptied.
  case destroy = 6
  /// Changed fields that follow what happened to another record: a customer's level and last
  /// contact after an order. Never a conflict; see ``FollowedFields`` for how it is taken back.
  case follow = 7
  /// Joined other records, which went to the trash, into this one; what was moved and filled has
  /// rows of its own. It changes nothing, and joins the histories while its operation stands.
  case merge = 8
}
