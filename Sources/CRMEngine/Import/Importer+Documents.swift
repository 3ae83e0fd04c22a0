import CRMTables
import CRMValues

/// Documents with lines: the rows of one code are one record, which lands whole or not at all.
extension Importer {
  /// Brings the rows of each document together, wherever they stand in the file.
  func gathered(
    _ rows: any RowReader, _ watch: (Double?) throws -> Void
  ) throws -> any RowReader {
    guard own.contains(where: { $0.field.kind == .code }) else { return rows }
    return try GatheredRows(rows, by: documentKey, watch: watch)
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
    return code.map { String(decoding: $0.utf8.map(asciiLowercased), as: UTF8.self) }
  }

  private func asciiLowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  func takeLine(_ row: inout TypedRow) throws {
    guard let lines = plan.lines else { return }
    try completeOwn(&row)
    try reading.resolve(&row.line, of: lines)
    if let lineSet { reading.fill(&row.line, lines, from: lineSet) }
    if let problem = ImportReasons.tooLong(row.row, plan.headings.count, namesLine: true) {
      row.line.problems.append(problem)
    }
    // A row that says nothing of a line is a document of its own, as one without lines is exported.
    let isBare =
      row.line.values.allSatisfy(\.isBlank) && row.line.problems.isEmpty && row.line.missing.isEmpty
    for (position, field) in lines.fields.enumerated()
    where !isBare && field.required && field.target != plan.entity.kind {
      guard row.line.values[position].isNull,
        !row.line.problems.contains(where: { $0.field == field.name })
      else { continue }
      row.line.problems.append(ImportReasons.missing(field, of: lines))
    }
    if let first = document.first {
      let key = documentKey(first.row)
      if key == nil || key != documentKey(row.row) { try flushDocument() }
    }
    if isBare { row.line.values = [] }
    document.append(row)
  }

  /// Writes the document whose rows have been gathered, or refuses all of them.
  func flushDocument() throws {
    guard var head = document.first, let lines = plan.lines else { return }
    let rows = document.map(\.row)
    let pending = document
    document = []
    checkRequired(&head.own)
    var problems = head.own.problems + pending.flatMap(\.line.problems)
    problems += pending.dropFirst().flatMap { contradictions($0, head) }
    let wanted = pending.map(\.line.values).filter { !$0.isEmpty }
    if wanted.count < pending.count, pending.count > 1, problems.isEmpty {
      problems.append(ImportReasons.noLine)
    }
    guard problems.isEmpty else { return try refuse(rows, problems) }
    do {
      count(try landDocument(&head.own, lines, wanted))
      for row in pending { note(row.own.warnings + row.line.warnings, row.row) }
    } catch let error as CRMError where error.isRefusal {
      try refuse(rows, [Rejection(field: nil, text: error.message)])
    }
  }

  /// Writes a document and its lines: adds both, or changes the one it matches and replaces its
  /// lines where they differ. A row that says nothing of lines leaves those there are.
  private func landDocument(
    _ head: inout RowReading.Reading, _ lines: Entity, _ wanted: [[Value]]
  ) throws -> Effect {
    let kind = plan.entity.kind
    let code = try plan.entity.position(ifAny: .code).flatMap { head.values[$0].text }
    let known = try match.find(head.values, writer, options)
    try writer.checkLines(lines, wanted, of: plan.entity, known?.id, code: code)
    guard let existing = known else {
      return try asAWhole {
        let (id, effect) = try land(&head, on: nil)
        for line in wanted { try writer.addLine(lines, to: id, line) }
        return effect
      }
    }
    if existing.id >= firstNewID {
      throw ImportReasons.givenBefore(try writer.label(kind, existing.id))
    }
    let differ = try !wanted.isEmpty && !writer.hasLines(lines, of: existing.id, wanted)
    if differ, let record = try writer.record(kind, existing.id) {
      try ApprovalLock.check(record, plan.entity)
    }
    guard differ else { return try land(&head, on: existing).effect }
    return try asAWhole {
      let id = try land(&head, on: existing).id
      try writer.removeLines(lines, of: id)
      for line in wanted { try writer.addLine(lines, to: id, line) }
      return .updated
    }
  }

  /// What a further row of a document says otherwise than its first.
  private func contradictions(_ pending: TypedRow, _ head: TypedRow) -> [Rejection] {
    var result = pending.own.problems
    for column in own where column.field.kind != .code {
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
}
