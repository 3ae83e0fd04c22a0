import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm access check USER ACTION RECORD`: whether somebody may do something, and why.
enum AccessCommands {
  static let summary = Label("Explain who may do what", vi: "Giải thích phân quyền")

  static var commands: [Command<Session>] { [check] }

  private static let actions = Action.allCases.map { Completion.Choice($0.rawValue, $0.label) }

  private static var check: Command<Session> {
    Command(
      ["access", "check"],
      Label(
        "Say whether a user may do something to a record, and why",
        vi: "Cho biết một người có được làm gì với bản ghi không, và vì sao"),
      details: [
        Label(
          "Lists all that speaks for it: the role, being owner, performer or viewer, shares, what "
            + "the "
            + "record belongs to, what is common. Exit code 0 says yes, 1 no. Of others it takes "
            + "the "
            + "right to configure.",
          vi:
            "Liệt kê mọi căn cứ: nhóm quyền, là chủ sở hữu, người thực hiện hay người xem, chia "
            + "sẻ, bản ghi cha, dùng chung. Mã thoát 0 là được, 1 là không được. Hỏi về người "
            + "khác cần quyền "
            + "cấu hình.")
      ],
      operands: [
        Operand(
          "USER", Label("The user", vi: "Người dùng"),
          completion: .codes(kind: Kind.user.rawValue)),
        Operand(
          "ACTION", Label("What is to be done", vi: "Hành động"), completion: .choices(actions)),
        Operand(
          "RECORD", Label("A code, such as KH000001", vi: "Mã, chẳng hạn KH000001"),
          completion: .codes(kind: Kind.customer.rawValue)),
      ],
      options: GlobalOptions.format,
      examples: [
        Example(
          "crm access check lan edit KH000001",
          Label("May lan change that customer?", vi: "Lan có được sửa khách hàng đó không?"))
      ],
      reads: { invocation, session in
        let words = invocation.operands
        let action = try action(words[1])
        return Look { reader in try answer(words[0], action, words[2], session, reader) }
      })
  }

  /// Reads an action, in either language.
  private static func action(_ word: String) throws -> Action {
    let wanted = folded(cleaned(word))
    let found = Action.allCases.first { action in
      [action.rawValue, action.label.en, action.label.vi].contains { folded($0) == wanted }
    }
    if let found { return found }
    let words = Action.allCases.map(\.rawValue)
    throw CRMError(
      .usage, "“\(word)” is no action", vi: "không có hành động “\(word)”",
      hints: [
        Label(
          "One of: \(words.joined(separator: ", "))",
          vi: "Một trong: \(words.joined(separator: ", "))")
      ])
  }

  private static func answer(
    _ name: String, _ action: Action, _ code: String, _ session: Session, _ reader: Reader
  ) throws {
    let user = try reader.one(.user, name)
    if user != reader.actor.user {
      do { try reader.requireConfiguring() } catch let error as CRMError {
        throw CRMError(
          error.kind, "\(reader.actor.login) may ask only about themself",
          vi: "\(reader.actor.login) chỉ được hỏi về chính mình", hints: error.hints)
      }
    }
    let (kind, id) = try reader.one(of: Catalogue.nouns, code)
    guard let record = try reader.record(kind, id) else { return }
    let answer = try reader.access(of: user, action, record)
    let login = try reader.label(.user, user)
    let gives = action == .view || action == .edit
    let label = try reader.label(kind, id)
    func row(_ why: Label, _ rights: Value) -> [Value] {
      [
        .text(login), .text(action.rawValue), .text(label),
        .integer(answer.isAllowed ? 1 : 0), .text(session.text(why)),
      ] + (gives ? [rights] : [])
    }
    var rows = try answer.entries.map {
      row(try text($0.reason, reader), .text($0.allowsChange ? "edit" : "view"))
    }
    if rows.isEmpty { rows = [row(Label("nothing", vi: "không có căn cứ nào"), .null)] }
    try session.putRows(rows, gives ? columns + [rights] : columns, key: "reasons", title: summary)
    guard let refusal = answer.refusal else { return }
    session.say(refusal.message)
    for hint in refusal.hints { session.say("  \(hint.en)", vi: "  \(hint.vi)") }
    throw Finished(code: 1)
  }

  private static let columns = [
    RowColumn("user", .code, Label("User", vi: "Nhân viên")),
    RowColumn(
      "action", .choice(Action.allCases.map { Choice($0.rawValue, $0.label) }),
      Label("Action", vi: "Hành động")),
    RowColumn("record", .code, Label("Record", vi: "Bản ghi")),
    RowColumn("allowed", .flag, Label("Allowed", vi: "Được phép"), stays: true),
    RowColumn("why", .text, Label("Because of", vi: "Căn cứ"), stays: true),
  ]

  /// What a reason lets one do, of looking and changing.
  private static let rights = RowColumn(
    "rights", .choice(ShareCommand.rightsChoices), Label("Gives", vi: "Cho phép"))

  private static func text(_ reason: AccessAnswer.Reason, _ reader: Reader) throws -> Label {
    switch reason {
    case .noRole: return Label("no role: not restricted", vi: "chưa có nhóm quyền: không giới hạn")
    case .silentRole(let role):
      let name = try reader.label(.role, role)
      return Label(
        "role \(name): says nothing of it", vi: "nhóm quyền \(name): không quy định")
    case .role(let role, let kind, let action, let reach):
      let (name, far) = (try reader.label(.role, role), Entity.reaches[reach.rawValue].label)
      let on = kind.map { Catalogue.entity($0).plural } ?? Label("all others", vi: "mọi loại khác")
      let to = action?.label ?? Label("all others", vi: "mọi hành động khác")
      return Label(
        "role \(name): \(on.en.lowercased()), \(to.en.lowercased()): \(far.en.lowercased())",
        vi: "nhóm quyền \(name): \(on.vi.lowercased()), \(to.vi.lowercased()): "
          + far.vi.lowercased())
    case .named(let field):
      return Label(field.label.en.lowercased(), vi: field.label.vi.lowercased())
    case .common(let field):
      return field.map { Label($0.label.en.lowercased(), vi: $0.label.vi.lowercased()) }
        ?? Label("seen by everybody", vi: "ai cũng xem được")
    case .share(let principal, _): return try ViewerCommands.sharing(principal, reader)
    case .holder(let kind, let id):
      let (entity, code) = (Catalogue.entity(kind), try reader.label(kind, id))
      return Label(
        "belongs to \(entity.label.en.lowercased()) \(code)",
        vi: "thuộc \(entity.label.vi.lowercased()) \(code)")
    }
  }
}
