import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension CommentCommands {
  /// Something one user says of a comment.
  struct Mark: Sendable {
    let verb: String
    let summary: Label
    let done: Deed
    let apply: @Sendable (Writer, Int64) throws -> Bool

    static let like = Mark(
      verb: "like", summary: Label("Like comments", vi: "Thích trao đổi"),
      done: Deed("like", past: "Liked", vi: "thích")
    ) { try $0.like($1, true) }

    static let unlike = Mark(
      verb: "unlike", summary: Label("Like comments no longer", vi: "Bỏ thích trao đổi"),
      done: Deed("no longer like", past: "No longer liked", vi: "bỏ thích")
    ) { try $0.like($1, false) }

    static let acknowledge = Mark(
      verb: "ack",
      summary: Label(
        "Confirm comments that mention me", vi: "Xác nhận đã đọc trao đổi nhắc tới tôi"),
      done: Deed("acknowledge", past: "Acknowledged", vi: "xác nhận")
    ) { try $0.acknowledge($1) }
  }

  static func mark(_ mark: Mark) -> Command<Session> {
    Command(
      ["comment", mark.verb], mark.summary, operands: [RecordOperands.many(entity)],
      selects: .comment,

      examples: [Example("crm comment \(mark.verb) TD000001", mark.summary)],
      writes: { _, session in
        Work(on: ChosenRecords(.comment, session)) { writing, ids in
          try apply(mark.done, to: ids, writing, mark.apply)
        }
      })
  }

  /// How reading is told.
  static let reading = Deed(
    past: Label("Read", vi: "Đã đọc"),
    conditional: Label("Would mark as read", vi: "Sẽ đánh dấu đã đọc"))

  /// `crm comment read`: comments as read, by code, of a customer, or all.
  static var read: Command<Session> {
    Command(
      ["comment", "read"], Label("Mark comments as read", vi: "Đánh dấu đã đọc trao đổi"),
      details: [
        Label(
          "Comments are unread for the owner, the viewers, those the customer is shared with for "
            + "editing and those mentioned, at the time they are written.",
          vi:
            "Trao đổi là chưa đọc với chủ sở hữu, người xem, người được chia sẻ quyền sửa và "
            + "người được nhắc tên, vào lúc đăng.")
      ],
      operands: [
        Operand(
          "CODE", Label("Codes of comments or customers", vi: "Mã trao đổi hoặc khách hàng"),
          arity: .many, completion: .codes(kind: Kind.customer.rawValue))
      ],
      options: [Option("all", Label("All I have not read", vi: "Tất cả trao đổi tôi chưa đọc"))],
      several: true,

      examples: [
        Example(
          "crm comment read KH000001",
          Label("All there are of it", vi: "Tất cả trao đổi đó"))
      ],
      writes: { invocation, session in
        guard invocation.has("all") || !invocation.operands.isEmpty else {
          throw CRMError(
            .usage, "which comments? Give codes of comments or customers, or --all",
            vi: "chưa chọn trao đổi: hãy ghi mã trao đổi, mã khách hàng hoặc --all")
        }
        return Work { writing in
          try markRead(invocation.operands, all: invocation.has("all"), writing)
        }
      })
  }

  /// Marks comments as read.
  ///
  /// - Parameters:
  ///   - operands: codes of comments, and of customers for all of theirs.
  ///   - isAll: whether all are marked that the actor has not read.
  ///   - isQuiet: whether nothing is said where none was unread.
  static func markRead(
    _ operands: [String], all isAll: Bool, _ writing: Writing, quiet isQuiet: Bool = false
  ) throws {
    let writer = writing.writer
    var ids: [Int64] = isAll ? try unread(of: nil, writing) : []
    for operand in operands {
      let found = try writer.one(of: [.comment, .customer], operand)
      ids +=
        found.kind == .comment
        ? [found.id] : try unread(of: writer.label(found.kind, found.id), writing)
    }
    guard !ids.isEmpty || !isQuiet else { return }
    try apply(reading, to: ids, writing) { try $0.markRead($1) }
  }

  private static func unread(
    of customer: String?, _ writing: Writing
  ) throws -> [Int64] {
    guard let unread = try UnreadCriterion.comments(writing.session, writing.writer) else {
      return []
    }
    var query = Query(.comment)
    query.conditions = [unread]
    if let customer { query.conditions.append(Criterion.equals("customer", customer)) }
    return try writing.writer.ids(query)
  }

  private static func apply(
    _ done: Deed, to ids: [Int64], _ writing: Writing,
    _ change: (Writer, Int64) throws -> Bool
  ) throws {
    var changed: [Int64] = []
    for id in ids where try change(writing.writer, id) { changed.append(id) }
    let only = changed.count == 1 ? try writing.writer.label(.comment, changed[0]) : nil
    let what = RecordCounts.name(entity, changed.count, only)
    let words = writing.tense(done)
    writing.say("\(words.en): \(what.en).", vi: "\(words.vi): \(what.vi).")
  }
}
