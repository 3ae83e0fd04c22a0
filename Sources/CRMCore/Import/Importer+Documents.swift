import CRMCatalogue
import CRMTables
import CRMValues

/// Documents with lines: the rows of one code are one record.
extension Importer {
  func takeLine(_ row: inout TypedRow) throws {
    guard let lines = plan.lines else { return }
    completeOwn(&row)
    reading.resolve(&row.line, of: lines)
    if let lineSet { reading.fill(&row.line, lines, from: lineSet) }
    for (position, field) in lines.fields.enumerated()
    where field.required && field.target != plan.entity.kind {
      guard row.line.values[position].isNull,
        !row.line.problems.contains(where: { $0.field == field.name })
      else { continue }
      row.line.problems.append(ImportReasons.missing(field, of: lines))
    }
    if let first = document.first, code(first) == nil || code(first) != code(row) {
      try flushDocument()
    }
    document.append(row)
  }

  private func code(_ pending: TypedRow) -> String? {
    plan.entity.position(of: "code").flatMap { pending.own.values[$0].text }
  }

  /// Writes the document whose rows have been gathered, or refuses all of them.
  func flushDocument() throws {
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
      try writer.checkLines(lines, pending.map(\.line.values), of: code(head))
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
    _ head: TypedRow, documentWithID id: Int64
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
  private func contradictions(_ pending: TypedRow, _ head: TypedRow) -> [Rejection] {
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
}
