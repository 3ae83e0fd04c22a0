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

extension Writer {
  /// Returns what others than the actor changed of a record, or of its parts, since it was submitted
  /// or last decided: the names of fields and parts, each with who changed it.
  func changesOfOthers(_ record: Record) throws -> [Label] {
    var operations: [Int64: Operation] = [:]
    let changes = try OperationLog.wholeHistory(self, record.kind, record.id).filter { change in
      if operations[change.operation] == nil {
        operations[change.operation] = try OperationLog.operation(self, change.operation)
      }
      return operations[change.operation]?.stands == true && change.kind != .share
    }
    let last = changes.lastIndex {
      $0.kind == record.kind && $0.fields.contains(where: \.0.isOfApproval)
    }
    var found: [Label] = []
    for change in changes[(last.map { $0 + 1 } ?? 0)...] {
      guard let operation = operations[change.operation], !actor.isMe(operation.actor) else {
        continue
      }
      var names: [Label] = []
      if change.kind != record.kind {
        if change.action != .follow { names = [entity(change.kind).label] }
      } else if change.action == .edit {
        names = change.fields.map(\.0.label)
      }
      for name in names {
        let label = Label("\(name.en) (\(operation.actor))", vi: "\(name.vi) (\(operation.actor))")
        if !found.contains(label) { found.append(label) }
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
