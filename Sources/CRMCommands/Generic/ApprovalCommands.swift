import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// One step of an approval: from which states it leads to which.
struct ApprovalStep: Sendable {
  let verb: String
  let state: String
  let from: Set<String>
  let summary: @Sendable (_ plural: Label) -> Label
  var needsReason = false

  static let submit = ApprovalStep(
    verb: "submit", state: "submitted", from: ["none", "rejected"]
  ) { Label("Submit \($0.en) for approval", vi: "Gửi phê duyệt \($0.vi)") }

  static let approve = ApprovalStep(
    verb: "approve", state: "approved", from: ["submitted"]
  ) { Label("Approve \($0.en); they are locked then", vi: "Phê duyệt và khóa \($0.vi)") }

  static let reject = ApprovalStep(
    verb: "reject", state: "rejected", from: ["submitted", "approved"],
    summary: {
      Label(
        "Reject \($0.en), or take an approval back", vi: "Từ chối hoặc thu hồi phê duyệt \($0.vi)")
    }, needsReason: true)

  func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let names = Label(entity.plural.en.lowercased(), vi: entity.label.vi.lowercased())
    let code = RecordOperands.sampleCode(entity)
    let reason = needsReason ? " --reason 'Thiếu chữ ký'" : ""
    return Command(
      [noun, verb], summary(names), operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "reason", value: .one("TEXT"), Label("Why", vi: "Lý do"),
          necessity: needsReason ? .required : .optional)
      ], selects: entity.kind,

      examples: [Example("crm \(noun) \(verb) \(code)\(reason)", summary(names))],
      writes: { _, session in try work(entity, session) })
  }

  private func work(_ entity: Entity, _ session: Session) throws -> Work? {
    let approval = try entity.position(of: .approval)
    let note = try entity.position(of: .approvalNote)
    let reason = cleaned(session.invocation.value("reason") ?? "")
    if needsReason && reason.isEmpty {
      throw CRMError(.usage, "--reason cannot be empty", vi: "--reason không được để trống")
    }
    return Work(on: ChosenRecords(entity.kind, session, as: deed)) { writing, ids in
      for id in ids { try check(entity, approval, id, writing.writer) }
      let editing = RecordEditing(entity, writing)
      let changes = FieldChanges([
        (approval, .text(state)), (note, reason.isEmpty ? .null : .text(reason)),
      ])
      try editing.apply(RecordEditing.Edit(changes: changes), to: ids)
      editing.report()
    }
  }

  private func check(_ entity: Entity, _ approval: Int, _ id: Int64, _ writer: Writer) throws {
    guard let record = try writer.record(entity.kind, id) else { return }
    let state = record.values[approval].text ?? "none"
    guard !from.contains(state) else { return }
    let field = entity.fields[approval]
    var label = Label(same: state)
    if case .choice(let choices) = field.kind,
      let choice = choices.first(where: { $0.key == state })
    {
      label = choice.label
    }
    let code = try writer.label(entity.kind, id)
    throw CRMError(
      .conflict,
      "\(entity.label.en.lowercased()) \(code) cannot be \(participle(in: .en)): it is "
        + "“\(label.en.lowercased())”",
      vi:
        "không thể \(participle(in: .vi)) \(entity.label.vi.lowercased()) \(code): đang ở trạng thái "
        + "“\(label.vi.lowercased())”",
      hints: hints(code, entity))
  }

  private func participle(in language: Language) -> String {
    guard language == .vi else { return state }
    switch verb {
    case "submit": return "gửi duyệt"
    case "approve": return "duyệt"
    default: return "từ chối"
    }
  }

  private func deed(_ records: Label) -> Label {
    switch verb {
    case "submit": return Label("Submit \(records.en)", vi: "Gửi duyệt \(records.vi)")
    case "approve": return Label("Approve \(records.en)", vi: "Phê duyệt \(records.vi)")
    default: return Label("Reject \(records.en)", vi: "Từ chối \(records.vi)")
    }
  }

  private func hints(_ code: String, _ entity: Entity) -> [Label] {
    guard verb == "approve" else { return [] }
    let command = "crm \(entity.kind.rawValue) submit \(code)"
    return [Label("Submit it first: \(command)", vi: "Hãy gửi duyệt trước: \(command)")]
  }
}

/// `crm NOUN submit`.
enum SubmitCommand {
  static func command(_ entity: Entity) -> Command<Session> { ApprovalStep.submit.command(entity) }
}

/// `crm NOUN approve`.
enum ApproveCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    ApprovalStep.approve.command(entity)
  }
}

/// `crm NOUN reject`.
enum RejectCommand {
  static func command(_ entity: Entity) -> Command<Session> { ApprovalStep.reject.command(entity) }
}
