import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension ViewerCommands {
  static var list: Command<Session> {
    Command(
      ["customer", "viewer", "list"],
      Label("Show who can see a customer, and why", vi: "Xem ai được xem khách hàng và vì sao"),
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: GlobalOptions.format,
      examples: [
        Example(
          "crm customer viewer list KH000001",
          Label("Owner, viewers, those it is shared with", vi: "Chủ sở hữu, người xem, chia sẻ"))
      ],
      reads: { invocation, session in
        Look { reader in
          let id = try reader.one(.customer, invocation.operands[0])
          let isProgram = session.style(try session.outputForm()).audience == .programs
          let rows = try reader.sights(ofCustomer: id).map { sight -> [Value] in
            let reasons = try sight.reasons.map {
              try isProgram ? key($0, reader) : session.text(label($0, reader))
            }
            return [
              .text(try reader.label(.user, sight.user)),
              (try reader.record(.user, sight.user))?["name"] ?? .null,
              .text(reasons.joined(separator: QueryColumn.separator)),
              .text(sight.mayEdit ? "edit" : "view"),
            ]
          }
          try session.putRows(
            rows, columns, key: "viewers",
            title: Label("Who can see it", vi: "Ai được xem"))
        }
      })
  }

  private static let columns = [
    RowColumn("user", .code, Label("User", vi: "Nhân viên")),
    RowColumn("name", .text, Label("Name", vi: "Họ tên")),
    RowColumn("why", .references(.user), Label("Why", vi: "Vì sao")),
    RowColumn("rights", .choice(ShareCommand.rightsChoices), Label("Rights", vi: "Quyền")),
  ]

  private static func key(_ reason: Sight.Reason, _ reader: Reader) throws -> String {
    switch reason {
    case .owner: return "owner"
    case .viewer: return "viewer"
    case .share(let principal): return "share \(try reader.text(of: principal))"
    case .common: return "common"
    case .noRole: return "no-role"
    case .role(let role, let reach):
      return "role \(try reader.label(.role, role)) \(reach.key)"
    }
  }

  private static func label(_ reason: Sight.Reason, _ reader: Reader) throws -> Label {
    switch reason {
    case .owner: return Label("Owner", vi: "Chủ sở hữu")
    case .viewer: return Label("Viewer", vi: "Người xem")
    case .common: return Label("Common customer", vi: "Khách hàng chung")
    case .noRole: return Label("No role, sees all", vi: "Chưa có nhóm quyền, xem tất cả")
    case .role(let role, let reach):
      let (name, far) = (try reader.label(.role, role), Entity.reaches[reach.rawValue].label)
      return Label(
        "Role \(name): \(far.en.lowercased())", vi: "Nhóm quyền \(name): \(far.vi.lowercased())")
    case .share(let principal): return try sharing(principal, reader)
    }
  }

  /// With whom a record is shared that a user sees by it.
  static func sharing(_ principal: Principal, _ reader: Reader) throws -> Label {
    switch principal {
    case .user: return Label("Shared", vi: "Được chia sẻ")
    case .everybody: return Label("Shared with all", vi: "Chia sẻ cho tất cả")
    case .group(let id):
      let name = try reader.label(.userGroup, id)
      return Label("Shared with group \(name)", vi: "Chia sẻ với nhóm \(name)")
    case .unit(let id):
      let name = try reader.label(.unit, id)
      return Label("Shared with unit \(name)", vi: "Chia sẻ với đơn vị \(name)")
    }
  }
}
