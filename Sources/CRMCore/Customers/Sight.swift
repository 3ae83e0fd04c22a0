import CRMEngine
import CRMValues

/// A user who can see a customer, and why (RULES 5.2).
public struct Sight: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case owner, viewer
    /// A share with the user, or with somebody the user belongs to.
    case share(Principal)
    /// The role of the user, and how far it lets see customers.
    case role(Int64, Reach)
    /// The user has no role, so that nothing is restricted.
    case noRole
    /// The customer is common to all.
    case common
  }

  /// The id of the user.
  public let user: Int64
  public fileprivate(set) var reasons: [Reason]
  /// Whether the user may edit the customer, too.
  public fileprivate(set) var mayEdit: Bool
}

extension Reader {
  /// Returns the active users who can see a customer, by login.
  public func sights(ofCustomer id: Int64) throws -> [Sight] {
    guard let customer = try record(.customer, id) else { return [] }
    var found = Sights()
    let active = try members(of: .everybody)
    if let owner = try customer[CustomerField.owner].integer {
      found.add([owner], .owner, mayEdit: true)
    }
    found.add(try customer[CustomerField.viewers].list, .viewer, mayEdit: false)
    for share in try shares(.customer, id) {
      found.add(
        try members(of: share.principal), .share(share.principal), mayEdit: share.rights == "edit")
    }
    for user in active { try found.addRole(of: user, rights(of: user), customer, self) }
    if try customer[CustomerField.common].integer == 1 {
      found.add(active, .common, mayEdit: false)
    }
    return try active.compactMap { user in
      guard var sight = found.sights[user] else { return nil }
      let reach = try rights(of: user).reach(.edit, .customer)
      if try reaches(reach, of: user, customer[CustomerField.owner].integer) {
        sight.mayEdit = true
      }
      return sight
    }
  }

  private func rights(of user: Int64) throws -> Rights { try Rights(of: user, cache, catalogue) }

  /// Whether an owner is among those an action of a user reaches.
  fileprivate func reaches(_ reach: Reach, of user: Int64, _ owner: Int64?) throws -> Bool {
    switch reach {
    case .none: return false
    case .own: return owner == user
    case .unit: return try owner.map(VisibleRecords.colleagues(of: user, cache).contains) ?? false
    case .all: return true
    }
  }
}

private struct Sights {
  var sights: [Int64: Sight] = [:]

  mutating func add(_ users: [Int64], _ reason: Sight.Reason, mayEdit: Bool) {
    for user in users {
      var sight = sights[user] ?? Sight(user: user, reasons: [], mayEdit: false)
      sight.reasons.append(reason)
      sight.mayEdit = sight.mayEdit || mayEdit
      sights[user] = sight
    }
  }

  /// Adds what the role of a user lets see; of the own records the owner has been told already.
  mutating func addRole(
    of user: Int64, _ rights: Rights, _ customer: Record, _ reader: Reader
  ) throws {
    guard let role = rights.role else { return add([user], .noRole, mayEdit: true) }
    let owner = try customer[CustomerField.owner].integer
    let reach = rights.reach(.view, .customer)
    if reach > .own, try reader.reaches(reach, of: user, owner) {
      add([user], .role(role, reach), mayEdit: false)
    }
  }
}
