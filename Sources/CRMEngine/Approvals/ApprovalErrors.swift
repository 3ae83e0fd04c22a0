import CRMValues

/// What can be wrong with an approval, and what is to be said of one.
enum ApprovalErrors {
  static func wrongState(_ deed: ApprovalDeed, _ record: Record, _ state: String) throws -> CRMError
  {
    let called = try called(record)
    let label =
      StandardFields.approvalChoices.first { $0.key == state }?.label ?? Label(same: state)
    let command = "crm \(record.kind.rawValue)"
    let code = try code(of: record)
    var hints: [Label] = []
    switch (deed, state) {
    case (.approve, "none"), (.approve, "rejected"):
      hints = [
        Label(
          "Submit it first: \(command) submit \(code)",
          vi: "Hãy gửi phê duyệt trước: \(command) submit \(code)")
      ]
    case (.withdraw, "approved"):
      hints = [
        Label(
          "Who may approve takes it back: \(command) reject \(code) --reason TEXT",
          vi: "Người có quyền duyệt thu hồi bằng: \(command) reject \(code) --reason LÝ-DO")
      ]
    default: break
    }
    return CRMError(
      .conflict,
      "\(called.en) cannot be \(deed.participle.en): it is “\(label.en.lowercased())”",
      vi:
        "không thể \(deed.participle.vi) \(called.vi): đang ở trạng thái "
        + "“\(label.vi.lowercased())”",
      hints: hints)
  }

  static func own(
    _ record: Record, _ waiting: ApprovalWaiting, _ reader: Reader
  ) throws -> CRMError {
    let called = try called(record)
    return CRMError(
      .notPermitted, "who submitted \(called.en) does not decide on it",
      vi: "người gửi phê duyệt không được tự duyệt hay từ chối \(called.vi)",
      hints: [try whom(waiting, reader)]
        + [
          Label(
            "To take it back: crm \(record.kind.rawValue) withdraw \(try code(of: record))",
            vi: "Để rút lại: crm \(record.kind.rawValue) withdraw \(try code(of: record))")
        ])
  }

  static func notAsked(
    _ record: Record, _ waiting: ApprovalWaiting, _ reader: Reader
  ) throws -> CRMError {
    let called = try called(record)
    return CRMError(
      .notPermitted,
      "\(reader.actor.login) does not decide on \(called.en) at step \(waiting.step) of "
        + "\(waiting.steps)",
      vi: "\(reader.actor.login) không duyệt \(called.vi) ở bước \(waiting.step)/\(waiting.steps)",
      hints: [try whom(waiting, reader)])
  }

  private static func whom(_ waiting: ApprovalWaiting, _ reader: Reader) throws -> Label {
    guard !waiting.approvers.isEmpty else {
      return Label(
        "Nobody may approve it: give somebody the right, with 'crm role grant'.",
        vi: "Chưa ai duyệt được: hãy giao quyền duyệt bằng 'crm role grant'.")
    }
    let names = try waiting.approvers.prefix(5).map { try reader.label(.user, $0) }
    let list = names.joined(separator: ", ") + (waiting.approvers.count > names.count ? " …" : "")
    return Label("It waits for: \(list)", vi: "Đang chờ: \(list)")
  }

  static func hasChanged(_ record: Record, _ changes: [Label]) throws -> CRMError {
    let called = try called(record)
    let command = "crm \(record.kind.rawValue)"
    let code = try code(of: record)
    let list = changes.joined(separator: ", ")
    return CRMError(
      .conflict, "\(called.en) was changed since it was submitted: \(list.en)",
      vi: "\(called.vi) đã bị sửa sau khi gửi phê duyệt: \(list.vi)",
      hints: [
        Label(
          "See what: \(command) history \(code)", vi: "Xem đã sửa gì: \(command) history \(code)"),
        Label(
          "Let it be withdrawn and submitted anew, or reject it.",
          vi: "Hãy để rút lại và gửi phê duyệt lại, hoặc từ chối."),
      ])
  }

  /// An undo or redo of a deed after which there were others.
  static func wentOn(_ record: Record, _ target: Operation) throws -> CRMError {
    let called = try called(record)
    let history = "crm \(record.kind.rawValue) history \(try code(of: record))"
    return CRMError(
      .conflict,
      "operation \(target.number) cannot be undone: the approval of \(called.en) has gone on since",
      vi: "không hoàn tác được thao tác \(target.number): việc phê duyệt \(called.vi) đã thay đổi "
        + "từ đó",
      hints: [Label("See how: \(history)", vi: "Xem: \(history)")])
  }

  /// An undo or redo that would approve what was changed meanwhile.
  static func changedSince(
    _ record: Record, _ target: Operation, _ changes: [Label]
  ) throws -> CRMError {
    let called = try called(record)
    let list = changes.joined(separator: ", ")
    let submit = "crm \(record.kind.rawValue) submit \(try code(of: record))"
    return CRMError(
      .conflict,
      "operation \(target.number) cannot be undone: \(called.en) was changed since: \(list.en)",
      vi: "không hoàn tác được thao tác \(target.number): \(called.vi) đã bị sửa từ đó: \(list.vi)",
      hints: [
        Label(
          "Have it approved anew, submitted with: \(submit)",
          vi: "Hãy duyệt lại từ đầu, gửi phê duyệt bằng: \(submit)")
      ])
  }

  static func alone(_ record: Record) throws -> Label {
    let called = try called(record)
    return Label(
      "Nobody else can approve, so that who submitted \(called.en) did.",
      vi: "Không còn ai khác duyệt được nên người gửi tự duyệt \(called.vi).")
  }

  static func unknown(_ step: ApprovalStep, _ place: Int, of entity: Entity) -> Label {
    let plural = entity.plural.en.lowercased()
    let key = "approval.\(entity.kind.rawValue)"
    return Label(
      "Step \(place) of \(plural) names \(step.text), which is not there: who may approve all "
        + "\(plural) decides. Put it right: crm config set \(key) …",
      vi: "Bước duyệt \(place) của \(entity.label.vi.lowercased()) nêu \(step.vietnamese) không "
        + "còn nữa: "
        + "người có quyền duyệt tất cả sẽ duyệt. Sửa bằng: crm config set \(key) …")
  }

  static func undecided(_ step: ApprovalStep, _ place: Int, of entity: Entity) -> Label {
    let plural = entity.plural.en.lowercased()
    return Label(
      "Step \(place) names nobody who may approve \(plural) (\(step.text)): who may approve all of "
        + "them decides.",
      vi: "Bước \(place) không có ai được duyệt \(entity.label.vi.lowercased()) "
        + "(\(step.vietnamese)): "
        + "người có quyền duyệt tất cả sẽ duyệt.")
  }

  private static func called(_ record: Record) throws -> Label {
    record.entity.called(try code(of: record))
  }

  private static func code(of record: Record) throws -> String { try record[.code].text ?? "" }
}
