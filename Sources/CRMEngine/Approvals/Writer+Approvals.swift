import CRMValues

extension Writer {
  /// Submits a record for approval, decides on it, or withdraws it; who is asked and who is waiting
  /// for an answer is told (RULES 9.8).
  ///
  /// - Parameter reason: what is said beside it; nil for nothing.
  /// - Returns: for whom it waits then; nil where it no longer waits.
  /// - Throws: ``CRMError`` of kind conflict for a record in another state, and for one that others
  ///   changed since; of kind notPermitted for who may not.
  @discardableResult
  public func carryOut(
    _ deed: ApprovalDeed, _ kind: Kind, _ id: Int64, reason: String?
  ) throws -> ApprovalWaiting? {
    guard let record = try record(kind, id) else { return nil }
    let state = try record[.approval].text ?? "none"
    guard deed.from.contains(state) else {
      throw try ApprovalErrors.wrongState(deed, record, state)
    }
    let submitter = try record[.submittedBy].integer
    switch deed {
    case .submit: return try submit(record, reason)
    case .approve: return try approve(record, reason)
    case .reject:
      if state == "approved" {
        try permit(.approve, record)
      } else if let waiting = try approvers.waiting(record) {
        try refuseOthers(record, waiting)
      }
      try mark(record, "rejected", reason)
      if let submitter { tell(.rejected, kind, id, to: .user(submitter), text: reason) }
    case .withdraw:
      // Who may not change it any more takes back what is their own.
      if submitter == nil || submitter != actor.user { try permit(.edit, record) }
      try mark(record, "none", reason)
    }
    return nil
  }

  private func submit(_ record: Record, _ reason: String?) throws -> ApprovalWaiting {
    try permit(.edit, record)
    for (place, step) in try approvers.steps(of: record.kind).enumerated()
    where try isUnknown(step) {
      note(ApprovalErrors.unknown(step, place + 1, of: record.entity))
    }
    let waiting = try approvers.waiting(record, at: 1, submitter: actor.user)
    var values = record.values
    values[try record.entity.position(of: .submittedBy)] = actor.user.map(Value.integer) ?? .null
    values[try record.entity.position(of: .submitted)] = .integer(nowSeconds)
    try mark(record, values, "submitted", reason, step: 1)
    ask(waiting, record, reason)
    return waiting
  }

  private func approve(_ record: Record, _ reason: String?) throws -> ApprovalWaiting? {
    guard let waiting = try checkApproving(record) else { return nil }
    if waiting.submitter == actor.user { note(try ApprovalErrors.alone(record)) }
    guard waiting.step < waiting.steps else {
      try mark(record, "approved", reason)
      if let submitter = waiting.submitter {
        tell(.approved, record.kind, record.id, to: .user(submitter), text: reason)
      }
      return nil
    }
    try mark(record, record.values, "submitted", reason, step: waiting.step + 1)
    let next = try approvers.waiting(
      record, at: waiting.step + 1, submitter: waiting.submitter, after: actor.user)
    ask(next, record, reason)
    if let submitter = waiting.submitter {
      tell(.stepApproved, record.kind, record.id, to: .user(submitter), text: reason)
    }
    return next
  }

  private func ask(_ waiting: ApprovalWaiting, _ record: Record, _ reason: String?) {
    for user in waiting.approvers {
      tell(.asked, record.kind, record.id, to: .user(user), text: reason)
    }
  }

  /// Refuses to approve a record that does not wait, or of which the actor does not decide, or that
  /// others changed.
  ///
  /// - Returns: for whom it waits; nil for a record of a kind that goes through no approval.
  @discardableResult
  func checkApproving(_ record: Record) throws -> ApprovalWaiting? {
    guard record.entity.traits.contains(.approvable) else { return nil }
    guard let waiting = try approvers.waiting(record) else {
      throw try ApprovalErrors.wrongState(.approve, record, record[.approval].text ?? "none")
    }
    try refuseOthers(record, waiting)
    let changed = try changesOfOthers(record)
    guard changed.isEmpty else { throw try ApprovalErrors.hasChanged(record, changed) }
    return waiting
  }

  /// Refuses who may not decide on a record that waits.
  func refuseOthers(_ record: Record, _ waiting: ApprovalWaiting) throws {
    guard !approvers.mayDecide(waiting) else { return }
    if waiting.submitter == actor.user { throw try ApprovalErrors.own(record, waiting, self) }
    // A right is what is missing only where the step would take whoever has it.
    if let user = actor.user, waiting.isOpen || waiting.named.contains(user) {
      try require(.approve, record)
    }
    throw try ApprovalErrors.notAsked(record, waiting, self)
  }

  /// Whether a step names what is not there any more.
  private func isUnknown(_ step: ApprovalStep) throws -> Bool {
    switch step {
    case .manager: return false
    case .role(let name): return try resolve(.role, name).isEmpty
    case .group(let name): return try resolve(.userGroup, name).isEmpty
    case .user(let login): return try resolve(.user, login).isEmpty
    }
  }

  /// Says what has become of a record; whoever was asked is waited for no more.
  private func mark(_ record: Record, _ state: String, _ reason: String?) throws {
    try mark(record, record.values, state, reason, step: nil)
  }

  private func mark(
    _ record: Record, _ given: [Value], _ state: String, _ reason: String?, step: Int?
  ) throws {
    var values = given
    values[try record.entity.position(of: .approval)] = .text(state)
    values[try record.entity.position(of: .approvalNote)] = reason.map(Value.text) ?? .null
    values[try record.entity.position(of: .approvalStep)] =
      step.map { .integer(Int64($0)) } ?? .null
    let changed = values.indices.filter { values[$0] != record.values[$0] }
    try apply(try statements(record.kind), record, values, changed: changed)
    notifications.answered.append((record.kind, record.id))
  }
}
