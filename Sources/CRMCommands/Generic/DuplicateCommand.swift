import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN duplicate`: a new record like another, with what is given instead.
enum DuplicateCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let vi = entity.label.vi.lowercased()
    return Command(
      [noun, "duplicate"], Label("Add a copy of \(entity.indefinite)", vi: "Nhân bản \(vi)"),
      details: details(entity), operands: [RecordOperands.one(entity)], options: options(entity),
      examples: [example(entity)],
      writes: { _, session in try work(entity, session) })
  }

  private static func options(_ entity: Entity) -> [Option] {
    FieldOptions.options(entity, requires: false) + CustomFieldOption.options(entity)
      + Nouns.own(entity.kind).formOptions()
  }

  private static func details(_ entity: Entity) -> [Label] {
    let left = notCopied(entity)
    guard !left.isEmpty else { return [] }
    let en = left.map { $0.label.en.lowercased() }.joined(separator: ", ")
    let vi = left.map { $0.label.vi.lowercased() }.joined(separator: ", ")
    return [
      Label(
        "Not copied, because no two records share them: \(en).",
        vi: "Không sao chép vì không được trùng: \(vi).")
    ]
  }

  private static func example(_ entity: Entity) -> Example {
    let needed = notCopied(entity).filter { $0.required }.map { "--\($0.option) 'moi'" }
    let words = ["crm", entity.kind.rawValue, "duplicate", RecordOperands.sampleCode(entity)]
    return Example(
      (words + needed).joined(separator: " "),
      Label(
        "Adds a copy of that \(entity.label.en.lowercased())",
        vi: "Thêm bản sao của \(entity.label.vi.lowercased()) đó"))
  }

  /// The fields that two records cannot, or should not, share.
  private static func notCopied(_ entity: Entity) -> [Field] {
    let noun = Nouns.own(entity.kind)
    return FieldOptions.typable(entity).filter { field in
      if field.kind == .code { return entity.codePrefix == nil }
      return entity.unique.contains(field.name) || noun.isNotCopied(field)
    }
  }

  private static func work(_ declared: Entity, _ session: Session) throws -> Work {
    let entity = try session.entity(declared.kind)
    let source = session.invocation.operands[0]
    let left = notCopied(entity)
    let typed = try typed(entity, left, session)
    var original: Record?
    return RecordAdding(entity).work(
      [RecordAdding.Draft(typed)],
      preset: { writer in
        let id = try writer.one(entity.kind, source)
        original = try writer.record(entity.kind, id)
        guard let record = original else { return [] }
        return entity.fields.indices.filter { position in
          let field = entity.fields[position]
          // What dealings brought about is the original's.
          return field.access == .editable && field.kind != .code && field.follows == nil
            && !left.contains { $0.name == field.name }
        }.map { ($0, record.values[$0]) }
      },
      copying: { try $0.one(entity.kind, source) },
      telling: { tell(left, original, typed, entity, session) })
  }

  /// Says which fields the new record is without.
  private static func tell(
    _ left: [Field], _ original: Record?, _ typed: [TypedField], _ entity: Entity,
    _ session: Session
  ) {
    let absent = left.filter { field in
      !field.required && original?[field.name] != .null
        && !typed.contains { entity.fields[$0.position].name == field.name }
    }
    guard !absent.isEmpty else { return }
    let options = absent.map { "--\($0.option)" }.joined(separator: ", ")
    session.say(
      "Not copied, because no two \(entity.plural.en.lowercased()) share them: give \(options).",
      vi: "Không sao chép vì không được trùng: hãy ghi \(options).")
  }

  private static func typed(
    _ entity: Entity, _ left: [Field], _ session: Session
  ) throws -> [TypedField] {
    let form = Form(entity: entity, session: session)
    let typed = try FieldOptions.typed(entity, session.invocation)
    let copied = Set(entity.fields.map(\.name)).subtracting(left.map(\.name))
    return try form.completed(typed, except: copied)
  }
}
