import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm approval list`: what waits for approval, of every kind that goes through one.
enum ApprovalListCommand {
  static let summary = Label("What waits for approval", vi: "Chờ phê duyệt")

  static var commands: [Command<Session>] { [list] }

  /// The kinds that go through approval.
  static var kinds: [Kind] {
    Catalogue.nouns.filter { Catalogue.entity($0).traits.contains(.approvable) }
  }

  private static let heading = FieldCriteria.heading

  private static var list: Command<Session> {
    Command(
      ["approval", "list"],
      Label("List what waits for my approval", vi: "Liệt kê những gì chờ tôi duyệt"),
      details: [
        Label(
          "What has waited longest first. 'crm NOUN approve CODE' and 'crm NOUN reject CODE' "
            + "decide. With --all what waits for nobody is shown, too: give somebody the right to "
            + "approve it. Nothing waiting prints nothing.",
          vi: "Chờ lâu nhất xếp trước. Duyệt bằng 'crm DANH-TỪ approve MÃ', từ chối bằng "
            + "'crm DANH-TỪ reject MÃ'. Với --all có cả những gì chưa ai duyệt được: hãy giao quyền "
            + "duyệt. Không có gì chờ thì không in gì.")
      ],
      options: [
        Option(
          "mine", Label("What waits for me (this is usual)", vi: "Chờ tôi duyệt (mặc định)"),
          heading: heading),
        Option(
          "submitted", Label("What I submitted", vi: "Tôi đã gửi"), heading: heading),
        Option(
          "all", Label("Whatever I see", vi: "Tất cả những gì tôi xem được"), heading: heading),
        Option(
          "kind",
          value: .one(
            "KIND",
            .choices(kinds.map { .init($0.rawValue, Catalogue.entity($0).label) })),
          Label("Only records of this kind", vi: "Chỉ loại bản ghi này"), repeats: true,
          heading: heading),
        Listing.limit, Listing.offset,
      ] + GlobalOptions.format,
      examples: [
        Example("crm approval list", Label("What waits for me", vi: "Chờ tôi duyệt")),
        Example(
          "crm approval list --submitted --kind order",
          Label("My orders that wait", vi: "Đơn hàng tôi gửi đang chờ")),
      ],
      reads: { invocation, session in
        let wish = try wish(invocation)
        let kinds = try invocation.choices("kind").map(Nouns.kind)
        let limit = try invocation.integer("limit", in: 0...Int.max)
        let offset = try invocation.integer("offset", in: 0...Int.max) ?? 0
        return Look { reader in
          let found = try PendingApproval.all(
            kinds.isEmpty ? ApprovalListCommand.kinds : kinds, reader
          ).filter { wish($0.waiting, reader) }
          let rest = found.dropFirst(offset)
          let page = limit.map { rest.prefix($0) } ?? rest
          guard !page.isEmpty else { return }
          let isForPeople = try session.style(session.outputForm()).audience != .programs
          try session.putRows(
            try page.map { try $0.values(reader, session, isForPeople: isForPeople) },
            PendingApproval.columns, key: "approvals", title: summary)
        }
      })
  }

  private static func wish(
    _ invocation: Invocation
  ) throws -> (ApprovalWaiting, Reader) -> Bool {
    let given = ["mine", "submitted", "all"].filter(invocation.has)
    guard given.count <= 1 else {
      let list = given.map { "--\($0)" }
      throw CRMError(
        .usage, "give one of \(list.joined(separator: " and "))",
        vi: "chỉ dùng một trong \(list.joined(separator: " và "))")
    }
    switch given.first {
    case "submitted":
      return { waiting, reader in
        reader.actor.user != nil && waiting.submitter == reader.actor.user
      }
    case "all": return { _, _ in true }
    default: return { waiting, reader in reader.mayDecide(waiting) }
    }
  }
}
