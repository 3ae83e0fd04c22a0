import CRMTables
import CRMValues

/// Documents with parts: the rows of one code are one record, which lands whole or not at all.
extension Importer {
  /// Brings the rows of each document together, wherever they stand in the file.
  func gathered(
    _ rows: any RowReader, _ watch: (Double?) throws -> Void
  ) throws -> any RowReader {
    guard own.contains(where: { $0.field.kind == .code }) else { return rows }
    var head: String?
    let key = { [self] (row: TableRow) -> String? in
      if let key = documentKey(row) {
        head = key
        return key
      }
      if let head, isBelow(row) { return head }
      // No code that is typed begins like this.
      head = "\u{1}\(row.line)"
      return head
    }
    return try GatheredRows(rows, by: key, watch: watch)
  }

  /// Whether a row is a further line of the document above it: its number is blank or merged with
  /// that above, it says nothing of the document, and names what the line is of.
  private func isBelow(_ row: TableRow) -> Bool {
    guard !own.isEmpty, documentKey(row) == nil, row.fault == nil else { return false }
    func cell(_ index: Int, _ row: TableRow) -> Cell {
      index < row.cells.count ? row.cells[index] : .empty
    }
    let saysNothing = own.allSatisfy { column in
      column.places.allSatisfy { cleaned(cell($0, row).text).isEmpty }
    }
    guard saysNothing, !sumsUp(row) else { return false }
    return plan.parts.indices.contains { part in
      plan.columns.contains { column in
        column.target.part == part && column.field.required
          && column.field.target != nil && column.field.target != plan.entity.kind
          && !cleaned(cell(column.index, row).text).isEmpty
      }
    }
  }

  /// Whether the first text of a row says that it sums up those above.
  private func sumsUp(_ row: TableRow) -> Bool {
    row.cells.first { cell in
      if case .text(let text) = cell { return !cleaned(text).isEmpty }
      return false
    }.map { TotalWords.total($0.text) != nil } ?? false
  }

  /// Returns what rows of one document have in common: their code as the database compares it.
  /// A row without one is a document of its own.
  private func documentKey(_ row: TableRow) -> String? {
    guard let column = own.first(where: { $0.field.kind == .code }) else { return nil }
    let text =
      column.index < row.cells.count
      ? column.field.kind.text(of: row.cells[column.index], hasGuards: options.hasGuards) : nil
    let typed = cleaned(text ?? "")
    let code = typed.isEmpty ? ownSet?.values[column.target.position].text : typed
    return code.map(identityText)
  }

  func takeParts(_ row: inout TypedRow) throws {
    if overfull != nil {
      if overfull == documentKey(row.row) || document.isEmpty && isBelow(row.row) {
        return try refuse([row.row], [ImportSizes.tooMuchOfADocument])
      }
      overfull = nil
    }
    var isFurther = false
    if let first = document.first {
      let key = documentKey(first.row)
      isFurther =
        key != nil && key == documentKey(row.row) || isBelow(row.row)
      // Before what the row names is looked up: the document may add an entry that it names, too.
      if !isFurther { try flushDocument() }
    }
    // What is set for every document is the first row's.
    if isFurther { try reading.resolve(&row.own, of: plan.entity) } else { try completeOwn(&row) }
    if let problem = ImportReasons.tooLong(row.row, plan.headings.count, namesLine: true) {
      row.own.problems.append(problem)
    }
    for part in plan.parts.indices { try completePart(part, &row) }
    document.append(row)
    documentBytes += row.row.bytes
    if documentBytes > ImportSizes.held { try refuseOverfull() }
  }

  /// Refuses a document of more rows than wait in memory: those that came, and those still to come.
  private func refuseOverfull() throws {
    overfull = document.first.flatMap { documentKey($0.row) }
    let rows = document.map(\.row)
    document = []
    documentBytes = 0
    try refuse(rows, [ImportSizes.tooMuchOfADocument])
  }

  /// Completes what a row says of a part of one kind; it says nothing where nothing is left of it.
  private func completePart(_ part: Int, _ row: inout TypedRow) throws {
    let entity = plan.parts[part]
    try reading.resolve(&row.parts[part], of: entity)
    let said = row.parts[part]
    // What is set for every part makes none, unless the file has no other kind of them.
    let isOnly = plan.parts.count == 1
    if let set = partSets[part], isOnly || !said.saysNothing {
      reading.fill(&row.parts[part], entity, from: set)
    }
    guard !row.parts[part].saysNothing else {
      row.parts[part].values = []
      return
    }
    for (position, field) in entity.fields.enumerated()
    where field.required && field.target != plan.entity.kind {
      guard row.parts[part].values[position].isNull,
        !row.parts[part].problems.contains(where: { $0.field == field.name })
      else { continue }
      row.parts[part].problems.append(ImportReasons.missing(field, of: entity))
    }
  }

  /// Writes the document whose rows have been gathered, or refuses all of them.
  func flushDocument() throws {
    guard var head = document.first else { return }
    let rows = document.map(\.row)
    let pending = document
    document = []
    documentBytes = 0
    for row in pending.dropFirst() { complete(&head.own, from: row.own) }
    checkRequired(&head.own)
    var problems = head.own.problems + pending.flatMap { $0.parts.flatMap(\.problems) }
    problems += pending.dropFirst().flatMap { contradictions($0, head) }
    // A row that says nothing of a part is a document of its own, as one without is exported.
    let says = pending.filter { $0.parts.contains { !$0.values.isEmpty } }
    if says.count < pending.count, pending.count > 1, problems.isEmpty {
      problems.append(ImportReasons.noLine)
    }
    guard problems.isEmpty else { return try refuse(rows, problems) }
    let wanted = plan.parts.indices.map { part in
      (plan.parts[part], pending.map(\.parts[part].values).filter { !$0.isEmpty })
    }
    do {
      count(try landDocument(&head.own, wanted.filter { !$0.1.isEmpty }))
      for row in pending { note([row.own] + row.parts, row.row) }
    } catch let error as CRMError where error.isRefusal {
      try refuse(rows, [Rejection(field: nil, text: error.message)])
    }
  }

  /// Fills what the first row of a document leaves empty with what a further one says of it: an
  /// amount stands on one of them, whatever they are sorted by.
  private func complete(_ head: inout RowReading.Reading, from row: RowReading.Reading) {
    for position in own.map(\.target.position) where head.values[position].isBlank {
      let name = plan.entity.fields[position].name
      guard !head.none.contains(position), !head.problems.contains(where: { $0.field == name }),
        !head.missing.contains(where: { $0.position == position })
      else { continue }
      head.values[position] = row.values[position]
      head.missing += row.missing.filter { $0.position == position }
      if row.none.contains(position) { head.none.append(position) }
    }
  }

  /// Writes a document and its parts: adds them, or changes the one it matches and replaces its
  /// parts where they differ. Rows that say nothing of a kind of parts leave those there are.
  private func landDocument(
    _ head: inout RowReading.Reading, _ wanted: [(kind: Entity, parts: [[Value]])]
  ) throws -> Effect {
    let kind = plan.entity.kind
    let code = try plan.entity.position(ifAny: .code).flatMap { head.values[$0].text }
    let known = try match.find(head.values, writer, options, before: firstNewID)
    for entry in wanted {
      try writer.checkLines(entry.kind, entry.parts, of: plan.entity, known?.id, code: code)
    }
    guard let existing = known else {
      return try asAWhole {
        let (id, effect) = try land(&head, on: nil)
        for entry in wanted {
          for part in entry.parts { try writer.addLine(entry.kind, to: id, part) }
        }
        return effect
      }
    }
    if existing.id >= firstNewID {
      throw ImportReasons.givenBefore(try writer.label(kind, existing.id))
    }
    let differing = try wanted.filter {
      try !writer.hasLines($0.kind, of: existing.id, $0.parts)
    }
    guard !differing.isEmpty else { return try land(&head, on: existing).effect }
    if let record = try writer.record(kind, existing.id) {
      try writer.checkUnlocked(record)
    }
    return try asAWhole {
      let id = try land(&head, on: existing).id
      // What is taken away makes room for what comes, whichever kind it is of.
      for entry in differing { try writer.removeLines(entry.kind, of: id) }
      for entry in differing {
        for part in entry.parts { try writer.addLine(entry.kind, to: id, part) }
      }
      return .updated
    }
  }

  /// What a further row of a document says otherwise than its first.
  private func contradictions(_ pending: TypedRow, _ head: TypedRow) -> [Rejection] {
    var result = pending.own.problems
    for column in own where column.field.kind != .code {
      guard case .field(let position) = column.target else { continue }
      let value = pending.own.values[position]
      // Entries that are not there yet are told apart by their names.
      let (said, known) = (pending.own.missing(position), head.own.missing(position))
      guard !value.isBlank && value != head.own.values[position] || !said.isEmpty && said != known
      else { continue }
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
}
