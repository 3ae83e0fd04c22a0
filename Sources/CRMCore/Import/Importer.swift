import CRMCatalogue
import CRMTables
import CRMValues

/// Brings the rows of one sheet in, within the operation of a writer.
///
/// Rows stream: nothing is held but the row at hand, the lines of the document at hand, and what
/// is remembered of small kinds. A row in error is handed to `reject` and the rest lands; every
/// check of a row comes before its first write, so that a rejected row leaves nothing behind.
public final class Importer {
  private let writer: Writer
  private let options: ImportOptions
  private let plan: ColumnPlan
  private let reading: RowReading
  private let own: [ColumnPlan.Column]
  private let line: [ColumnPlan.Column]
  private let matchPositions: [Int]
  private let requiredPositions: [Int]
  private let matchesByCode: Bool
  private let firstNewID: Int64
  private let reject: (RejectedRow) throws -> Void
  private var report: ImportReport
  private var document: [Pending] = []
  private var updatedDocuments: Set<Int64> = []
  /// Codes of documents that were refused: what else the file has of them is refused as well.
  private var refusedDocuments: Set<String> = []

  /// A row of a document with lines, read but not yet written.
  struct Pending {
    let row: TableRow
    var own: RowReading.Reading
    var line: RowReading.Reading
  }

  /// - Parameters:
  ///   - headings: the cells of the heading row.
  ///   - file: the file as messages name it.
  ///   - reject: receives every row that does not land.
  /// - Throws: ``CRMError`` where the headings do not make sense.
  public init(
    _ writer: Writer, headings: [String], file: String, options: ImportOptions,
    reject: @escaping (RejectedRow) throws -> Void
  ) throws {
    self.writer = writer
    self.options = options
    self.reject = reject
    plan = try ColumnPlan(headings, file: file, options: options)
    own = plan.own
    line = plan.line
    reading = RowReading(writer, options: options)
    let entity = plan.entity
    let known = Headings(entity)
    matchPositions = try options.match.map { name in
      // The field as filters call it, or as a column would be headed: `phone` is `phones`.
      guard case .field(let position)? = known.target(name) else {
        throw CRMError(
          .usage, "--match: \(entity.plural.en.lowercased()) have no field “\(name)”",
          vi: "--match: \(entity.label.vi.lowercased()) không có trường “\(name)”")
      }
      return position
    }
    matchesByCode = matchPositions.contains { entity.fields[$0].kind == .code }
    requiredPositions = entity.fields.indices.filter { position in
      let field = entity.fields[position]
      return (field.required && field.defaultValue == nil)
        || entity.requiredOnImport.contains(field.name)
    }
    firstNewID = try writer.statements(entity.kind).nextID
    report = ImportReport(kind: entity.kind)
    report.unknownHeadings = plan.unknown
    report.computedHeadings = plan.computed
    writer.allowsDuplicates = options.allowsDuplicates
  }

  /// The kind the rows are.
  public var kind: Kind { plan.entity.kind }

  /// Reads every row to the end.
  ///
  /// - Returns: what was done.
  public func run(_ rows: any RowReader) throws -> ImportReport {
    try writer.postponingMerges(of: plan.entity) {
      while let row = try rows.next() {
        if row.isBlank { continue }
        report.rows += 1
        if try isTooLong(row) { continue }
        if line.isEmpty { try take(row) } else { try takeLine(row) }
      }
      try flushDocument()
    }
    report.created = reading.created
    return report
  }

  /// Refuses a row with more cells than there are headings: mostly a separator that should have
  /// stood in quotation marks, so that every cell after it is in the wrong place.
  private func isTooLong(_ row: TableRow) throws -> Bool {
    let width = plan.headings.count
    guard row.cells.count > width, row.cells[width...].contains(where: { !$0.isEmpty }) else {
      return false
    }
    try refuse(
      [row],
      [
        Rejection(
          field: nil,
          text: Label(
            "the row has \(row.cells.count) cells, but there are \(width) headings",
            vi: "dòng có \(row.cells.count) ô nhưng chỉ có \(width) tiêu đề"))
      ])
    return true
  }

  // MARK: records of one row

  private func take(_ row: TableRow) throws {
    var values = reading.read(row, own, of: plan.entity)
    checkRequired(&values)
    note(values.warnings, row)
    guard values.problems.isEmpty else { return try refuse([row], values.problems) }
    do {
      try land(&values)
    } catch let error as CRMError where error.kind != .database && error.kind != .bug {
      try refuse([row], [Rejection(field: nil, text: error.message)])
    }
  }

  private func checkRequired(_ reading: inout RowReading.Reading) {
    guard options.mode != .update else { return }
    for position in requiredPositions where reading.values[position].isNull {
      let field = plan.entity.fields[position]
      guard
        !reading.problems.contains(where: { $0.field == field.name }),
        !reading.missing.contains(where: { $0.position == position })
      else { continue }
      reading.problems.append(
        Rejection(
          field: field.name,
          text: Label("\(field.label.en) is missing", vi: "thiếu \(field.label.vi)")))
    }
  }

  /// Writes one record: adds it, or changes the one it matches.
  private func land(_ reading: inout RowReading.Reading) throws {
    let kind = plan.entity.kind
    guard let existing = try match(reading.values) else {
      if options.mode == .update { throw noSuchRecord(reading.values) }
      if !reading.missing.isEmpty {
        try writer.checkAddition(kind, reading.values)
        try self.reading.complete(&reading)
      }
      var values: [Value] = []
      swap(&values, &reading.values)
      try writer.add(kind, values, codeIsFree: matchesByCode)
      report.added += 1
      return
    }
    if options.mode == .add {
      throw RecordErrors.codeTaken(
        try writer.label(kind, existing.id), of: plan.entity, inTrash: false)
    }
    if existing.isDeleted || !reading.missing.isEmpty {
      try writer.checkEdit(kind, existing.id, changes(reading.values))
    }
    if existing.isDeleted { try writer.restore(kind, existing.id) }
    if !reading.missing.isEmpty { try self.reading.complete(&reading) }
    let isChanged = try writer.edit(kind, existing.id, changes(reading.values))
    if isChanged || existing.isDeleted {
      report.updated += 1
    } else {
      report.unchanged += 1
    }
  }

  private func changes(_ values: [Value]) -> [(position: Int, value: Value)] {
    var changes: [(position: Int, value: Value)] = []
    for column in own {
      guard case .field(let position) = column.target else { continue }
      let value = values[position]
      let isBlank = value.isNull || value == .list([])
      if isBlank && options.blank == .keep { continue }
      changes.append((position, value))
    }
    return changes
  }

  private func match(_ values: [Value]) throws -> (id: Int64, isDeleted: Bool)? {
    let entity = plan.entity
    for position in matchPositions {
      guard case .text(let text) = values[position] else { continue }
      let field = entity.fields[position]
      if field.kind == .code {
        if try writer.isBeyondAllCodes(entity.kind, text) { continue }
        guard let found = try writer.find(entity.kind, code: text) else { continue }
        if found.isDeleted && !options.restoresTrashed {
          throw RecordErrors.codeTaken(text, of: entity, inTrash: true)
        }
        return found
      }
      let ids = try writer.matches(entity, field, text)
      if ids.count > 1 {
        throw RecordErrors.ambiguous(
          text, entity.kind, try ids.map { try writer.label(entity.kind, $0) })
      }
      if let id = ids.first { return (id, false) }
    }
    return try matchByName(values)
  }

  /// A row without a code of a kind whose names are unique, such as a list, is the entry of that
  /// name.
  private func matchByName(_ values: [Value]) throws -> (id: Int64, isDeleted: Bool)? {
    let entity = plan.entity
    guard matchesByCode, let code = entity.position(of: "code"), values[code].isNull else {
      return nil
    }
    for name in entity.unique {
      guard let position = entity.position(of: name), case .text(let text) = values[position],
        let id = try writer.matches(entity, entity.fields[position], text).first
      else { continue }
      return (id, false)
    }
    return nil
  }

  private func noSuchRecord(_ values: [Value]) -> CRMError {
    let key = matchPositions.compactMap { values[$0].text }.first ?? ""
    return RecordErrors.notFound(key, plan.entity.kind)
  }

  // MARK: documents with lines

  private func takeLine(_ row: TableRow) throws {
    guard let lines = plan.lines else { return }
    let ownReading = reading.read(row, own, of: plan.entity)
    var lineReading = reading.read(row, line, of: lines)
    for (position, field) in lines.fields.enumerated()
    where field.required && field.target != plan.entity.kind {
      guard lineReading.values[position].isNull,
        !lineReading.problems.contains(where: { $0.field == field.name })
      else { continue }
      lineReading.problems.append(
        Rejection(
          field: field.name,
          text: Label("\(field.label.en) is missing", vi: "thiếu \(field.label.vi)")))
    }
    let pending = Pending(row: row, own: ownReading, line: lineReading)
    if let first = document.first, code(first) == nil || code(first) != code(pending) {
      try flushDocument()
    }
    document.append(pending)
  }

  private func code(_ pending: Pending) -> String? {
    plan.entity.position(of: "code").flatMap { pending.own.values[$0].text }
  }

  /// Writes the document whose rows have been gathered, or refuses all of them.
  private func flushDocument() throws {
    guard var head = document.first, let lines = plan.lines else { return }
    let rows = document.map(\.row)
    let pending = document
    document = []
    for row in pending { note(row.own.warnings + row.line.warnings, row.row) }
    let known = try code(head).flatMap { try writer.find(plan.entity.kind, code: $0) }
    let isContinued = known.map { $0.id >= firstNewID || updatedDocuments.contains($0.id) } ?? false
    if let code = code(head), refusedDocuments.contains(folded(code)) {
      return try refuse(rows, [ImportReasons.refusedBefore(code)], countsAsRecord: false)
    }
    if !isContinued { checkRequired(&head.own) }
    var problems = head.own.problems + pending.flatMap(\.line.problems)
    problems += pending.dropFirst().flatMap { contradictions($0, head) }
    if let known, isContinued { problems += try contradictions(head, documentWithID: known.id) }
    let landed = isContinued ? code(head).map { [ImportReasons.othersLanded($0)] } ?? [] : []
    guard problems.isEmpty else {
      if !isContinued, let code = code(head) { refusedDocuments.insert(folded(code)) }
      return try refuse(rows, problems + landed, countsAsRecord: !isContinued)
    }
    do {
      for row in pending { try writer.checkLine(lines, row.line.values) }
      let id: Int64
      if let known, isContinued {
        id = known.id
      } else {
        let before = (report.added, report.updated, report.unchanged)
        let code = code(head)
        let differ =
          try known.map { try !writer.hasLines(lines, of: $0.id, pending.map(\.line.values)) }
          ?? false
        if differ, let known, let record = try writer.record(plan.entity.kind, known.id) {
          try ApprovalLock.check(record, plan.entity)
        }
        try land(&head.own)
        if let known {
          id = known.id
        } else if let code {
          id = try writer.find(plan.entity.kind, code: code)?.id ?? 0
        } else {
          id = try writer.statements(plan.entity.kind).nextID - 1
        }
        if differ {
          try writer.removeLines(lines, of: id)
          updatedDocuments.insert(id)
          (report.added, report.updated, report.unchanged) = (
            before.0, before.1 + 1, before.2
          )
        } else if known != nil {
          return
        }
      }
      for row in pending { try writer.addLine(lines, to: id, row.line.values) }
    } catch let error as CRMError where error.kind != .database && error.kind != .bug {
      if !isContinued, let code = code(head) { refusedDocuments.insert(folded(code)) }
      try refuse(
        rows, [Rejection(field: nil, text: error.message)] + landed, countsAsRecord: !isContinued)
    }
  }

  /// What rows further down say otherwise than the document whose first lines have landed.
  private func contradictions(
    _ head: Pending, documentWithID id: Int64
  ) throws -> [Rejection] {
    guard let record = try writer.record(plan.entity.kind, id) else { return [] }
    var result: [Rejection] = []
    for column in own where column.field.kind != .code {
      guard case .field(let position) = column.target else { continue }
      let value = head.own.values[position]
      guard !value.isNull, value != .list([]), value != record.values[position] else { continue }
      result.append(
        ImportReasons.contradicts(
          column.field, line: head.row.line, code: record["code"].text ?? ""))
    }
    return result
  }

  /// What a further row of a document says otherwise than its first.
  private func contradictions(_ pending: Pending, _ head: Pending) -> [Rejection] {
    var result = pending.own.problems
    for column in own {
      guard case .field(let position) = column.target else { continue }
      let value = pending.own.values[position]
      guard !value.isNull, value != .list([]), value != head.own.values[position] else { continue }
      result.append(
        Rejection(
          field: column.field.name,
          text: Label(
            "line \(pending.row.line): \(column.field.label.en) is not that of line "
              + "\(head.row.line) of the same document",
            vi: "dòng \(pending.row.line): \(column.field.label.vi) khác với dòng "
              + "\(head.row.line) của cùng chứng từ")))
    }
    return result
  }

  // MARK: what does not land

  private func refuse(
    _ rows: [TableRow], _ problems: [Rejection], countsAsRecord: Bool = true
  ) throws {
    if countsAsRecord { report.rejected += 1 }
    for row in rows {
      report.rejectedRows += 1
      try reject(RejectedRow(row: row, reasons: problems))
    }
  }

  private func note(_ warnings: [Label], _ row: TableRow) {
    guard !warnings.isEmpty else { return }
    report.warningCount += warnings.count
    if report.warnings.count < 20 {
      report.warnings += warnings.map { (row.line, $0) }
    }
  }
}

extension Importer {
  /// The import was stopped from outside.
  public static let interrupted = CRMError(
    .request, "stopped; nothing was imported", vi: "đã dừng; không nhập gì")
}
