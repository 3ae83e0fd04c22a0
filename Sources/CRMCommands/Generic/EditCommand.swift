import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN edit`: changes fields of one record or many, as one operation.
enum EditCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let plural = entity.plural.en.lowercased()
    let vi = entity.label.vi.lowercased()
    return Command(
      [noun, "edit"], Label("Change \(plural)", vi: "Sửa \(vi)"),
      details: [
        Label(
          "An empty value (--field \"\") empties the field. All changes are one operation that "
            + "'crm undo' takes back.",
          vi: "Giá trị rỗng (--trường \"\") xóa nội dung trường. Mọi thay đổi là một thao tác, "
            + "hoàn tác bằng 'crm undo'."),
        Label(
          "On a terminal, one code without options opens a form with today's values.",
          vi: "Trên màn hình, chỉ ghi một mã, không tùy chọn, sẽ mở biểu mẫu với giá trị hiện có."),
      ],
      operands: [RecordOperands.many(entity)], options: options(entity), selects: entity.kind,
      examples: examples(entity),
      writes: { _, session in try work(entity, session) })
  }

  private static func options(_ entity: Entity) -> [Option] {
    FieldOptions.options(entity, requires: false) + FieldOptions.listOptions(entity)
      + PartOptions.replacing(entity) + CustomFieldOption.options(entity) + [JSONRecord.option]
      + Nouns.own(entity.kind).formOptions() + [NotifyOption.option]
      + ApprovedOption.options(entity) + SeriesOption.options(entity)
  }

  private static func examples(_ entity: Entity) -> [Example] {
    if let own = Nouns.own(entity.kind).examples("edit") { return own }
    let code = RecordOperands.sampleCode(entity)
    let field = entity.fields.first { $0.access == .editable && $0.kind == .longText }
    let option =
      field?.option ?? entity.fields.first { $0.access == .editable && $0.kind == .text }?.option
    return [
      Example(
        "crm \(entity.kind.rawValue) edit \(code) --\(option ?? "code") 'Mới'",
        Label("Changes \(entity.indefinite)", vi: "Sửa \(entity.label.vi.lowercased())"))
    ]
  }

  private static func work(_ declared: Entity, _ session: Session) throws -> Work {
    let entity = try session.entity(declared.kind)
    let invocation = session.invocation
    if let file = invocation.value("json") {
      let records = try JSONRecord.read(file, entity, session)
      return try JSONEditing(entity, session).work(records)
    }
    let replacing = try PartOptions.replaced(entity, invocation)
    var typed = try FieldOptions.typed(entity, invocation)
    let adding = try FieldOptions.typed(entity, invocation, prefix: "add-")
    let removing = try FieldOptions.typed(entity, invocation, prefix: "remove-")
    if typed.isEmpty, adding.isEmpty, removing.isEmpty, replacing.isEmpty {
      guard let asked = try Form(entity: entity, session: session).edited() else {
        throw nothingToChange(entity)
      }
      typed = asked
    }
    let fields = typed
    return Work(on: ChosenRecords(entity.kind, session)) { writing, ids in
      let writer = writing.writer
      let editing = RecordEditing(entity, writing)
      let edit = RecordEditing.Edit(
        changes: try writer.readTyped(fields, of: entity),
        adding: try writer.readTyped(adding, of: entity).changes,
        removing: try writer.readTyped(removing, of: entity).changes, replacing: replacing)
      try editing.apply(edit, to: ids)
      editing.report()
    }
  }

  /// - Parameter word: the word between noun and verb, where there is one.
  static func nothingToChange(_ entity: Entity, _ word: String? = nil) -> CRMError {
    let command = [entity.kind.rawValue, word, "edit"].compactMap(\.self).joined(separator: " ")
    return CRMError(
      .usage, "nothing to change: give at least one field",
      vi: "chưa có gì để sửa: hãy ghi ít nhất một trường",
      hints: [
        Label(
          "See the fields with: crm help \(command)", vi: "Xem các trường bằng: crm help \(command)"
        )
      ])
  }
}
