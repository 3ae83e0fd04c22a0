import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm restore FILE`: a backup in the place of the database (RULES 14.2).
enum BackupRestoreCommand {
  static let summary = Label(
    "Put a backup in the place of the database", vi: "Khôi phục cơ sở dữ liệu từ bản sao lưu")

  static var command: Command<Session> {
    Command(
      ["restore"], summary,
      details: [
        Label(
          "The backup is checked first. The database as it was stays beside it, under a name such "
            + "as crm.sqlite.replaced-20261130-201500, from which it can be restored in turn. Asks "
            + "for the name of the database's file. A backup of an older format is upgraded by the "
            + "next command.",
          vi: "Bản sao lưu được kiểm tra trước. Dữ liệu đang có được giữ bên cạnh với tên như "
            + "crm.sqlite.replaced-20261130-201500, có thể khôi phục lại từ đó. Hỏi lại tên tệp "
            + "dữ liệu. Bản có định dạng cũ được lệnh tiếp theo nâng cấp.")
      ],
      operands: [
        Operand(
          "FILE", Label("The backup; - is standard input", vi: "Tệp sao lưu; - là đầu vào chuẩn"),
          completion: .files(.read, []))
      ],
      examples: [
        Example(
          "crm restore crm-20261130-201500.sqlite --dry-run",
          Label("Checks the backup and changes nothing", vi: "Kiểm tra, không thay đổi gì")),
        Example(
          "crm restore crm-20261130-201500.sqlite --confirm crm.sqlite",
          Label("Restores it without asking", vi: "Khôi phục không hỏi lại")),
        Example(
          "crm restore - --confirm crm.sqlite",
          Label(
            "Restores what another program gives, such as gzip -dc",
            vi: "Khôi phục từ chương trình khác, chẳng hạn gzip -dc")),
      ],
      replaces: { invocation, session in
        let file = invocation.operands[0]
        return Replacement { consent, tense in
          try Restoration.check(
            of: file == "-" ? .stream(session.environment.readLine) : .file(file),
            called: file == "-" ? Environment.standardInput : file, onto: session.databasePath,
            as: session.actor, at: session.moment, timeout: session.timeout
          ) { restoration in
            if let upgrade = restoration.upgrade { session.say(upgrade.said) }
            tellLoss(restoration, session)
            try consent(question(restoration, session))
            let old = tense == .past ? try restoration.run(at: session.moment) : nil
            tell(restoration, old, tense, session)
          }
        }
      })
  }

  private static func question(_ restoration: Restoration, _ session: Session) -> Work.Question {
    let word = FilePath.split(session.databasePath).name
    let what = contents(restoration.operations, restoration.newest, session)
    return .typedBack(
      word: word,
      what: Label(
        "This replaces all data in \(session.databasePath) by \(what.en)",
        vi: "Lệnh này thay toàn bộ dữ liệu trong \(session.databasePath) bằng \(what.vi)"),
      kept: Label("nothing was replaced", vi: "chưa thay gì"), isWord: { $0 == word })
  }

  /// Says what is there beside what the backup has, and what would be lost.
  private static func tellLoss(_ restoration: Restoration, _ session: Session) {
    guard let present = restoration.present else { return }
    let what = contents(present.operations, present.newest, session)
    let loss: Label
    switch present.history {
    case .contained: loss = Label("the backup has them all", vi: "bản sao lưu có đủ")
    case .longer(let count):
      let (en, vi) = (Money.text(count, .en), Money.text(count, .vi))
      loss = Label(
        "the backup is older: the last \(en) would be lost",
        vi: "bản sao lưu cũ hơn: sẽ mất \(vi) thao tác cuối")
    case .other:
      loss = Label(
        "the backup has another history: what was done here is not in it",
        vi: "bản sao lưu có lịch sử khác: không có những gì đã làm ở đây")
    }
    session.say(
      "There now: \(what.en); \(loss.en).", vi: "Đang có: \(what.vi); \(loss.vi).")
  }

  private static func contents(
    _ operations: Int, _ newest: Instant?, _ session: Session
  ) -> Label {
    let count = Int64(operations)
    let noun = count == 1 ? "operation" : "operations"
    let (en, vi) = (Money.text(count, .en), Money.text(count, .vi))
    guard let newest else {
      return Label("\(en) \(noun)", vi: "\(vi) thao tác")
    }
    let zone = session.moment.zone
    return Label(
      "\(en) \(noun), the newest of \(newest.text(in: zone, .en))",
      vi: "\(vi) thao tác, mới nhất lúc \(newest.text(in: zone, .vi))")
  }

  private static func tell(
    _ restoration: Restoration, _ old: String?, _ tense: Tense, _ session: Session
  ) {
    let deed = tense(Deed("restore", past: "Restored", vi: "khôi phục"))
    let what = contents(restoration.operations, restoration.newest, session)
    session.say(
      "\(deed.en) \(session.databasePath): \(what.en).",
      vi: "\(deed.vi) \(session.databasePath): \(what.vi).")
    guard let old else { return }
    let place =
      session.invocation.has("db") ? " --db \(shellWord(session.databasePath))" : ""
    let back = "crm restore \(shellWord(old))\(place)"
    session.say(
      "The old one is kept; to go back to it: \(back)",
      vi: "Bản cũ được giữ lại; để quay về: \(back)")
  }
}
