import CRMValues

/// Whether somebody may do something to a record, and what speaks for it (RULES 11.1 to 11.3).
public struct AccessAnswer: Sendable {
  /// What lets a user see or change a record.
  public enum Reason: Hashable, Sendable {
    /// The user has no role, so that nothing is restricted.
    case noRole
    /// What the role says of the action; nil stands for every other kind or action, and no grant
    /// for a role that does not speak of it.
    case role(Int64, kind: Kind?, action: Action?, reach: Reach)
    case silentRole(Int64)
    /// The user is named by a field that is a road: owner, performer, viewer.
    case named(Field)
    case share(Principal, rights: String)
    /// The record belongs to one that the user sees.
    case holder(Kind, Int64)
    /// A field, or the kind, makes it common to all.
    case common(Field?)
  }

  /// One reason, and whether it lets the user change the record as well.
  public struct Entry: Sendable {
    public let reason: Reason
    public let allowsChange: Bool
  }

  /// Why not, as the user would be told; nil where it is allowed.
  public let refusal: CRMError?
  public let entries: [Entry]
  public var isAllowed: Bool { refusal == nil }
}

extension Reader {
  /// Returns whether a user may do something to a record, asked of the doors themselves.
  public func access(of user: Int64, _ action: Action, _ record: Record) throws -> AccessAnswer {
    try acrossOwners {
      let writer = try Writer(
        cache: cache, catalogue: catalogue,
        actor: Actor(login: try label(.user, user), origin: .chosen, user: user),
        rights: try Rights(of: user, cache, catalogue), moment: moment, command: "")
      var refusal: CRMError?
      do { try writer.checkAccess(action, record) } catch let error as CRMError { refusal = error }
      return AccessAnswer(
        refusal: refusal, entries: try writer.reasons(action, record))
    }
  }
}

extension Writer {
  /// Refuses what the actor may not do to a record.
  fileprivate func checkAccess(_ action: Action, _ record: Record) throws {
    if let user = rights.user { try checkActive(user) }
    let entity = entity(record.kind)
    guard try isVisible(record.kind, record.id) else {
      throw try unseen(entity, try label(record.kind, record.id))
    }
    switch action {
    case .view: break
    case .export, .report, .send, .import:
      try permit(action, record.kind)
      let seen = try VisibleRecords(
        rights.seeing(asFarAs: action, catalogue), cache, catalogue)
      guard let condition = seen.condition(entity, "t") else { break }
      let found = try cache.statement(
        "SELECT 1 FROM \(entity.table) t WHERE t.id = ? AND \(condition)")
      found.bind(1, record.id)
      if try found.firstInteger() == nil {
        throw try notPermitted(
          action, entity, record[entity.referenceField].text,
          needed: leastReach(action, entity, record.id, record.values))
      }
    case .configure: try requireConfiguring()
    case .destroy:
      guard rights.reach(.destroy, record.kind) == .all else {
        throw try notPermitted(.destroy, entity, nil)
      }
    case .edit, .delete:
      try require(action, record)
      try checkUnlocked(record)
    case .approve where entity.traits.contains(.approvable): try checkApproving(record)
    case .add, .assign, .share, .approve: try require(action, record)
    }
  }

  /// Whether a reach of a role takes in a record.
  private func covers(_ reach: Reach, _ record: Record) throws -> Bool {
    let users: [Int64]
    switch reach {
    case .all: return true
    case .none: return false
    case .own: users = rights.user.map { [$0] } ?? []
    case .unit: users = try VisibleRecords.colleagues(of: rights.user, cache)
    }
    return try isReached(record.entity, record.values, by: users)
  }

  /// What is told of a record that is not there for the user.
  private func unseen(_ entity: Entity, _ code: String) throws -> CRMError {
    let name = entity.called(code)
    guard entity.traits.contains(.owned) else {
      return CRMError(
        .notPermitted, "\(actor.login) does not see \(name.en)",
        vi: "\(actor.login) không xem được \(name.vi)")
    }
    let share = "crm \(entity.kind.rawValue) share \(code) --with user:\(actor.login)"
    return CRMError(
      .notPermitted, "\(actor.login) does not see \(name.en)",
      vi: "\(actor.login) không xem được \(name.vi)",
      hints: [
        Label(
          "Who may share it can allow it: \(share)",
          vi: "Người có quyền chia sẻ có thể cho phép: \(share)")
      ])
  }

  fileprivate func reasons(_ action: Action, _ record: Record) throws -> [AccessAnswer.Entry] {
    var found: [AccessAnswer.Entry] = []
    func add(_ reason: AccessAnswer.Reason, change: Bool = false) {
      found.append(AccessAnswer.Entry(reason: reason, allowsChange: change))
    }
    let entity = entity(record.kind)
    if let role = rights.role {
      let closest = rights.closest(action, action == .configure ? .setting : record.kind)
      let reach = rights.reach(action, record.kind)
      // A right that reaches others' records, or none, speaks neither for it nor of it.
      if try closest == nil || covers(reach, record) {
        add(
          closest.map { .role(role, kind: $0.kind, action: $0.action, reach: $0.reach) }
            ?? (reach == .all
              ? .role(role, kind: nil, action: nil, reach: .all) : .silentRole(role)),
          change: try action == .edit && reach > .none
            && isWithin(.edit, entity, record.id, record.values))
      }
    } else {
      add(.noRole, change: true)
    }
    if entity.isCommon { add(.common(nil)) }
    for field in entity.roads {
      let value = record.values[try entity.handle(field.name)]
      switch field.road {
      case .owner, .performer, .viewer:
        guard let user = rights.user, value.integer == user || value.list.contains(user) else {
          continue
        }
        add(.named(field), change: field.road != .viewer)
      case .everybody: if value.integer == 1 { add(.common(field)) }
      case .holder:
        guard let (kind, id) = catalogue.record(namedBy: field, value), try isVisible(kind, id)
        else { continue }
        add(.holder(kind, id))
      case nil: continue
      }
    }
    let mine = try visibleRecords().principals
    for share in try shares(record.kind, record.id) where mine.contains(share.principal) {
      add(.share(share.principal, rights: share.rights), change: share.rights == "edit")
    }
    return found
  }
}
