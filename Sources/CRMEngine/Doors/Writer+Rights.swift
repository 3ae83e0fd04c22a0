import CRMValues

/// One right of a role. Nil stands for every other kind, or action.
public struct RoleRight: Hashable, Sendable {
  public let role: Int64
  public let kind: Kind?
  public let action: Action?
  public let reach: Reach
}

extension Reader {
  /// Returns the rights of a role, or of all, in the order of roles and kinds.
  public func rights(ofRole role: Int64?) throws -> [RoleRight] {
    let condition = role == nil ? "0 = ?1" : "role = ?1"
    let statement = try cache.statement(
      "SELECT role, record_kind, action, reach FROM role_right WHERE \(condition) ORDER BY role, id"
    )
    statement.bind(1, role ?? 0)
    var found: [RoleRight] = []
    while try statement.step() {
      guard let grant = Rights.Grant(statement.text(1) ?? "", statement.text(2) ?? "", catalogue),
        let reach = Reach(key: statement.text(3) ?? "")
      else { continue }
      found.append(
        RoleRight(
          role: statement.integer(0), kind: grant.kind, action: grant.action, reach: reach))
    }
    return found
  }
}

extension Writer {
  /// Sets how far actions of a role reach among records of some kinds; nil stands for every other
  /// kind or action.
  ///
  /// - Returns: whether anything changed.
  /// - Throws: ``CRMError`` where the actor may not configure, or could not any more.
  public func grant(
    _ role: Int64, _ kinds: [Kind?], _ actions: [Action?], _ reach: Reach
  ) throws -> Bool {
    try permitConfiguring()
    let position = try RoleRightField.reach.position
    var changed = false
    for kind in kinds {
      for action in actions {
        let words = (kind?.rawValue ?? Rights.Grant.every, action?.rawValue ?? Rights.Grant.every)
        if let known = try ids(ofRights: role, words.0, words.1).first {
          if try edit(.roleRight, known, [(position, .text(reach.key))]) { changed = true }
        } else {
          try add(
            .roleRight,
            RoleRightField.values([
              .role: .integer(role), .recordKind: .text(words.0), .action: .text(words.1),
              .reach: .text(reach.key),
            ]))
          changed = true
        }
      }
    }
    try refuseOwnLockout()
    return changed
  }

  /// Takes rights of a role back.
  ///
  /// - Parameters:
  ///   - kinds: nil for whatever kind.
  ///   - actions: nil for whatever action.
  /// - Returns: how many rights the role lost.
  /// - Throws: ``CRMError`` where the actor may not configure, or could not any more.
  public func revoke(_ role: Int64, _ kinds: [Kind?]?, _ actions: [Action?]?) throws -> Int {
    try permitConfiguring()
    var count = 0
    for right in try rights(ofRole: role)
    where kinds?.contains(right.kind) ?? true && actions?.contains(right.action) ?? true {
      let words = (
        right.kind?.rawValue ?? Rights.Grant.every, right.action?.rawValue ?? Rights.Grant.every
      )
      for id in try ids(ofRights: role, words.0, words.1) { try remove(.roleRight, id) }
      count += 1
    }
    try refuseOwnLockout()
    return count
  }

  private func ids(ofRights role: Int64, _ kind: String, _ action: String) throws -> [Int64] {
    let statement = try cache.statement(
      "SELECT id FROM role_right WHERE role = ? AND record_kind = ? AND action = ?")
    statement.bind(1, role)
    statement.bind(2, kind)
    statement.bind(3, action)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// Refuses a change of rights after which who makes it could make no other.
  private func refuseOwnLockout() throws {
    guard mayConfigure,
      try Rights(of: actor.user, cache, catalogue).reach(.configure, .setting) < .all
    else {
      return
    }
    throw CRMError(
      .request, "after this \(actor.login) could not configure rights any more",
      vi: "sau thay đổi này \(actor.login) không còn quyền cấu hình nữa",
      hints: [
        Label(
          "Let somebody of another role do it.", vi: "Hãy để người thuộc nhóm quyền khác thực hiện."
        )
      ])
  }
}
