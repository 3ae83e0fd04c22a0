import CRMValues

/// What it takes to take a deed of an approval back, or to do it again: what the deed itself would
/// take today (RULES 9.11).
extension Writer {
  /// Returns a change of an operation as it may be reversed: what submits a record again submits it
  /// in the actor's name, at the first step.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted for who may not; of kind conflict where an approval
  ///   would come to be of something that has changed since.
  func reversal(of change: ReversedChange, by target: Operation) throws -> ReversedChange {
    let entity = change.entity
    guard change.action == .edit, entity.traits.contains(.approvable), let record = change.record,
      change.moved.contains(where: { StandardFields.isOfApproval(entity.fields[$0.position]) })
    else { return change }
    let places = (
      state: try entity.position(of: .approval), step: try entity.position(of: .approvalStep)
    )
    var then = record.values
    for moved in change.moved {
      // By no force: half of a later deed would stay.
      if moved.position == places.state || moved.position == places.step,
        record.values[moved.position] != moved.new
      {
        throw try ApprovalErrors.wentOn(record, target)
      }
      then[moved.position] = moved.old
    }
    let (from, to) = (record.values[places.state].text ?? "none", then[places.state].text ?? "none")
    let (old, new) = (record.values[places.step].integer ?? 1, then[places.step].integer ?? 1)
    let isRedo = target.undoes != nil
    switch (from, to) {
    case ("submitted", "approved"): try approveAgain(record, target, isLast: true)
    case ("submitted", "submitted") where new > old:
      try approveAgain(record, target, isLast: false)
    case (_, "approved"):
      let last = max(1, try approvers.steps(of: record.kind).count)
      try decideAgain(record, at: last)
      try refuseChanged(record, since: target)
    case ("submitted", "submitted"), ("approved", "submitted"),
      ("rejected", "submitted") where !isRedo:
      try decideAgain(record, at: Int(new))
      if new > 1 { try refuseChanged(record, since: target) }
    case (_, "submitted"):
      try require(.edit, record)
      return try anew(change, record)
    case ("approved", _): try require(.approve, record)
    case ("submitted", "rejected") where isRedo: try decideAgain(record, at: Int(old))
    default:
      let submitter = try record[.submittedBy].integer
      if submitter == nil || submitter != actor.user { try require(.edit, record) }
    }
    return change
  }

  private func approveAgain(_ record: Record, _ target: Operation, isLast: Bool) throws {
    guard let waiting = try checkApproving(record) else { return }
    guard (waiting.step >= waiting.steps) == isLast else {
      throw try ApprovalErrors.wentOn(record, target)
    }
    try refuseChanged(record, since: target)
  }

  private func decideAgain(_ record: Record, at step: Int) throws {
    let submitter = try record[.submittedBy].integer
    try refuseOthers(record, approvers.waiting(record, at: step, submitter: submitter))
  }

  private func refuseChanged(_ record: Record, since target: Operation) throws {
    let changed = try changes(of: record, after: target.number) { _ in true }
    guard changed.isEmpty else {
      throw try ApprovalErrors.changedSince(record, target, changed)
    }
  }

  /// Makes a change that puts a submission back a new one.
  private func anew(_ change: ReversedChange, _ record: Record) throws -> ReversedChange {
    let entity = change.entity
    let own: [(StandardField, Value)] = [
      (.approvalStep, .integer(1)),
      (.submittedBy, actor.user.map(Value.integer) ?? .null),
      (.submitted, .integer(nowSeconds)),
    ]
    var made = change
    for (field, value) in own {
      let position = try entity.position(of: field)
      made.changes.removeAll { $0.position == position }
      made.changes.append((position, value, record.values[position]))
    }
    return made
  }
}
