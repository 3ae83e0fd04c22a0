import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN add`: a new record from options, a form on the terminal, or JSON.
enum AddCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let vi = entity.label.vi.lowercased()
    return Command(
      [noun, "add"], Label("Add \(entity.indefinite)", vi: "Thêm \(vi)"),
      details: [
        Label(
          "Prints the new code. On a terminal it asks for what the form of the kind has, where required "
            + "fields are missing.",
          vi: "In mã mới. Trên màn hình, khi thiếu trường bắt buộc, lệnh hỏi từng mục của biểu mẫu."
        )
      ] + NamedOperands(entity).details,
      operands: NamedOperands(entity).ofAdd, options: options(entity), examples: examples(entity),
      writes: { _, session in try work(entity, session) })
  }

  private static func options(_ entity: Entity) -> [Option] {
    var options = FieldOptions.options(entity, requires: true)
    options += PartOptions.adding(entity) + AlongOption.options(entity)
    options += CustomFieldOption.options(entity) + [JSONRecord.option]
    options += Nouns.own(entity.kind).formOptions()
    options.append(NotifyOption.option)
    options.append(
      Option(
        "again",
        Label("Start the next form after saving", vi: "Lưu xong mở biểu mẫu mới")))
    return options
  }

  private static func examples(_ entity: Entity) -> [Example] {
    if let own = Nouns.own(entity.kind).examples("add") { return own }
    let operands = NamedOperands(entity).fields
    let needed = entity.fields.filter(FieldOptions.isNeeded).filter { !operands.contains($0) }
    let words =
      operands.map(sample) + needed.map { field in "--\(field.option) \(sample(field))" }
    return [
      Example(
        (["crm", entity.kind.rawValue, "add"] + words).joined(separator: " "),
        Label("Adds \(entity.indefinite)", vi: "Thêm \(entity.label.vi.lowercased())"))
    ]
  }

  private static func sample(_ field: Field) -> String {
    switch field.kind {
    case .reference(let kind): return (Catalogue.entity(kind).codePrefix ?? "lan") + "000001"
    case .code: return "lan"
    case .noun: return Nouns.main.rawValue
    case .money: return "1500000"
    case .integer, .decimal, .percent: return "10"
    case .day, .moment, .instant: return "20/12/2026"
    case .yearlyDay: return "20/12/1990"
    case .duration: return "1h30"
    case .recurrence: return "weekly"
    case .flag: return "yes"
    case .phones: return "0912345678"
    case .emails: return "lan@vidu.vn"
    case .choice(let choices): return choices.first?.key ?? "'Ví dụ'"
    case .text, .longText, .taxCode, .location, .references, .record, .condition: return "'Ví dụ'"
    }
  }

  private static func work(_ declared: Entity, _ session: Session) throws -> Work? {
    let entity = try session.entity(declared.kind)
    let invocation = session.invocation
    let typed =
      try NamedOperands(entity).typed(invocation) + FieldOptions.typed(entity, invocation)
    guard let file = invocation.value("json") else {
      let parts = try PartOptions.typed(entity, invocation)
      let along = try AlongOption.typed(entity, invocation, session)
      return try form(
        entity, RecordAdding.Draft(typed, parts: parts, dependents: along), session)
    }
    let records = try JSONRecord.read(file, entity, session, new: true)
    return RecordAdding(entity).work(
      records.map { record in
        let own = record.fields.filter { field in
          !typed.contains { $0.position == field.position }
        }
        return RecordAdding.Draft(
          own + typed, parts: entity.parts.flatMap { record.parts[$0] ?? [] },
          dependents: record.dependents)
      })
  }

  /// Prepares the record of one form, and with `--again` the form after it.
  private static func form(
    _ entity: Entity, _ draft: RecordAdding.Draft, _ session: Session, isFirst: Bool = true
  ) throws -> Work? {
    var completed = draft
    do {
      completed.fields = try Form(entity: entity, session: session).completed(draft.fields)
    } catch let error as CRMError {
      // Leaving a further form ends the command; what was saved stays.
      if !isFirst && error.kind == .request { return nil }
      throw error
    }
    return RecordAdding(entity).work(
      [completed],
      next: {
        guard session.invocation.has("again"), session.canAsk else { return nil }
        var rest = draft
        rest.fields.removeAll { !carriesOver(entity.fields[$0.position]) }
        return try form(entity, rest, session, isFirst: false)
      })
  }

  /// What the next form keeps of the options: what classifies, not what names.
  private static func carriesOver(_ field: Field) -> Bool {
    switch field.kind {
    case .choice, .flag, .reference, .references, .record, .noun: return true
    case .code, .text, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay,
      .instant, .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location, .condition:
      return false
    }
  }
}
