import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm role grant|revoke|rights`: what the users of a role may do (RULES 11.1).
enum RightsCommands {
  static var commands: [Command<Session>] { [grant, revoke, rights] }

  static let role = Catalogue.entity(.role)
  static let all = "all"

  private static var grant: Command<Session> {
    Command(
      ["role", "grant"],
      Label("Say what the users of a role may do", vi: "Phân quyền cho nhóm quyền"),
      details: [
        Label(
          "A right is a kind of record, an action and how far it reaches: own records, those of "
            + "the user's unit and the units below, or all; none takes one out. The closest right "
            + "decides: of the kind and the action, of the kind, of the action, of all. Who owns a "
            + "customer, views it or has it shared sees it whatever the role says, and what "
            + "belongs "
            + "to it. Users without a role are not restricted.",
          vi: "Một quyền gồm loại bản ghi, hành động và phạm vi: của mình, của đơn vị và các đơn "
            + "vị cấp dưới, hoặc tất cả; none là loại trừ. Quyền sát nhất quyết định: theo loại và "
            + "hành động, theo loại, theo hành động, chung. Chủ sở hữu, người xem, người được "
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
      ],

      examples: [
        Example(
          "crm role grant sales --on customer --to view,edit --reach unit",
          Label(
            "Sales see and edit their unit's customers", vi: "Kinh doanh xem, sửa khách của đơn vị")
        ),
        Example(
          "crm role grant manager --on all --to view,report --reach all",
          Label("Managers see everything", vi: "Quản lý xem tất cả, cả báo cáo")),
        Example(
          "crm role grant sales --on order,contract --to add,edit --reach own",
          Label("Sales write their own orders", vi: "Kinh doanh lên đơn, hợp đồng của mình")),
      ],
      writes: { invocation, session in
        guard invocation.has("on"), invocation.has("to") else { throw missing }
        let reach = try invocation.choice("reach").flatMap(Reach.init(key:)) ?? .own
        let (kinds, actions) = (try kinds(invocation) ?? [], try actions(invocation) ?? [])
        return Work { writing in
          let role = try writing.writer.one(.role, invocation.operands[0])
          let changed = try writing.writer.grant(role, kinds, actions, reach)
          let name = try writing.writer.label(.role, role)
          guard changed else {
            return writing.say(
              "The role \(name) already allows just that.", vi: "Nhóm quyền \(name) vốn đã như vậy."
            )
          }
          let words = writing.tense(.alter)
          writing.say(
            "\(words.en) the rights of the role \(name).",
            vi: "\(words.vi) quyền của nhóm quyền \(name).")
        }
      })
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
      operands: [RecordOperands.one(role)], options: [kindsOption, actionsOption],

      examples: [
        Example(
          "crm role revoke care --on care-card",
          Label("What care cards had of their own", vi: "Thu hồi quyền riêng của thẻ chăm sóc"))
      ],
      writes: { invocation, session in
        let (kinds, actions) = (try kinds(invocation), try actions(invocation))
        return Work { writing in
          let role = try writing.writer.one(.role, invocation.operands[0])
          let count = try writing.writer.revoke(role, kinds, actions)
          let name = try writing.writer.label(.role, role)
          let words = writing.tense(Deed("take", past: "Took", vi: "thu hồi"))
          writing.say(
            "\(words.en) \(count.counted(.en)) \(count == 1 ? "right" : "rights") from the role "
              + "\(name).",
            vi: "\(words.vi) \(count.counted(.vi)) quyền của nhóm quyền \(name).")
        }
      })
  }

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
}
