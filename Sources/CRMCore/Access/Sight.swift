import CRMCatalogue
import CRMValues

/// A user who can see a customer, and why (seed 002, "Thêm người xem": "hiển thị những bạn nhân
/// viên nào được quyền xem khách hàng này").
public struct Sight: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case owner, viewer
    /// A share with the user, or with somebody the user belongs to.
    case share(Principal)
    /// The customer is common to all.
    case common
  }

  /// The id of the user.
  public let user: Int64
  public fileprivate(set) var reasons: [Reason]
  /// Whether one of the reasons lets the user edit.
  public fileprivate(set) var mayEdit: Bool
}

extension Reader {
  /// Returns the active users who can see a customer, by login.
  public func sights(ofCustomer id: Int64) throws -> [Sight] {
    guard let customer = try record(.customer, id) else { return [] }
    var found = Sights()
    if let owner = customer["owner"].integer { found.add([owner], .owner, mayEdit: true) }
    found.add(customer["viewers"].list, .viewer, mayEdit: false)
    for share in try shares(.customer, id) {
      found.add(
        try members(of: share.principal), .share(share.principal), mayEdit: share.rights == "edit")
    }
    if customer["common"].integer == 1 {
      found.add(try members(of: .everybody), .common, mayEdit: false)
    }
    let active = try members(of: .everybody)
    return active.compactMap { found.sights[$0] }
  }

  /// Returns the active users that a principal stands for, by login; those of a unit with the
  /// units below it.
  public func members(of principal: Principal) throws -> [Int64] {
    let condition: String
    switch principal {
    case .user: condition = "id = ?"
    case .group: condition = "id IN (SELECT target FROM user_group_members WHERE record = ?)"
    case .unit:
      condition = """
        unit IN (WITH RECURSIVE below(id) AS (
          SELECT ? UNION SELECT u.id FROM unit u JOIN below b ON u.parent = b.id)
        SELECT id FROM below)
        """
    case .everybody: condition = "0 = ?"
    }
    let statement = try cache.statement(
      "SELECT id FROM user WHERE \(condition) AND active = 1 AND deleted IS NULL ORDER BY code")
    statement.bind(1, principal.id)
    var users: [Int64] = []
    while try statement.step() { users.append(statement.integer(0)) }
    return users
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
}
