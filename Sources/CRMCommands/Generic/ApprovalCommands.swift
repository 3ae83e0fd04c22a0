import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN submit|approve|reject|withdraw`: records on their way to being approved (RULES 9.8).
enum ApprovalCommands {
  static func commands(_ entity: Entity) -> [Command<Session>] {
    ApprovalDeed.allCases.map { command($0, entity) }
  }

  private static func command(_ deed: ApprovalDeed, _ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let code = RecordOperands.sampleCode(entity)
    let reason = deed == .reject ? " --reason 'Thiếu chữ ký'" : ""
    return Command(
      [noun, deed.rawValue], summary(deed, entity), details: details(deed, entity),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "reason", value: .one("TEXT"), Label("Why", vi: "Lý do"),
          necessity: deed == .reject ? .required : .optional)
      ], selects: entity.kind,
      examples: [
        Example("crm \(noun) \(deed.rawValue) \(code)\(reason)", summary(deed, entity))
      ],
      writes: { _, session in try work(deed, entity, session) }
    ).logged(as: deed.participle)
  }

  private static func summary(_ deed: ApprovalDeed, _ entity: Entity) -> Label {
    let names = Label(entity.plural.en.lowercased(), vi: entity.label.vi.lowercased())
    switch deed {
    case .submit:
      return Label("Submit \(names.en) for approval", vi: "Gửi phê duyệt \(names.vi)")
    case .approve:
      return Label("Approve \(names.en); they are locked then", vi: "Phê duyệt và khóa \(names.vi)")
    case .reject:
      return Label(
        "Reject \(names.en), or take an approval back",
        vi: "Từ chối hoặc thu hồi phê duyệt \(names.vi)")
    case .withdraw:
      return Label(
        "Withdraw \(names.en) that wait for approval", vi: "Rút lại \(names.vi) đang chờ duyệt")
    }
  }

  private static func details(_ deed: ApprovalDeed, _ entity: Entity) -> [Label] {
    let key = "approval.\(entity.kind.rawValue)"
    switch deed {
    case .submit:
      return [
        Label(
          "Those who decide at the first step are told by 'crm notification list'. The steps: "
            + "crm config set \(key) 'manager, role:NAME'.",
          vi: "Người duyệt bước đầu được báo ở 'crm notification list'. Đặt các bước duyệt: "
            + "crm config set \(key) 'manager, role:TÊN'.")
      ]
    case .approve:
      return [
        Label(
          "Of several steps the next is asked; the last approves. Who submitted it does not "
            + "decide, "
            + "unless nobody else could.",
          vi: "Còn bước sau thì chuyển sang bước đó; bước cuối là duyệt xong. Người gửi không tự "
            + "duyệt, trừ khi không còn ai khác duyệt được.")
      ]
    case .reject: return []
    case .withdraw:
      return [
        Label(
          "By who submitted them, or may edit them.", vi: "Người gửi hoặc người có quyền sửa.")
      ]
    }
  }

  private static func work(
    _ deed: ApprovalDeed, _ entity: Entity, _ session: Session
  ) throws -> Work? {
    let reason = cleaned(session.invocation.value("reason") ?? "")
    if deed == .reject && reason.isEmpty {
      throw CRMError(.usage, "--reason cannot be empty", vi: "--reason không được để trống")
    }
    let chosen = ChosenRecords(entity.kind, session) { asked(deed, $0) }
    return Work(on: chosen) { writing, ids in
      let editing = RecordEditing(entity, writing)
      var waiting: ApprovalWaiting?
      try editing.apply(to: ids) { id in
        let reason = reason.isEmpty ? nil : reason
        waiting = try writing.writer.carryOut(deed, entity.kind, id, reason: reason)
        return true
      }
      editing.report(done(deed), then: try waiting.map { try text($0, writing) } ?? Label(same: ""))
    }
  }

  private static func asked(_ deed: ApprovalDeed, _ records: Label) -> Label {
    switch deed {
    case .submit: return Label("Submit \(records.en)", vi: "Gửi phê duyệt \(records.vi)")
    case .approve: return Label("Approve \(records.en)", vi: "Phê duyệt \(records.vi)")
    case .reject: return Label("Reject \(records.en)", vi: "Từ chối \(records.vi)")
    case .withdraw: return Label("Withdraw \(records.en)", vi: "Rút lại \(records.vi)")
    }
  }

  private static func done(_ deed: ApprovalDeed) -> Deed {
    switch deed {
    case .submit: return Deed("submit", past: "Submitted", vi: "gửi phê duyệt")
    case .approve: return Deed("approve", past: "Approved", vi: "phê duyệt")
    case .reject: return Deed("reject", past: "Rejected", vi: "từ chối")
    case .withdraw: return Deed("withdraw", past: "Withdrew", vi: "rút lại")
    }
  }

  /// For whom the one record waits now.
  private static func text(_ waiting: ApprovalWaiting, _ writing: Writing) throws -> Label {
    let whom = try WaitingText.names(waiting, writing.writer, most: 5)
    return Label(
      "; it waits for \(whom.en) (step \(waiting.step) of \(waiting.steps))",
      vi: "; chờ \(whom.vi) duyệt (bước \(waiting.step)/\(waiting.steps))")
  }
}

/// For whom a record waits, as people read it.
enum WaitingText {
  /// The logins of those who may decide.
  ///
  /// - Parameters:
  ///   - most: how many are named.
  ///   - called: what each is called, by the login.
  static func names(
    _ waiting: ApprovalWaiting, _ reader: Reader, most: Int,
    called: (String) throws -> String = { $0 }
  ) throws -> Label {
    guard !waiting.approvers.isEmpty else { return Label("nobody", vi: "không có ai") }
    let names = try waiting.approvers.prefix(most).map { try called(reader.label(.user, $0)) }
    let rest = waiting.approvers.count - names.count
    let list = names.joined(separator: ", ")
    guard rest > 0 else { return Label(same: list) }
    return Label("\(list) and \(rest) more", vi: "\(list) và \(rest) người nữa")
  }
}
