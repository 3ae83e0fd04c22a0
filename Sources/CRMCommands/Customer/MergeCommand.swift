import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer merge`: joins customers that are one and the same (SPEC 2.3).
enum MergeCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "merge"],
      Label("Merge customers into the first named", vi: "Gộp khách hàng vào khách hàng ghi đầu"),
      details: [
        Label(
          "Contacts, orders, care cards, transactions, shares and all else that refers to the "
            + "others moves to the first. Its empty fields are filled from the others in order; "
            + "phones, emails, groups and tags come together; the last contact is the latest; a "
            + "level still new gives way. The others go to the trash, their histories are shown "
            + "with the first's, and 'crm undo' takes all of it back.",
          vi: "Liên hệ, đơn hàng, thẻ chăm sóc, giao dịch, chia sẻ và mọi bản ghi liên quan chuyển "
            + "sang khách hàng đầu. Trường còn trống được điền từ các khách hàng sau theo thứ tự; "
            + "điện thoại, email, nhóm, thẻ gắn được gộp chung; lần liên hệ cuối lấy ngày mới nhất; "
            + "mức độ Mới nhường cho mức độ khác. Các khách hàng sau vào thùng rác, lịch sử được "
            + "xem chung, và 'crm undo' hoàn tác tất cả."),
        Label(
          "A customer never refers to itself: a referrer or employer that would come round to it "
            + "is emptied.",
          vi: "Khách hàng không bao giờ trỏ về chính mình: người giới thiệu hay tổ chức tạo thành "
            + "vòng lặp sẽ được bỏ trống."),
      ],
      operands: [RecordOperands.many(.customer)],
      options: [
        Option(
          "field", value: .one("FIELD=CODE", .fields(kind: "customer")),
          Label(
            "Take this field from that customer, empty or not",
            vi: "Lấy trường này từ khách hàng đó, kể cả khi trống"),
          repeats: true),
        Option(
          "pairs", value: .one("FILE", .files(["csv", "tsv", "txt"])),
          Label(
            "Merge many pairs at once: a code that stays and one that goes on each line; - reads "
              + "standard input",
            vi: "Gộp nhiều cặp cùng lúc: mỗi dòng một mã giữ lại và một mã gộp vào; - đọc đầu vào "
              + "chuẩn")),
      ] + GlobalOptions.writing,
      effect: .writes,
      examples: [
        Example(
          "crm customer merge KH000001 KH000007 KH000009",
          Label("KH000001 stays", vi: "Giữ lại KH000001")),
        Example(
          "crm customer merge KH000001 KH000007 --field name=KH000007",
          Label("With the name of KH000007", vi: "Lấy tên của KH000007")),
      ]
    ) { _, session in try run(session) }
  }

  /// What is to be merged: one group as named, or those of a list.
  private struct Plan {
    var groups: [(keep: Int64, others: [Int64])]
    var taken: [(position: Int, from: Int64)] = []

    var count: Int { groups.reduce(0) { $0 + $1.others.count } }
  }

  private static func run(_ session: Session) throws {
    let invocation = session.invocation
    let make: (Reader) throws -> Plan
    if let file = invocation.value("pairs") {
      guard invocation.operands.isEmpty, invocation.values("field").isEmpty else {
        throw CRMError(
          .usage, "--pairs stands alone: no codes and no --field beside it",
          vi: "--pairs dùng riêng, không kèm mã hay --field")
      }
      let pairs = try MergePairs(try session.bytes(of: file), name: file)
      make = { Plan(groups: try pairs.groups($0, name: file).groups) }
    } else {
      make = { try named(invocation, $0, session) }
    }
    let asks = session.canAsk && !session.isDryRun && !invocation.has("yes")
    if asks {
      try Selection.confirm(try session.read(make).count, .customer, session)
    }
    let result = try session.write { writer in
      let plan = try make(writer)
      let merge = try Merge(writer)
      for group in plan.groups {
        if Interruption.happened { throw Interruption.error }
        try merge.merge(group.keep, group.others, taking: plan.taken)
      }
      if session.isDryRun { try Preview.put(writer, session) }
      let one = plan.groups.count == 1 ? plan.groups.first : nil
      return (
        count: plan.count, kept: plan.groups.count, moved: merge.moved,
        code: try one.map { try writer.label(.customer, $0.keep) }
      )
    }
    tell(result.count, result.kept, result.code, result.moved, session)
  }

  private static func named(
    _ invocation: Invocation, _ reader: Reader, _ session: Session
  ) throws -> Plan {
    let operands = invocation.operands
    guard operands.count > 1 || operands == ["-"] else {
      throw CRMError(
        .usage, "which customers? Name the one that stays, then those that go into it",
        vi: "chưa chọn khách hàng: hãy ghi mã giữ lại rồi các mã gộp vào",
        hints: [Label(same: "crm customer merge KH000001 KH000002")])
    }
    if let twice = operands.first(where: { word in operands.count { $0 == word } > 1 }) {
      throw Merge.withItself(twice)
    }
    let ids = try Selection.ids(.customer, session, reader)
    guard ids.count > 1, let keep = ids.first else { throw Merge.withItself(operands[0]) }
    var plan = Plan(groups: [(keep, Array(ids.dropFirst()))])
    for text in invocation.values("field") {
      plan.taken.append(try MergeFieldOption.read(text, among: ids, reader))
    }
    return plan
  }

  private static func tell(
    _ count: Int, _ kept: Int, _ code: String?, _ moved: [(kind: Kind, count: Int)],
    _ session: Session
  ) {
    let dry = session.isDryRun
    let what = RecordCounts.name(Catalogue.entity(.customer), count)
    let into =
      code.map { Label(same: $0) } ?? RecordCounts.name(Catalogue.entity(.customer), kept)
    var en = "\(dry ? "Would merge" : "Merged") \(what.en) into \(into.en)"
    var vi = "\(dry ? "Sẽ gộp" : "Đã gộp") \(what.vi) vào \(into.vi)"
    if !moved.isEmpty {
      let list = RecordCounts.list(moved)
      en += ", moving \(list.en)"
      vi += ", chuyển \(list.vi)"
    }
    session.say(Label(en + ".", vi: vi + "."))
    if !dry, count > 0 { session.say("Take it back with: crm undo", vi: "Hoàn tác bằng: crm undo") }
  }
}
