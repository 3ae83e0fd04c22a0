import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer merge`: joins customers that are one and the same (RULES 3.4).
enum MergeCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "merge"],
      Label(
        "Merge duplicate customers into the first named",
        vi: "Gộp khách hàng trùng vào khách hàng ghi đầu"),
      details: [
        Label(
          "Contacts, orders, care cards, transactions, shares and all else that refers to the "
            + "others moves to the first. Its empty fields are filled from the others in order; "
            + "phones, emails, groups, tags and notes come together; the last contact is the latest; a "
            + "level still new gives way; which other values differ is said. The others go to the trash, their histories are shown "
            + "with the first's, and 'crm undo' takes all of it back.",
          vi: "Liên hệ, đơn hàng, thẻ chăm sóc, giao dịch, chia sẻ và mọi bản ghi liên quan chuyển "
            + "sang khách hàng đầu. Trường còn trống được điền từ các khách hàng sau theo thứ tự; "
            + "điện thoại, email, nhóm, thẻ gắn, ghi chú được gộp chung; lần liên hệ cuối lấy ngày mới "
            + "nhất; mức độ Mới nhường cho mức độ khác; giá trị khác nhau được báo lại. Các khách hàng sau vào thùng rác, lịch sử được "
            + "xem chung, và 'crm undo' hoàn tác tất cả."),
        Label(
          "A customer never refers to itself: a referrer or employer that would come round to it "
            + "is emptied.",
          vi: "Khách hàng không bao giờ chỉ đến chính mình: người giới thiệu hay tổ chức tạo thành "
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
          "pairs", value: .one("FILE", .files(.read, ["csv", "tsv", "txt"])),
          Label(
            "Merge many pairs at once: a code that stays and one that goes on each line; - reads "
              + "standard input",
            vi: "Gộp nhiều cặp cùng lúc: mỗi dòng một mã giữ lại và một mã gộp vào; - đọc đầu vào "
              + "chuẩn")),
      ], several: true,

      examples: [
        Example(
          "crm customer merge KH000001 KH000007 KH000009",
          Label("KH000001 stays", vi: "Giữ lại KH000001")),
        Example(
          "crm customer merge KH000001 KH000007 --field name=KH000007",
          Label("With the name of KH000007", vi: "Lấy tên của KH000007")),
      ],
      writes: { _, session in try work(session) })
  }

  /// What is to be merged: one group as named, or those of a list.
  private struct Plan {
    var groups: [(keep: Int64, others: [Int64])]
    var taken: [(position: Int, from: Int64)] = []
    /// Lines of a list that are left out, and why.
    var leftOut: [Label] = []

    var count: Int { groups.reduce(0) { $0 + $1.others.count } }
  }

  private static func work(_ session: Session) throws -> Work {
    let invocation = session.invocation
    let make: (Reader) throws -> Plan
    if let file = invocation.value("pairs") {
      guard invocation.operands.isEmpty, invocation.values("field").isEmpty else {
        throw CRMError(
          .usage, "--pairs stands alone: no codes and no --field beside it",
          vi: "--pairs dùng riêng, không kèm mã hay --field")
      }
      let pairs = try MergePairs(try session.bytes(of: file), name: file)
      make = { reader in
        let groups = try pairs.groups(reader, name: file)
        return Plan(
          groups: groups.groups, leftOut: try pairs.leftOut(groups, reader, name: file))
      }
    } else {
      let chosen = ChosenRecords(.customer, session)
      make = { try named(invocation, $0, chosen) }
    }
    let question = Work.Question.rehearsed(.customer, always: false) { reader in
      let what = RecordCounts.name(Catalogue.entity(.customer), try make(reader).count)
      return Label("Merge \(what.en)", vi: "Gộp \(what.vi)")
    }
    return Work(asking: question) { writing in
      let writer = writing.writer
      let plan = try make(writer)
      let merge = try Merge(writer)
      for group in plan.groups {
        if Interruption.happened { throw Interruption.error }
        try merge.merge(group.keep, group.others, taking: plan.taken)
      }
      let one = plan.groups.count == 1 ? plan.groups.first : nil
      let code = try one.map { try writer.label(.customer, $0.keep) }
      tell(plan, code, merge.moved, writing)
      for line in plan.leftOut { writing.say(line.en, vi: line.vi) }
      if let aside = MergeCommand.aside(merge.aside) { writing.say(aside.en, vi: aside.vi) }
    }
  }

  /// Says what of those that went differs from what stays and is found with them.
  private static func aside(_ aside: [(code: String, fields: [Field])]) -> Label? {
    guard !aside.isEmpty else { return nil }
    func list(_ text: (Label) -> String) -> String {
      aside.prefix(10).map { entry in
        "\(entry.code) (\(entry.fields.map { text($0.label) }.joined(separator: ", ")))"
      }.joined(separator: ", ") + (aside.count > 10 ? ", …" : "")
    }
    return Label(
      "Values that differ stay with those in the trash: \(list(\.en)) (to take one: crm undo, "
        + "then merge with --field)",
      vi: "Giá trị khác nhau vẫn nằm ở khách hàng trong thùng rác: \(list(\.vi)) "
        + "(muốn lấy: crm undo rồi gộp lại với --field)"
    )
  }

  private static func named(
    _ invocation: Invocation, _ reader: Reader, _ chosen: ChosenRecords
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
    let ids = try chosen.ids(reader)
    guard ids.count > 1, let keep = ids.first else { throw Merge.withItself(operands[0]) }
    var plan = Plan(groups: [(keep, Array(ids.dropFirst()))])
    for text in invocation.values("field") {
      plan.taken.append(try MergeFieldOption.read(text, among: ids, reader))
    }
    return plan
  }

  private static func tell(
    _ plan: Plan, _ code: String?, _ moved: [(kind: Kind, count: Int)], _ writing: Writing
  ) {
    let entity = Catalogue.entity(.customer)
    let what = RecordCounts.name(entity, plan.count)
    let into = code.map { Label(same: $0) } ?? RecordCounts.name(entity, plan.groups.count)
    let words = writing.tense(Deed("merge", past: "Merged", vi: "gộp"))
    var en = "\(words.en) \(what.en) into \(into.en)"
    var vi = "\(words.vi) \(what.vi) vào \(into.vi)"
    if !moved.isEmpty {
      let list = RecordCounts.list(moved)
      en += ", moving \(list.en)"
      vi += ", chuyển \(list.vi)"
    }
    writing.say(en + ".", vi: vi + ".")
    if writing.lands, plan.count > 0 {
      writing.say("Take it back with: crm undo", vi: "Hoàn tác bằng: crm undo")
    }
  }
}
