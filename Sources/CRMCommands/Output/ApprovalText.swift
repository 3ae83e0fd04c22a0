import CRMCore
import CRMEngine
import CRMValues

/// Below the fields of a record: for whom it waits, and who decided what and when.
enum ApprovalText {
  static func put(_ entity: Entity, _ id: Int64, _ session: Session, _ reader: Reader) throws {
    guard entity.traits.contains(.approvable) else { return }
    let events = try reader.approvalEvents(entity.kind, id)
    let waiting = try reader.waiting(entity.kind, id)
    guard !events.isEmpty || waiting != nil else { return }
    try session.put("")
    try session.put(session.text(Label("Approval", vi: "Phê duyệt")))
    let style = session.style(.table)
    let users = UserNames(reader)
    for event in events {
      let time = FieldKind.instant.cell(.integer(event.time), style).text
      let deed = words(event)
      let reason = event.reason.map { ": \($0)" } ?? ""
      try session.put("  \(time)  \(try users.both(event.actor))  \(session.text(deed))\(reason)")
    }
    guard let waiting else { return }
    let whom = try WaitingText.names(waiting, reader, most: 10, called: users.both)
    try session.put(
      "  "
        + session.text(
          Label(
            "Step \(waiting.step) of \(waiting.steps) waits for \(whom.en)",
            vi: "Bước \(waiting.step)/\(waiting.steps) chờ \(whom.vi) duyệt")))
  }

  private static func words(_ event: ApprovalEvent) -> Label {
    let step = event.step.map { Label(" (step \($0))", vi: " (bước \($0))") } ?? Label(same: "")
    let deed: Label
    switch event.deed {
    case .submit: deed = Label("submitted", vi: "gửi phê duyệt")
    case .approve: deed = Label("approved", vi: "phê duyệt")
    case .reject: deed = Label("rejected", vi: "từ chối")
    case .withdraw: deed = Label("withdrew", vi: "rút lại")
    }
    return Label(deed.en + step.en, vi: deed.vi + step.vi)
  }
}
