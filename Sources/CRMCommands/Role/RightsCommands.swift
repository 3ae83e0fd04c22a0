import CRMArguments
import CRMCatalogue
import CRMCore
import CRMValues

/// `crm role grant|revoke|rights`: what the users of a role may do (seed 004, "Cài đặt => Phân
/// quyền => chọn Nhóm quyền => Tích chọn các quyền").
enum RightsCommands {
  static var commands: [Command<Session>] { [grant, revoke, rights] }

  private static let role = Catalogue.entity(.role)
  private static let all = "all"

  private static let kindsOption = Option(
    "on",
    value: .many(
      "KIND",
      .choices(
        [.init(all, Label("every other", vi: "mọi loại còn lại"))]
          + Catalogue.nouns.map { .init($0.rawValue, Catalogue.entity($0).plural) })),
    Label(
      "Kinds of records; all: every one not named by another right",
      vi: "Loại bản ghi; all: mọi loại không có quyền riêng"), repeats: true)

  private static let actionsOption = Option(
    "to",
    value: .many(
      "ACTION",
      .choices(
        [.init(all, Label("every other", vi: "mọi hành động còn lại"))]
          + Action.allCases.map { .init($0.rawValue, $0.label) })),
    Label(
      "What may be done; all: everything not named by another right",
      vi: "Được làm gì; all: mọi hành động không có quyền riêng"), repeats: true)

  private static var grant: Command<Session> {
    Command(
      ["role", "grant"],
      Label("Say what the users of a role may do", vi: "Cấp quyền cho nhóm quyền"),
      details: [
        Label(
          "A right is a kind of record, an action and how far it reaches: own records, those of "
            + "the user's unit and the units below, or all; none takes one out. The closest right "
            + "decides: of the kind and the action, of the kind, of the action, of all. Who owns a "
            + "customer, views it or has it shared sees it whatever the role says, and what belongs "
            + "to it. Users without a role are not restricted.",
          vi: "Một quyền gồm loại bản ghi, hành động và phạm vi: của mình, của đơn vị và các đơn "
            + "vị cấp dưới, hoặc tất cả; none là loại trừ. Quyền sát nhất quyết định: theo loại và "
            + "hành động, theo loại, theo hành động, chung. Người phụ trách, người xem, người được "
            + "chia sẻ luôn thấy khách hàng và những gì thuộc về khách hàng đó. Nhân viên chưa có "
            + "nhóm quyền thì không bị giới hạn.")
      ],
      operands: [RecordOperands.one(role)],
      options: [
        kindsOption, actionsOption,
        Option(
          "reach",
          value: .one("REACH", .choices(Entity.reaches.map { .init($0.key, $0.label) })),
          Label("How far (own)", vi: "Phạm vi (own: của mình)")),
      ] + dryRun,
      effect: .writes,
      examples: [
        Example(
          "crm role grant sales --on customer --to view,edit --reach unit",
          Label(
            "Sales see and edit their unit's customers", vi: "Kinh doanh xem, sửa khách của đơn vị")
        )
      ]
    ) { invocation, session in
      guard invocation.has("on"), invocation.has("to") else { throw missing }
      let reach = try invocation.choice("reach").flatMap(Reach.init(key:)) ?? .own
      let (kinds, actions) = (try kinds(invocation) ?? [], try actions(invocation) ?? [])
      let (name, changed) = try session.write { writer in
        let role = try writer.one(.role, invocation.operands[0])
        let changed = try writer.grant(role, kinds, actions, reach)
        if session.isDryRun { try Preview.put(writer, session) }
        return (try writer.label(.role, role), changed)
      }
      guard changed else {
        return session.say(
          "The role \(name) already allows just that.", vi: "Nhóm quyền \(name) vốn đã như vậy.")
      }
      session.say(
        "\(session.isDryRun ? "Would change" : "Changed") the rights of the role \(name).",
        vi: "\(session.isDryRun ? "Sẽ đổi" : "Đã đổi") quyền của nhóm quyền \(name).")
    }
  }

  private static var revoke: Command<Session> {
    Command(
      ["role", "revoke"],
      Label("Take rights of a role back", vi: "Thu hồi quyền của nhóm quyền"),
      details: [
        Label(
          "Without --on or --to those of every kind or action go.",
          vi: "Không có --on hoặc --to thì thu hồi của mọi loại hoặc mọi hành động.")
      ],
      operands: [RecordOperands.one(role)], options: [kindsOption, actionsOption] + dryRun,
      effect: .writes,
      examples: [
        Example(
          "crm role revoke care --on care-card",
          Label("What care cards had of their own", vi: "Thu hồi quyền riêng của thẻ chăm sóc"))
      ]
    ) { invocation, session in
      let (kinds, actions) = (try kinds(invocation), try actions(invocation))
      let (name, count) = try session.write { writer in
        let role = try writer.one(.role, invocation.operands[0])
        let count = try writer.revoke(role, kinds, actions)
        if session.isDryRun { try Preview.put(writer, session) }
        return (try writer.label(.role, role), count)
      }
      session.say(
        "\(session.isDryRun ? "Would take" : "Took") \(count) \(count == 1 ? "right" : "rights") "
          + "from the role \(name).",
        vi: "\(session.isDryRun ? "Sẽ thu hồi" : "Đã thu hồi") \(count) quyền của nhóm quyền "
          + "\(name).")
    }
  }

  private static var rights: Command<Session> {
    Command(
      ["role", "rights"],
      Label("Show what roles allow", vi: "Xem quyền của các nhóm quyền"),
      operands: [
        Operand(
          "ROLE", Label("One role (all)", vi: "Một nhóm quyền (tất cả)"), arity: .optional,
          completion: .codes(kind: Kind.role.rawValue))
      ],
      options: GlobalOptions.format, effect: .reads,
      examples: [
        Example("crm role rights sales", Label("What sales may do", vi: "Kinh doanh được làm gì"))
      ]
    ) { invocation, session in
      try session.read { reader in
        let role = try invocation.operands.first.map { try reader.one(.role, $0) }
        let rows = try reader.rights(ofRole: role).map { right -> [Value] in
          [
            .text(try reader.label(.role, right.role)),
            .text(right.kind?.rawValue ?? all), .text(right.action?.rawValue ?? all),
            .text(right.reach.key),
          ]
        }
        try session.putRows(rows, columns, key: "rights", title: Label("Rights", vi: "Quyền"))
      }
    }
  }

  private static let every = Choice(all, Label("All others", vi: "Mọi loại khác"))

  private static let columns = [
    RowColumn("role", .text, Label("Role", vi: "Nhóm quyền")),
    RowColumn(
      "kind",
      .choice([every] + Catalogue.nouns.map { Choice($0.rawValue, Catalogue.entity($0).plural) }),
      Label("Records", vi: "Loại bản ghi")),
    RowColumn(
      "action",
      .choice(
        [Choice(all, Label("All others", vi: "Mọi hành động khác"))]
          + Action.allCases.map { Choice($0.rawValue, $0.label) }),
      Label("Action", vi: "Hành động")),
    RowColumn("reach", .choice(Entity.reaches), Label("Reach", vi: "Phạm vi")),
  ]

  private static let dryRun = GlobalOptions.writing.filter { $0.long == "dry-run" }

  private static var missing: CRMError {
    CRMError(
      .usage, "which right? Give --on KIND and --to ACTION",
      vi: "chưa rõ quyền nào: hãy ghi --on LOẠI và --to HÀNH-ĐỘNG",
      hints: [
        Label(
          "Example: crm role grant sales --on customer --to view --reach unit",
          vi: "Ví dụ: crm role grant sales --on customer --to view --reach unit")
      ])
  }

  /// Returns the kinds of `--on`, nil where it is not given; nil among them is all.
  private static func kinds(_ invocation: Invocation) throws -> [Kind?]? {
    guard invocation.has("on") else { return nil }
    return try words(invocation, "on").map { $0 == all ? nil : try Nouns.kind($0) }
  }

  private static func actions(_ invocation: Invocation) throws -> [Action?]? {
    guard invocation.has("to") else { return nil }
    return try words(invocation, "to").map { word in
      if word == all { return nil }
      if let action = Action(rawValue: word) { return action }
      let names = Action.allCases.map(\.rawValue)
      let near = nearest(to: word, among: names)
      let list = (near.isEmpty ? names : near).joined(separator: ", ")
      throw CRMError(
        .usage, "there is no action “\(word)”", vi: "không có hành động “\(word)”",
        hints: [Label("One of: \(list)", vi: "Một trong: \(list)")])
    }
  }

  private static func words(_ invocation: Invocation, _ option: String) -> [String] {
    invocation.values(option).flatMap { $0.split(separator: ",") }.map { cleaned(String($0)) }
  }
}

extension Action {
  /// The action as a heading or a choice.
  var label: Label {
    switch self {
    case .view: return Label("View", vi: "Xem")
    case .add: return Label("Add", vi: "Thêm")
    case .edit: return Label("Edit", vi: "Sửa")
    case .delete: return Label("Delete", vi: "Xóa")
    case .import: return Label("Import", vi: "Nhập tệp")
    case .export: return Label("Export", vi: "Xuất tệp")
    case .assign: return Label("Hand over", vi: "Bàn giao")
    case .share: return Label("Share", vi: "Chia sẻ")
    case .approve: return Label("Approve", vi: "Phê duyệt")
    case .configure: return Label("Configure", vi: "Cấu hình")
    }
  }
}
