import CRMTables
import CRMValues

/// Brings the rows of one sheet in, within the operation of a writer.
///
/// Rows stream: nothing is held but the row at hand, the parts of the document at hand, and what
/// is remembered of small kinds; parts of documents are gathered in a file. A row in error is handed
/// to `reject` and the rest lands. A rejected row leaves nothing behind: what is written at once is
/// checked before, and what takes several writes is taken back as a whole.
public final class Importer {
  let writer: Writer
  let options: ImportOptions
  let plan: ColumnPlan
  let reading: RowReading
  let own: [ColumnPlan.Column]
  /// Whether the rows are parts of documents.
  let hasParts: Bool
  let ownSet: RowReading.Reading?
  /// What is set for the parts of each kind.
  let partSets: [RowReading.Reading?]
  let changedPositions: [Int]
  let match: MatchKeys
  let requiredPositions: [Int]
  let firstNewID: Int64
  let reject: (RejectedRow) throws -> Void
  private let headingRows: [TableRow]
  var report: ImportReport
  /// The records that rows of this file have changed.
  var updatedIDs = IDSet()
  /// The rows of the document at hand, read but not yet written.
  var document: [TypedRow] = []
  var documentBytes = 0
  /// The key of a document that was refused before all its rows had come.
  var overfull: String?

  /// Rows that name a record of their own kind which may still come.
  var waiting: [TableRow] = []
  var waitingBytes = 0
  var mayWait = true
  /// How the rows that are left waiting name each other.
  var rings: WaitingRings?
  let indexes: PostponedIndexes
  var hasDecided = false
  let ownReferences: Set<String>
  /// What names records of sheets that come in afterwards.
  public internal(set) var awaited: [AwaitedReference] = []
  var late: [(record: Int64, position: Int, fallback: Int, text: String)] = []

  /// - Parameters:
  ///   - headings: the cells of the heading row.
  ///   - headingRows: the rows of the heading of a table to look at, which may come again on
  ///     further pages, and at whose end sums may stand.
  ///   - file: the file as messages name it.
  ///   - reject: receives every row that does not land.
  /// - Throws: ``CRMError`` where the headings do not make sense.
  public init(
    _ writer: Writer, headings: [String], headingRows: [TableRow] = [], file: String,
    options: ImportOptions,
    reject: @escaping (RejectedRow) throws -> Void
  ) throws {
    self.writer = writer
    self.options = options
    self.reject = reject
    self.headingRows = headingRows
    plan = try ColumnPlan(
      headings, file: file, options: options, entities: writer.entities)
    own = plan.own
    reading = RowReading(writer, options: options)
    indexes = PostponedIndexes(writer, plan.entity)
    let entity = plan.entity
    match = try MatchKeys(options.match, Headings(entity.kind, writer.entities))
    ownSet = try reading.read(plan.settings.filter(\.target.isOwn), of: entity)
    partSets = try plan.parts.enumerated().map { [reading, plan] part, entity in
      try reading.read(plan.settings.filter { $0.target.part == part }, of: entity)
    }
    hasParts = plan.columns.contains { !$0.target.isOwn } || partSets.contains { $0 != nil }
    let settable = own.filter { !$0.findsOnly }.map(\.target.position)
    let set = plan.settings.filter(\.target.isOwn).map(\.target.position)
    changedPositions = settable + set.filter { !settable.contains($0) }
    requiredPositions = entity.fields.indices.filter { position in
      let field = entity.fields[position]
      return (field.required && field.defaultValue == nil)
        || entity.requiredOnImport.contains(field.name)
    }
    ownReferences = Set(entity.fields.filter { $0.target == entity.kind }.map(\.name))
    firstNewID = try writer.statements(entity.kind).nextID
    report = ImportReport(kind: entity.kind)
    report.meantFields = plan.meant
    report.computedHeadings = plan.computed
    report.missingFields = plan.missing
    try writer.permit(.import, entity.kind)
    try writer.allowDuplicates(options.allowsDuplicates, of: entity.kind)
    writer.isImporting = true
    try writer.rules(entity.kind)?.willImport(
      from: firstNewID, fields: own.map(\.field.name))
  }

  /// The kind the rows are.
  public var kind: Kind { plan.entity.kind }

  /// Reads every row to the end.
  ///
  /// - Parameter watch: called before each row with how far the rows are read, from 0 to 1; what
  ///   it throws ends the import.
  /// - Returns: what was done.
  public func run(
    _ rows: any RowReader, watch: (Double?) throws -> Void = { _ in }
  ) throws -> ImportReport {
    let typing = typing()
    let records = headingRows.isEmpty ? nil : RecordRows(rows, headings: headingRows, plan.columns)
    let rows: any RowReader = records ?? rows
    let typed = TypedRows(hasParts ? try gathered(rows, watch) : rows, typing)
    defer { typed.abandon() }
    try writer.postponingMerges(of: plan.entity) {
      try writer.gatheringAdditions(of: plan.entity) {
        try typed.forEach { row, progress in
          try watch(progress)
          report.rows += 1
          if row.row.isHidden { report.hiddenRows += 1 }
          if hasParts { try takeParts(&row) } else { try take(&row) }
          try foresee(progress)
        }
        try flushDocument()
        try takeWaiting()
      }
      try indexes.make()
      try linkLate()
    }
    noteLeftOut(typing.filledPlaces)
    report.passedRows = records?.passed ?? []
    report.created = reading.created
    report.lackingKinds = reading.lackingKinds
    return report
  }

  /// Makes what reads the cells of rows; each is for one thread.
  func typing() -> RowTyping {
    RowTyping(plan, writer.moment, writer.catalogue, hasGuards: options.hasGuards)
  }

  // MARK: records of one row

  func take(_ row: inout TypedRow) throws {
    if let problem = ImportReasons.tooLong(row.row, plan.headings.count) {
      return try refuse([row.row], [problem])
    }
    try completeOwn(&row)
    checkRequired(&row.own)
    if waits(for: row.own.problems) {
      waitingBytes += row.row.bytes
      return waiting.append(row.row)
    }
    guard row.own.problems.isEmpty else {
      let problems = rings?.explained(row.own.problems, row.row.line) ?? row.own.problems
      return try refuse([row.row], problems)
    }
    swap(&writer.keys.answers, &row.keys)
    do {
      let (id, effect) = try landAlong(&row)
      count(effect)
      note([row.own], row.row)
      if effect == .updated, id >= firstNewID || updatedIDs.contains(id) {
        note([ImportReasons.changedAgain(try writer.label(kind, id))], row.row)
      }
      if effect == .updated { updatedIDs.insert(id) }
    } catch let error as CRMError where error.isRefusal {
      try refuse([row.row], [Rejection(field: nil, text: error.message)])
    }
  }

  /// Looks up what a row refers to, and fills in what is set for every row.
  func completeOwn(_ row: inout TypedRow) throws {
    try reading.resolve(&row.own, of: plan.entity)
    if let ownSet { reading.fill(&row.own, plan.entity, from: ownSet) }
  }

  func checkRequired(_ reading: inout RowReading.Reading) {
    guard options.mode != .update, !reading.isUnread else { return }
    for position in requiredPositions where reading.values[position].isNull {
      let field = plan.entity.fields[position]
      guard
        !reading.problems.contains(where: { $0.field == field.name }),
        !reading.none.contains(position),
        !reading.missing.contains(where: { $0.position == position })
      else { continue }
      reading.problems.append(ImportReasons.missing(field, of: plan.entity))
    }
  }

  /// What became of a record.
  enum Effect { case added, updated, unchanged }

  func count(_ effect: Effect) {
    switch effect {
    case .added: report.added += 1
    case .updated: report.updated += 1
    case .unchanged: report.unchanged += 1
    }
  }

  /// Writes one record: adds it, or changes the one it matches.
  func land(_ reading: inout RowReading.Reading) throws -> (id: Int64, effect: Effect) {
    try land(&reading, on: try match.find(reading.values, writer, options, before: firstNewID))
  }

  /// Writes one record: adds it, or changes the given one.
  func land(
    _ reading: inout RowReading.Reading, on existing: (id: Int64, isDeleted: Bool)?
  ) throws -> (id: Int64, effect: Effect) {
    guard existing?.isDeleted == true || !reading.missing.isEmpty else {
      return try write(&reading, on: existing)
    }
    return try asAWhole { try write(&reading, on: existing) }
  }

  /// Runs what writes more than once, and takes all of it back where it is refused.
  func asAWhole<T>(_ body: () throws -> T) throws -> T {
    let (lateCount, createdCount) = (late.count, reading.created.count)
    do { return try writer.asAWhole(body) } catch {
      late.removeLast(late.count - lateCount)
      reading.takeBack(to: createdCount)
      throw error
    }
  }

  private func write(
    _ reading: inout RowReading.Reading, on existing: (id: Int64, isDeleted: Bool)?
  ) throws -> (id: Int64, effect: Effect) {
    let kind = plan.entity.kind
    guard let existing else {
      if options.mode == .update { throw match.notFound(reading.values) }
      if !reading.missing.isEmpty { try self.reading.complete(&reading) }
      try noteAlike(&reading)
      let id = try writer.add(kind, completing: &reading.values, codeIsFree: match.includesCode)
      remember(reading.late, id)
      return (id, .added)
    }
    if options.mode == .add {
      throw RecordErrors.codeTaken(
        try writer.label(kind, existing.id), of: plan.entity, inTrash: false)
    }
    if existing.isDeleted { try writer.restore(kind, existing.id) }
    if !reading.missing.isEmpty { try self.reading.complete(&reading) }
    remember(reading.late, existing.id)
    var changes = changes(reading)
    // Found by its name, however spelt, it keeps that.
    if let code = try plan.entity.position(ifAny: .code), reading.values[code].isNull {
      let unique = try plan.entity.unique.map(plan.entity.handle)
      changes.removeAll { unique.contains($0.position) && !$0.value.isBlank }
    }
    let isChanged = try writer.edit(kind, existing.id, changes)
    return (existing.id, isChanged || existing.isDeleted ? .updated : .unchanged)
  }

  func changes(_ reading: RowReading.Reading) -> [(position: Int, value: Value)] {
    var changes: [(position: Int, value: Value)] = []
    for position in changedPositions {
      let value = reading.values[position]
      if value.isBlank, options.blank == .keep, !reading.none.contains(position) { continue }
      changes.append((position, value))
    }
    return changes
  }

  // MARK: what does not land

  /// Refuses a record with all its rows.
  func refuse(_ rows: [TableRow], _ problems: [Rejection]) throws {
    report.rejected += 1
    for row in rows {
      report.rejectedRows += 1
      try reject(RejectedRow(row: row, reasons: problems))
    }
  }

  /// Notes what is to be told of the values of a row that has landed.
  func note(_ readings: [FieldReading], _ row: TableRow) {
    for reading in readings {
      note(reading.warnings, row)
      for field in reading.yearless {
        if let known = report.yearlessDays.firstIndex(where: { $0.field.name == field.name }) {
          report.yearlessDays[known].count += 1
        } else {
          report.yearlessDays.append(YearlessDays(field: field, line: row.line))
        }
      }
    }
  }

  func note(_ warnings: [Label], _ row: TableRow) {
    guard !warnings.isEmpty else { return }
    report.warningCount += warnings.count
    if report.warnings.count < 20 {
      report.warnings += warnings.map { (row.line, $0) }
    }
  }
}
