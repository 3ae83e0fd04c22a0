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

  func work(_ records: [JSONRecord]) throws -> Work {
    let invocation = session.invocation
    let hasSelection =
      !invocation.operands.isEmpty || invocation.has("where") || invocation.has("view")
    guard hasSelection else { return editEach(records) }
    guard let record = records.first, records.count == 1 else {
      throw CRMError(
        .usage, "several JSON objects name their records by “code”; give no others",
        vi: "nhiều đối tượng JSON tự chỉ bản ghi bằng “code”; không chọn thêm bản ghi")
    }
    return Work(on: ChosenRecords(entity.kind, session)) { writing, ids in
      let editing = RecordEditing(entity, writing)
      try editing.apply(try edit(record, writing.writer), to: ids)
      editing.report()
    }
  }

  private func editEach(_ records: [JSONRecord]) -> Work {
    let question = Work.Question.many(entity.kind, as: Selection.changing) { _ in records.count }
    return Work(asking: question) { writing in
      let writer = writing.writer
      let editing = RecordEditing(entity, writing)
      for record in records {
        let position = try entity.position(of: .code)
        guard
          let code = record.fields.first(where: { $0.position == position })?.texts.first
        else {
          throw CRMError(
            .request, "which \(entity.label.en.lowercased())? The JSON object has no “code”",
            vi: "chưa rõ \(entity.label.vi.lowercased()) nào: đối tượng JSON không có “code”")
        }
        var rest = record
        rest.fields.removeAll { $0.position == position }
        let id = try writer.one(entity.kind, code)
        try editing.apply(try edit(rest, writer), to: [id])
      }
      editing.report()
    }
  }

  private func edit(_ record: JSONRecord, _ writer: Writer) throws -> RecordEditing.Edit {
    RecordEditing.Edit(
      changes: try writer.readTyped(record.fields, of: entity),
      replacing: record.parts)
  }
}
