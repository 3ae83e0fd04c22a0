import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm customer referrals CODE`: whom a customer brought, and whom they brought in turn
/// (RULES 6.4).
enum ReferralsCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "referrals"],
      Label(
        "Show whom a customer referred, as a tree",
        vi: "Xem cây khách hàng được giới thiệu"),
      details: [
        Label(
          "On a terminal a tree; elsewhere each row has its level and its referrer.",
          vi: "Trên màn hình là cây; khi chuyển tiếp, mỗi dòng có cấp và người giới thiệu.")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: GlobalOptions.format,
      examples: [
        Example(
          "crm customer referrals KH000001",
          Label("Whom KH000001 brought", vi: "Khách do KH000001 giới thiệu"))
      ],
      reads: { invocation, session in
        Look(reporting: .customer) { reader in
          try put(try reader.one(.customer, invocation.operands[0]), session, reader)
        }
      })
  }

  private static let customer = RowColumn("customer", .text, Label("Customer", vi: "Khách hàng"))
  private static let place = [
    RowColumn("level", .integer, Label("Level", vi: "Cấp")),
    RowColumn("code", .code, Label("Code", vi: "Mã khách hàng")),
    RowColumn("name", .text, Label("Name", vi: "Tên khách hàng")),
    RowColumn("referrer", .code, Label("Referrer", vi: "Người giới thiệu")),
  ]
  private static let figures = [
    RowColumn("relationship", .text, Label("Relationship", vi: "Mối quan hệ")),
    RowColumn("revenue", .money, Label("Revenue", vi: "Doanh thu")),
    RowColumn("created", .instant, Label("Created", vi: "Ngày tạo")),
  ]

  private static func put(_ id: Int64, _ session: Session, _ reader: Reader) throws {
    let form = try session.outputForm()
    let style = session.style(form)
    let columns = (form == .table ? [customer] : place) + figures
    var writer: (any RowWriter)?
    func opened() throws -> any RowWriter {
      if let writer { return writer }
      let made = try session.openRows(
        form, columns, key: "referrals", title: Label("Referrals", vi: "Giới thiệu"))
      writer = made
      return made
    }
    try reader.referrals(of: id) { referral in
      let head: [Value] =
        form == .table
        ? [.text(branch(referral, session))]
        : [
          .integer(Int64(referral.level)), .text(referral.code), .text(referral.name),
          .text(referral.referrer),
        ]
      let row =
        head + [
          referral.relationship.map(Value.text) ?? .null, .integer(referral.revenue),
          .integer(referral.created),
        ]
      try opened().write(zip(columns, row).map { $0.kind.cell($1, style) })
    }
    guard writer != nil || form != .table else {
      return session.say("nobody was referred", vi: "chưa giới thiệu khách hàng nào")
    }
    try opened().finish()
  }

  /// Returns the name at its place in the tree: `│  └─ KH000003 Nguyễn Đức Bình`.
  private static func branch(_ referral: Referral, _ session: Session) -> String {
    let lasts = referral.lastOfItsBranch
    let isDeep = referral.level > lasts.count
    var line = isDeep ? "… " : ""
    for isLast in lasts.dropLast() { line += isLast ? "   " : "│  " }
    line += lasts.last == true ? "└─ " : "├─ "
    line += "\(referral.code) \(referral.name)"
    if referral.isRepeated {
      line += session.text(Label(" (see above)", vi: " (đã nêu ở trên)"))
    }
    return line
  }
}
