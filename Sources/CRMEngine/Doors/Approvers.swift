import CRMValues

/// For whom a record waits that was submitted.
public struct ApprovalWaiting: Hashable, Sendable {
  /// From 1 on.
  public let step: Int
  public let steps: Int
  /// The ids of those who may decide, in the order of their logins; none where nobody may.
  public let approvers: [Int64]
  /// Whether it is for nobody in particular to decide: the kind has no steps, or this one names
  /// nobody who may, so that those do who approve everything.
  let isOpen: Bool
  /// The users whom the step names, whatever they may do.
  let named: Set<Int64>
  /// Nil where who submitted it is no user.
  public let submitter: Int64?
}

/// Who decides on records that wait for approval (RULES 9.8). What it asks of users is asked once a
/// command.
final class Approvers {
  unowned let reader: Reader
  private var steps: [Kind: [ApprovalStep]] = [:]
  private var rights: [Int64: Rights] = [:]
  private var colleagues: [Int64: [Int64]] = [:]
  /// The users whom steps name, those of managers left out.
  var named: [ApprovalStep: [Int64]] = [:]
  private var active: [Int64]?

  init(_ reader: Reader) { self.reader = reader }

  /// Returns the steps that the setting of a kind names; none where whoever may approve does.
  func steps(of kind: Kind) throws -> [ApprovalStep] {
    if let known = steps[kind] { return known }
    let setting = Setting(approvalOf: reader.catalogue.entity(kind))
    let made = try setting.map { try reader.cache.setting($0) } ?? []
    steps[kind] = made
    return made
  }

  /// Returns for whom a record waits that is submitted; nil for another.
  func waiting(_ record: Record) throws -> ApprovalWaiting? {
    guard record.entity.traits.contains(.approvable), try record[.approval].text == "submitted"
    else { return nil }
    return try waiting(
      record, at: Int(try record[.approvalStep].integer ?? 1),
      submitter: try record[.submittedBy].integer)
  }

  /// Returns for whom a record would wait at a step.
  ///
  /// - Parameter decider: who has just decided the step before.
  func waiting(
    _ record: Record, at step: Int, submitter: Int64?, after decider: Int64? = nil
  ) throws -> ApprovalWaiting {
    let steps = try steps(of: record.kind)
    var candidates: [Int64] = []
    if steps.isEmpty, step == 1 {
      candidates = try activeUsers()
    } else if steps.indices.contains(step - 1) {
      candidates = try users(of: steps[step - 1], record, submitter)
    }
    // One person does not decide two steps of a submission, as long as there is another.
    let before = try reader.deciders(record, before: step).union(decider.map { [$0] } ?? [])
    let able = try candidates.filter { $0 != submitter }.filter { try may($0, record) }
    var approvers = able.filter { !before.contains($0) }
    let isOpen = steps.isEmpty || approvers.isEmpty
    if approvers.isEmpty {
      let others = try activeUsers().filter { user in
        guard user != submitter, try rights(of: user).reach(.approve, record.kind) == .all else {
          return false
        }
        return try reader.isSeen(record.kind, record.id, by: user)
      }
      approvers =
        [others.filter { !before.contains($0) }, able, others].first { !$0.isEmpty } ?? []
    }
    return ApprovalWaiting(
      step: step, steps: max(steps.count, step), approvers: approvers, isOpen: isOpen,
      named: Set(candidates), submitter: submitter)
  }

  /// Whether the actor may decide. Who submitted something never does, unless nobody else could,
  /// and the actor may configure everything.
  func mayDecide(_ waiting: ApprovalWaiting) -> Bool {
    let user = reader.actor.user
    if let user, waiting.approvers.contains(user) { return true }
    if waiting.submitter == user { return waiting.approvers.isEmpty && reader.mayConfigure }
    // The owner of the file, who is no user, is named by no step.
    return user == nil && reader.rights.isEverything && waiting.isOpen
  }

  /// Whether the right of a user to approve reaches a record that the user sees.
  private func may(_ user: Int64, _ record: Record) throws -> Bool {
    let users: [Int64]
    switch try rights(of: user).reach(.approve, record.kind) {
    case .none: return false
    case .own: users = [user]
    case .unit: users = try colleagues(of: user)
    case .all: return try reader.isSeen(record.kind, record.id, by: user)
    }
    return try reader.isReached(record.entity, record.values, by: users)
      && reader.isSeen(record.kind, record.id, by: user)
  }

  func activeUsers() throws -> [Int64] {
    if let active { return active }
    let made = try reader.members(of: .everybody)
    active = made
    return made
  }

  private func rights(of user: Int64) throws -> Rights {
    if let known = rights[user] { return known }
    let made = try Rights(of: user, reader.cache, reader.catalogue)
    rights[user] = made
    return made
  }

  private func colleagues(of user: Int64) throws -> [Int64] {
    if let known = colleagues[user] { return known }
    let made = try VisibleRecords.colleagues(of: user, reader.cache)
    colleagues[user] = made
    return made
  }
}
