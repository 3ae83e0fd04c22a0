import CRMValues

/// What somebody did to a record on its way to being approved.
public struct ApprovalEvent: Hashable, Sendable {
  public let deed: ApprovalDeed
  /// The step that was decided; nil where none was.
  public let step: Int?
  /// Seconds since 1970 UTC.
  public let time: Int64
  /// The login of who did it.
  public let actor: String
  public let reason: String?
}

extension Reader {
  /// Returns for whom a record waits that is submitted, whoever that is; nil for one that is not.
  public func waiting(_ kind: Kind, _ id: Int64) throws -> ApprovalWaiting? {
    guard let record = try record(kind, id) else { return nil }
    // Who may decide does not hang on what the actor sees of what holds the record.
    return try acrossOwners { try approvers.waiting(record) }
  }

  /// Whether the actor may decide on what waits.
  public func mayDecide(_ waiting: ApprovalWaiting) -> Bool { approvers.mayDecide(waiting) }

  /// Returns what was done to a record on its way to being approved, oldest first, without what was
  /// taken back.
  public func approvalEvents(_ kind: Kind, _ id: Int64) throws -> [ApprovalEvent] {
    var step: Int?
    return try OperationLog.history(self, kind, id).compactMap { change in
      guard change.action == .edit, change.fields.contains(where: \.0.isOfApproval),
        let operation = try OperationLog.operation(self, change.operation), operation.stands
      else { return nil }
      func new(_ field: StandardField) -> Value? {
        change.fields.first { $0.0.name == field.rawValue }?.2
      }
      let state = new(.approval)?.text
      let decided = step
      if let now = new(.approvalStep) { step = now.integer.map(Int.init) }
      let deed: ApprovalDeed
      switch state {
      case "submitted": deed = .submit
      case "approved", nil: deed = .approve
      case "rejected": deed = .reject
      default: deed = .withdraw
      }
      let isDecision = deed == .approve || deed == .reject
      return ApprovalEvent(
        deed: deed, step: isDecision ? decided : nil, time: operation.time, actor: operation.actor,
        reason: new(.approvalNote)?.text)
    }
  }
}

extension Reader {
  /// The users who approved an earlier step of what a record waits for.
  func deciders(_ record: Record, before step: Int) throws -> Set<Int64> {
    guard step > 1 else { return [] }
    var found: Set<Int64> = []
    for event in try approvalEvents(record.kind, record.id) {
      if event.deed != .approve {
        found = []
      } else if event.step ?? step < step, let user = try find(.user, code: event.actor)?.id {
        found.insert(user)
      }
    }
    return found
  }
}

extension Operation {
  /// Whether it was neither taken back nor takes another back.
  fileprivate var stands: Bool { undoes == nil && undoneBy == nil }
}

extension Field {
  fileprivate var isOfApproval: Bool { StandardFields.isOfApproval(self) }
}
