import CRMValues

@testable import CRMCore
@testable import CRMEngine

/// Who sees and who changes what, in plain Swift over all records, straight from the rules of
/// RULES 11.2: written without a look at the SQL, or at what the catalogue declares.
struct AccessReference {
  /// The roads of a kind, as the rules have them.
  private struct Roads {
    var owner: String? = "owner"
    var holder: String? = "customer"
    var holding = Kind.customer
    var viewers: String?
    var everybody: String?
    var performers: String?
    /// What else it hangs on, of whatever kind.
    var about: String?
  }

  private static let roads: [Kind: Roads] = [
    .customer: Roads(holder: nil, viewers: "viewers", everybody: "common"),
    .contact: Roads(), .order: Roads(), .careCard: Roads(), .transaction: Roads(),
    .contract: Roads(), .comment: Roads(owner: nil),
    .orderLine: Roads(owner: nil, holder: "order", holding: .order),
    .product: Roads(holder: nil), .task: Roads(performers: "performers", about: "about"),
  ]

  /// What is read for: records are seen as far as that reaches, too.
  var purpose = Action.view
  private(set) var records: [Kind: [Int64: Record]] = [:]
  private var users: [Int64: Record] = [:]
  private var parents: [Int64: Int64] = [:]
  private var members: [Int64: [Int64]] = [:]
  private var rights: [Int64: [RoleRight]] = [:]
  private var shares: [Kind: [Int64: [RecordShare]]] = [:]

  /// - Parameter reader: one that nothing is hidden from.
  init(_ reader: Reader) throws {
    func all(_ kind: Kind) throws -> [Int64: Record] {
      var found: [Int64: Record] = [:]
      for id in Int64(1)...60 { found[id] = try reader.record(kind, id) }
      return found
    }
    users = try all(.user)
    for (id, unit) in try all(.unit) { parents[id] = unit["parent"].integer }
    for (id, group) in try all(.userGroup) { members[id] = group["members"].list }
    for right in try reader.rights(ofRole: nil) { rights[right.role, default: []].append(right) }
    for kind in AccessCompany.kinds {
      records[kind] = try all(kind)
      for id in records[kind, default: [:]].keys {
        shares[kind, default: [:]][id] = try reader.shares(kind, id)
      }
    }
  }

  func user(_ login: String) -> Int64 {
    users.first { $0.value["code"].text == login }?.key ?? 0
  }

  /// The closest right decides: for the kind and the action, the kind, the action, everything.
  func reach(_ action: Action, _ kind: Kind, of user: Int64) -> Reach {
    guard let role = users[user]?["role"].integer else { return .all }
    let own = rights[role] ?? []
    for (onKind, onAction) in [(kind, action), (kind, nil), (nil, action), (nil, nil)]
      as [(Kind?, Action?)]
    {
      if let right = own.first(where: { $0.kind == onKind && $0.action == onAction }) {
        return right.reach
      }
    }
    return .none
  }

  private func above(_ unit: Int64?) -> Set<Int64> {
    var found: Set<Int64> = []
    var next = unit
    while let unit = next {
      found.insert(unit)
      next = parents[unit]
    }
    return found
  }

  private func isColleague(_ other: Int64, of user: Int64) -> Bool {
    guard let unit = users[user]?["unit"].integer else { return other == user }
    return other == user || above(users[other]?["unit"].integer).contains(unit)
  }

  private func covers(_ reach: Reach, _ other: Int64, _ user: Int64) -> Bool {
    switch reach {
    case .none: return false
    case .own: return other == user
    case .unit: return isColleague(other, of: user)
    case .all: return true
    }
  }

  private func isShared(_ kind: Kind, _ id: Int64, _ user: Int64, toEdit: Bool) -> Bool {
    (shares[kind]?[id] ?? []).contains { share in
      guard !toEdit || share.rights == "edit" else { return false }
      switch share.principal {
      case .user(let other): return other == user
      case .group(let group): return members[group]?.contains(user) == true
      case .unit(let unit): return above(users[user]?["unit"].integer).contains(unit)
      case .everybody: return true
      }
    }
  }

  func sees(_ user: Int64, _ kind: Kind, _ id: Int64) -> Bool {
    guard let record = records[kind]?[id] else { return false }
    // What is sold is common to all.
    guard kind != .product, let roads = AccessReference.roads[kind] else { return true }
    if kind == .orderLine { return sees(user, .order, record["order"].integer ?? 0) }
    let reach = min(reach(.view, kind, of: user), reach(purpose, kind, of: user))
    if reach == .all || isShared(kind, id, user, toEdit: false) { return true }
    if let owner = roads.owner.flatMap({ record[$0].integer }) {
      if owner == user || covers(reach, owner, user) { return true }
    }
    if performs(user, record, roads, reach) { return true }
    if let viewers = roads.viewers, record[viewers].list.contains(user) { return true }
    if let everybody = roads.everybody, record[everybody].integer == 1 { return true }
    guard reach > .none else { return false }
    if let about = roads.about.flatMap({ record[$0].integer }), about > 0 {
      let (kind, id) = (about >> 40, about & (1 << 40 - 1))
      let held = AccessCompany.kinds.first { $0.number == kind }
      if let held, sees(user, held, id) { return true }
    }
    guard let holder = roads.holder, let id = record[holder].integer else { return false }
    return sees(user, roads.holding, id)
  }

  private func performs(
    _ user: Int64, _ record: Record, _ roads: Roads, _ reach: Reach
  ) -> Bool {
    guard let performers = roads.performers else { return false }
    return record[performers].list.contains { $0 == user || covers(reach, $0, user) }
  }

  func changes(_ user: Int64, _ kind: Kind, _ id: Int64) -> Bool {
    guard let record = records[kind]?[id] else { return false }
    // The seeds lay down that a comment is its author's.
    if kind == .comment { return record["author"].integer == user }
    if kind == .orderLine { return changes(user, .order, record["order"].integer ?? 0) }
    let reach = reach(.edit, kind, of: user)
    if reach == .all || isShared(kind, id, user, toEdit: true) { return true }
    guard let roads = AccessReference.roads[kind] else { return false }
    if performs(user, record, roads, reach) { return true }
    if let owner = roads.owner.flatMap({ record[$0].integer }) {
      return owner == user || covers(reach, owner, user)
    }
    guard let holder = roads.holder, let id = record[holder].integer else { return false }
    // What has no owner is within the reach that covers the owner of what holds it.
    if let owner = records[roads.holding]?[id]?["owner"].integer, covers(reach, owner, user) {
      return true
    }
    return changes(user, roads.holding, id)
  }
}
