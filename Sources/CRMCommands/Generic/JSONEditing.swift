import CRMCore
import CRMEngine
import CRMValues

/// Changes by JSON: one object for the chosen records, or objects that each name their own
/// record by `code`.
struct JSONEditing {
  let entity: Entity
  let session: Session

  init(_ entity: Entity, _ session: Session) {
    self.entity = entity
    self.session = session
  }

  func edit(_ records: [JSONRecord]) throws {
    let editing = RecordEditing(entity, session)
    let invocation = session.invocation
    let hasSelection =
      !invocation.operands.isEmpty || invocation.has("where") || invocation.has("view")
    if hasSelection, let record = records.first, records.count == 1 {
      try session.change(entity.kind) { writer, ids in
        try editing.apply(try edit(record, writer), to: ids, writer)
        try editing.preview(writer)
      }
    } else if hasSelection {
      throw CRMError(
        .usage, "several JSON objects name their records by “code”; give no others",
        vi: "nhiều đối tượng JSON tự chỉ bản ghi bằng “code”; không chọn thêm bản ghi")
    } else {
      try editEach(records, editing)
    }
    editing.report()
  }

  private func editEach(_ records: [JSONRecord], _ editing: RecordEditing) throws {
    try Selection.confirm(records.count, entity.kind, session)
    try session.write { writer in
      for record in records {
        guard let position = entity.position(of: "code"),
          let code = record.fields.first(where: { $0.position == position })?.texts.first
        else {
          throw CRMError(
            .request, "which \(entity.label.en.lowercased())? The JSON object has no “code”",
            vi: "chưa rõ \(entity.label.vi.lowercased()) nào: đối tượng JSON không có “code”")
        }
        var rest = record
        rest.fields.removeAll { $0.position == position }
        let id = try writer.one(entity.kind, code)
        try editing.apply(try edit(rest, writer), to: [id], writer)
      }
      try editing.preview(writer)
    }
  }

  private func edit(_ record: JSONRecord, _ writer: Writer) throws -> RecordEditing.Edit {
    RecordEditing.Edit(
      changes: try writer.read(record.fields, of: entity), lines: record.lines)
  }
}
