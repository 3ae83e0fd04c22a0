import CRMCore
import CRMEngine
import CRMValues

/// A record that waits for approval.
struct PendingApproval {
  let kind: Kind
  let id: Int64
  let code: String
  let name: String?
  let amount: Int64?
  /// Seconds since 1970 UTC; nil where nobody knows any more.
  let since: Int64?
  /// What was said when it was submitted, or decided last.
  let note: String?
  let waiting: ApprovalWaiting

  /// Returns those that the actor sees, what has waited longest first.
  static func all(_ kinds: [Kind], _ reader: Reader) throws -> [PendingApproval] {
    var seen: [(record: Record, amount: Int64?)] = []
    for kind in kinds {
      let entity = reader.entity(kind)
      var query = Query(kind)
      // By this, and not by the state, the few that wait are found without looking at the others.
      query.conditions = [Criterion.compare(StandardField.approvalStep.rawValue, .atLeast, "1")]
      let amount = entity.listed.compactMap(entity.field).first { $0.kind == .money }
      for id in try reader.ids(query) {
        guard let record = try reader.record(kind, id) else { continue }
        seen.append((record, amount.flatMap { record[$0.name].integer }))
      }
    }
    // Who may decide is asked beyond what the actor sees, once for all of them.
    let found = try reader.acrossOwners {
      try seen.compactMap { record, amount -> PendingApproval? in
        guard let waiting = try reader.waiting(record.kind, record.id) else { return nil }
        let nameField = record.entity.nameField
        return PendingApproval(
          kind: record.kind, id: record.id, code: try reader.label(record.kind, record.id),
          name: nameField == "code" ? nil : record[nameField].text, amount: amount,
          since: try record[.submitted].integer, note: try record[.approvalNote].text,
          waiting: waiting)
      }
    }
    return found.enumerated().sorted { left, right in
      let (one, other) = (left.element.since ?? 0, right.element.since ?? 0)
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  static let columns = [
    RowColumn.kind,
    RowColumn("code", .code, Label("Code", vi: "Mã")),
    RowColumn("name", .text, Label("Name", vi: "Tên")),
    RowColumn("amount", .money, Label("Amount", vi: "Số tiền")),
    RowColumn("step", .integer, Label("Step", vi: "Bước")),
    RowColumn("steps", .integer, Label("Steps", vi: "Số bước")),
    RowColumn("waits_for", .text, Label("Waits for", vi: "Chờ người duyệt")),
    RowColumn("submitted_by", .text, Label("Submitted by", vi: "Người gửi")),
    RowColumn("since", .instant, Label("Since", vi: "Từ lúc")),
  ]

  /// - Parameter isForPeople: whether many approvers are told by their number.
  func values(_ reader: Reader, _ session: Session, isForPeople: Bool) throws -> [Value] {
    let whom = try WaitingText.names(waiting, reader, most: isForPeople ? 3 : .max)
    let isForNobody = waiting.approvers.isEmpty && !isForPeople
    return [
      .text(kind.rawValue), .text(code), name.map(Value.text) ?? .null,
      amount.map(Value.integer) ?? .null, .integer(Int64(waiting.step)),
      .integer(Int64(waiting.steps)), isForNobody ? .null : .text(session.text(whom)),
      try waiting.submitter.map { .text(try reader.label(.user, $0)) } ?? .null,
      since.map(Value.integer) ?? .null,
    ]
  }
}
