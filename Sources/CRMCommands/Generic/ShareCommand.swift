import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN share`: lets users, groups of them or units see or edit records, or shows who may.
enum ShareCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    let code = RecordOperands.sampleCode(entity)
    return Command(
      [noun, "share"],
      Label(
        "Share \(entity.plural.en.lowercased()), or show with whom they are shared",
        vi: "Chia sẻ \(entity.label.vi.lowercased()), hoặc xem đang chia sẻ với ai"),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "with", value: .many("user:LOGIN|group:NAME|unit:NAME|all", .custom("principal")),
          Label("Whom to share with", vi: "Chia sẻ với ai"), repeats: true),
        Option(
          "rights",
          value: .one(
            "view|edit",
            .choices(rightsChoices.map { .init($0.key, $0.label) })),
          Label("What they may do (view)", vi: "Quyền được giao (view)")),
        Option("remove", Label("End the share instead", vi: "Thôi chia sẻ")),
      ] + GlobalOptions.format, selects: entity.kind,

      examples: [
        Example(
          "crm \(noun) share \(code) --with user:lan --rights edit",
          Label("Lets lan edit it", vi: "Cho lan sửa")),
        Example(
          "crm \(noun) share \(code)", Label("Shows the shares", vi: "Xem đang chia sẻ với ai")),
      ],
      writes: { _, session in try work(entity, session) }
    ).logged(as: Label("shared", vi: "chia sẻ"))
  }

  private static func work(_ entity: Entity, _ session: Session) throws -> Work? {
    let invocation = session.invocation
    let names = invocation.values("with")
    let rights = try invocation.choice("rights")
    guard !names.isEmpty else {
      if rights != nil || invocation.has("remove") {
        throw CRMError(
          .usage, "with whom? Give --with user:LOGIN, group:NAME, unit:NAME or all",
          vi: "chưa rõ với ai: hãy ghi --with user:TÀI-KHOẢN, group:TÊN, unit:TÊN hoặc all")
      }
      try list(entity, session)
      return nil
    }
    return Work(
      on: ChosenRecords(
        entity.kind, session,
        as: { Label("Change the shares of \($0.en)", vi: "Đổi chia sẻ của \($0.vi)") }
      )
    ) { writing, ids in
      let writer = writing.writer
      let principals = try names.map { try writer.principal(cleaned($0)) }
      if !invocation.has("remove") {
        for case .user(let user) in principals { try writer.checkActive(user) }
      }
      var changed = 0
      for id in ids {
        var isChanged = false
        for principal in principals {
          let did =
            invocation.has("remove")
            ? try writer.unshare(entity.kind, id, with: principal)
            : try writer.share(entity.kind, id, with: principal, rights: rights ?? "view")
          isChanged = isChanged || did
        }
        if isChanged { changed += 1 }
      }
      let words = writing.tense(.alter)
      let name = ids.count == 1 ? entity.label : entity.plural
      writing.say(
        "\(words.en) the shares of \(changed.counted(.en)) of \(ids.count.counted(.en)) "
          + "\(name.en.lowercased()).",
        vi:
          "\(words.vi) chia sẻ của \(changed.counted(.vi)) trên \(ids.count.counted(.vi)) "
          + "\(entity.label.vi.lowercased())."
      )
    }
  }

  private static let columns = [
    RowColumn("code", .code, Label("Code", vi: "Mã")),
    RowColumn("with", .text, Label("Shared with", vi: "Chia sẻ với")),
    RowColumn("rights", .choice(rightsChoices), Label("Rights", vi: "Quyền")),
  ]

  static let rightsChoices = [
    Choice("view", Label("View", vi: "Xem")), Choice("edit", Label("Edit", vi: "Sửa")),
  ]

  private static func list(_ entity: Entity, _ session: Session) throws {
    var rows: [[Value]] = []
    try session.read { reader in
      for id in try Selection.ids(entity.kind, session, reader) {
        let code = try reader.label(entity.kind, id)
        for share in try reader.shares(entity.kind, id) {
          rows.append([
            .text(code), .text(try reader.text(of: share.principal)), .text(share.rights),
          ])
        }
      }
    }
    try session.putRows(rows, columns, key: "share", title: Label("Shares", vi: "Chia sẻ"))
  }
}
