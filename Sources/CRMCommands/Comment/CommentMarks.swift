import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension CommentCommands {
  /// Something one user says of a comment.
  struct Mark: Sendable {
    let verb: String
    let summary: Label
    let done: Label
    let apply: @Sendable (Writer, Int64) throws -> Bool

    static let like = Mark(
      verb: "like", summary: Label("Like comments", vi: "Thích trao đổi"),
      done: Label("Liked", vi: "Đã thích")
    ) { try $0.like($1, true) }

    static let unlike = Mark(
      verb: "unlike", summary: Label("Like comments no longer", vi: "Bỏ thích trao đổi"),
      done: Label("No longer liked", vi: "Đã bỏ thích")
    ) { try $0.like($1, false) }

    static let acknowledge = Mark(
      verb: "ack",
      summary: Label(
        "Confirm comments that mention me", vi: "Xác nhận đã đọc trao đổi nhắc tới tôi"),
      done: Label("Acknowledged", vi: "Đã xác nhận")
    ) { try $0.acknowledge($1) }
  }

  static func mark(_ mark: Mark) -> Command<Session> {
    Command(
      ["comment", mark.verb], mark.summary, operands: [RecordOperands.many(entity)],
      options: GlobalOptions.selecting(Kind.comment.rawValue) + GlobalOptions.writing,
      effect: .writes,
      examples: [Example("crm comment \(mark.verb) TD000001", mark.summary)]
    ) { _, session in
      try session.change(.comment) { writer, ids in
        try apply(mark.done, to: ids, writer, session, mark.apply)
      }
    }
  }

  /// `crm comment read`: comments as read, by code, of a customer, or all.
  static var read: Command<Session> {
    Command(
      ["comment", "read"],
      Label("Mark comments as read", vi: "Đánh dấu trao đổi đã đọc"),
      details: [
        Label(
          "Comments are unread for the owner, the viewers, those the customer is shared with for "
            + "editing and those mentioned, at the time they are written.",
          vi:
            "Trao đổi là chưa đọc với người phụ trách, người xem, người được chia sẻ quyền sửa và "
            + "người được nhắc tên, vào lúc đăng.")
      ],
      operands: [
        Operand(
          "CODE", Label("Codes of comments or customers", vi: "Mã trao đổi hoặc khách hàng"),
          arity: .many, completion: .codes(kind: Kind.customer.rawValue))
      ],
      options: [Option("all", Label("All I have not read", vi: "Tất cả trao đổi tôi chưa đọc"))]
        + GlobalOptions.writing,
      effect: .writes,
      examples: [
        Example("crm comment read KH000001", Label("All of one customer", vi: "Của một khách hàng"))
      ]
    ) { invocation, session in
      guard invocation.has("all") || !invocation.operands.isEmpty else {
        throw CRMError(
          .usage, "which comments? Give codes of comments or customers, or --all",
          vi: "chưa chọn trao đổi: hãy ghi mã trao đổi, mã khách hàng hoặc --all")
      }
      try session.write { writer in
        var ids: [Int64] = []
        if invocation.has("all") { ids += try unread(of: nil, writer, session) }
        for operand in invocation.operands {
          if let found = try writer.resolve(.comment, cleaned(operand)).first {
            ids.append(found)
          } else {
            let customer = try writer.label(.customer, writer.one(.customer, operand))
            ids += try unread(of: customer, writer, session)
          }
        }
        try apply(Label("Read", vi: "Đã đọc"), to: ids, writer, session) { try $0.markRead($1) }
      }
    }
  }

  private static func unread(
    of customer: String?, _ writer: Writer, _ session: Session
  ) throws -> [Int64] {
    guard let unread = try UnreadCriterion.comments(session, writer) else { return [] }
    var query = Query(.comment)
    query.conditions = [unread]
    if let customer { query.conditions.append(Criterion.equals("customer", customer)) }
    return try writer.ids(query)
  }

  private static func apply(
    _ done: Label, to ids: [Int64], _ writer: Writer, _ session: Session,
    _ change: (Writer, Int64) throws -> Bool
  ) throws {
    var changed: [Int64] = []
    for id in ids where try change(writer, id) { changed.append(id) }
    if session.isDryRun { try Preview.put(writer, session) }
    let only = changed.count == 1 ? try writer.label(.comment, changed[0]) : nil
    let what = RecordCounts.name(entity, changed.count, only)
    session.say(
      "\(done.en)\(session.isDryRun ? " (dry run)" : ""): \(what.en).",
      vi: "\(done.vi)\(session.isDryRun ? " (thử)" : ""): \(what.vi).")
  }
}
