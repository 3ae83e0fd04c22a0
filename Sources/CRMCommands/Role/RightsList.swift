import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension RightsCommands {
  static var rights: Command<Session> {
    Command(
      ["role", "rights"],
      Label("Show what roles allow", vi: "Xem quyền của các nhóm quyền"),
      operands: [
        Operand(
          "ROLE", Label("One role (all)", vi: "Một nhóm quyền (tất cả)"), arity: .optional,
          completion: .codes(kind: Kind.role.rawValue))
      ],
      options: GlobalOptions.format,
      examples: [
        Example("crm role rights sales", Label("What sales may do", vi: "Kinh doanh được làm gì"))
      ],
      reads: { invocation, session in
        Look { reader in
          let role = try invocation.operands.first.map { try reader.one(.role, $0) }
          try session.putRows(
            try rows(ofRole: role, reader), columns, key: "rights", title: title)
        }
      })
  }

  static let title = Label("Rights", vi: "Quyền")

  /// Returns the rights of a role, or of all, as rows of ``columns``.
  static func rows(ofRole role: Int64?, _ reader: Reader) throws -> [[Value]] {
    try reader.rights(ofRole: role).map { right in
      [
        .text(try reader.label(.role, right.role)),
        .text(right.kind?.rawValue ?? all), .text(right.action?.rawValue ?? all),
        .text(right.reach.key),
      ]
    }
  }

  private static let every = Choice(all, Label("All others", vi: "Mọi loại khác"))

  static let columns = [
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
}
