import CRMTestSupport
import CRMValues

@testable import CRMCore
@testable import CRMEngine

/// A random company in which who sees what is anything but plain: roles of random rights, a tree
/// of units, groups of users, and records of many kinds that are owned, shared, viewed or common.
final class AccessCompany {
  /// The kinds of records, what holds others first.
  static let kinds: [Kind] = [
    .customer, .contact, .comment, .product, .order, .orderLine, .careCard, .transaction, .contract,
    .task,
  ]

  let database: TemporaryDatabase
  /// The logins of the users, one of them without a role.
  private(set) var logins: [String] = []
  private var random: Seeded
  private var users: [Int64] = []
  private var units: [Int64] = []
  private var groups: [Int64] = []
  private var roles: [Int64] = []
  private var records: [Kind: [Int64]] = [:]

  init(seed: UInt64) throws {
    random = Seeded(state: seed)
    database = try TemporaryDatabase()
    try database.write { writer in
      try addPeople(writer)
      try addRecords(writer)
      try addShares(writer)
    }
    try database.write { try deleteSome($0) }
  }

  private func pick<T>(_ list: [T]) -> T? { list.randomElement(using: &random) }

  private func often(_ hundredth: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < hundredth
  }

  private func maybe(_ list: [Int64], _ hundredth: Int) -> Value {
    often(hundredth) ? pick(list).map(Value.integer) ?? .null : .null
  }

  private func some(_ list: [Int64], _ hundredth: Int) -> Value {
    .list(list.filter { _ in often(hundredth) }.sorted())
  }

  private func add(_ kind: Kind, _ named: [String: Value], _ writer: Writer) throws -> Int64 {
    let entity = Catalogue.entity(kind)
    return try writer.add(kind, entity.values(named.filter { entity.field($0.key) != nil }))
  }

  private func addPeople(_ writer: Writer) throws {
    for number in 1...5 {
      units.append(
        try add(
          .unit, ["name": .text("Đơn vị \(number)"), "parent": maybe(units, 70)], writer))
    }
    for number in 1...4 {
      let role = try add(.role, ["name": .text("Vai \(number)")], writer)
      roles.append(role)
      let kinds: [Kind?] = AccessCompany.kinds.filter(\.isNoun).map { $0 } + [nil, nil, nil]
      let actions: [Action?] = [.view, .view, .edit, .edit, .export, nil]
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        _ = try writer.grant(
          role, [pick(kinds) ?? nil], [pick(actions) ?? nil], pick(Reach.allCases) ?? .none)
      }
    }
    for number in 1...7 {
      logins.append("u\(number)")
      users.append(
        try add(
          .user,
          [
            "code": .text("u\(number)"), "name": .text("Người \(number)"), "unit": maybe(units, 80),
            "role": number == 7 ? .null : pick(roles).map(Value.integer) ?? .null,
          ], writer))
    }
    for number in 1...2 {
      groups.append(
        try add(
          .userGroup, ["name": .text("Nhóm \(number)"), "members": some(users, 40)], writer))
    }
  }

  /// The customers of the orders.
  private var customers: [Int64: Value] = [:]

  private func addRecords(_ writer: Writer) throws {
    for kind in AccessCompany.kinds {
      let count = Int.random(in: 5...9, using: &random)
      for number in 1...count {
        let given = values(kind, number)
        let id = try add(kind, given, writer)
        if kind == .order { customers[id] = given["customer"] }
        records[kind, default: []].append(id)
      }
    }
  }

  private func values(_ kind: Kind, _ number: Int) -> [String: Value] {
    var named: [String: Value] = ["owner": maybe(users, 65), "name": .text("Bản ghi \(number)")]
    named["customer"] = pick(records[.customer] ?? []).map(Value.integer)
    switch kind {
    case .contact: named["name"] = .text("Liên hệ \(number)")
    case .customer:
      named["common"] = .integer(often(12) ? 1 : 0)
      named["viewers"] = some(users, 12)
      named["referrer"] = maybe(records[.customer] ?? [], 40)
    case .orderLine:
      named["order"] = pick(records[.order] ?? []).map(Value.integer)
      named["product"] = pick(records[.product] ?? []).map(Value.integer)
      named["price"] = .integer(1000)
    case .careCard:
      // The order of a card is its customer's.
      guard often(60), let order = pick(records[.order] ?? []) else { break }
      named["order"] = .integer(order)
      named["customer"] = customers[order]
    case .comment:
      named["text"] = .text("Trao đổi \(number)")
      named["author"] = pick(users).map(Value.integer)
    case .task:
      named["performers"] = some(users, 20)
      if often(40) { named["customer"] = nil }
      // What hangs on an order is of that one's customer, unless it says nothing of one.
      guard often(50), let order = pick(records[.order] ?? []) else { break }
      named["customer"] = customers[order]
      named["about"] = .integer(RecordLink(.order, order).stored)
    case .contract:
      named["value"] = .integer(Int64(number) * 1000)
      named["term"] = .integer(12)
      named["effective_date"] = .text("2026-11-01")
    default: break
    }
    return named
  }

  private func addShares(_ writer: Writer) throws {
    for _ in 0..<Int.random(in: 5...20, using: &random) {
      guard let kind = pick(AccessCompany.kinds.filter(\.isNoun)),
        let id = pick(records[kind] ?? []),
        let user = pick(users), let group = pick(groups), let unit = pick(units),
        let principal = pick([
          .user(user), .user(user), .group(group), .unit(unit), Principal.everybody,
        ])
      else { continue }
      _ = try writer.share(kind, id, with: principal, rights: often(50) ? "view" : "edit")
    }
  }

  private func deleteSome(_ writer: Writer) throws {
    for kind in AccessCompany.kinds where kind.isNoun && kind != .comment {
      if often(60), let id = pick(records[kind] ?? []) { _ = try writer.trash(kind, id) }
    }
  }
}
