import CRMTestSupport
import CRMValues

@testable import CRMCore
@testable import CRMEngine

/// Random changes of random records, the same for the same seed.
struct RandomWork {
  private var random: Seeded

  init(_ seed: UInt64) { random = Seeded(state: seed) }

  private static let kinds: [Kind] = [
    .userGroup, .source, .group, .relationship, .transactionType, .tier, .commonRule, .tag,
    .product,
    .customer, .contact, .order, .careCard, .transaction, .contract,
  ]
  private static let conditions = [
    "score >= 10", "orders.count >= 1", "orders.total > 0 and stars >= 1",
    "transactions.count >= 2", "contacts.count = 0", "level = approached", "common = yes",
    "tier is empty",
  ]
  private static let words = ["Lan", "Đức", "Hòa", "Bình", "Nguyễn", "Trần", "VIP", "x y", "O'Bé"]

  /// Does one to four things; each may be refused, which leaves the operation as it was.
  mutating func run(_ writer: Writer, _ database: TemporaryDatabase) throws {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0..<16, using: &random) {
      case 0..<5: try add(writer, pick(RandomWork.kinds))
      case 5..<8: try edit(writer, pick(RandomWork.kinds))
      case 8: try trash(writer, pick(RandomWork.kinds))
      case 9: try restore(writer, pick(RandomWork.kinds))
      case 10: try replaceLines(writer)
      case 11, 12: try share(writer)
      case 13: try merge(writer)
      case 14: try choose(writer)
      default: try bringIn(writer, database)
      }
    }
  }

  private mutating func pick<T>(_ list: [T]) -> T {
    list[Int.random(in: list.indices, using: &random)]
  }

  /// What the doors refuse is no matter here.
  private func lenient(_ body: () throws -> Void) throws {
    do { try body() } catch let error as CRMError
      where error.kind == .conflict || error.kind == .request
    {}
  }

  private mutating func anyID(_ writer: Writer, _ kind: Kind, inTrash: Bool = false) throws
    -> Int64?
  {
    var query = Query(kind)
    query.inTrash = inTrash
    let ids = try writer.ids(query)
    return ids.isEmpty ? nil : pick(ids)
  }

  private mutating func value(_ writer: Writer, _ field: Field) throws -> Value {
    if !field.required, Int.random(in: 0..<5, using: &random) == 0 {
      return field.isLinked ? .list([]) : .null
    }
    switch field.kind {
    case .text, .longText: return .text(pick(RandomWork.words) + " " + pick(RandomWork.words))
    case .choice(let choices): return .text(pick(choices).key)
    case .flag: return .integer(Int64.random(in: 0...1, using: &random))
    case .integer, .money: return .integer(Int64.random(in: -20...60, using: &random))
    case .decimal, .percent: return .integer(Int64.random(in: 0...90_000, using: &random))
    case .day: return .text("2026-\(pick(["01", "06", "11"]))-\(pick(["05", "17", "28"]))")
    case .yearlyDay: return .text(pick(["--02-29", "1990-12-31", "--01-01"]))
    case .phones: return .text("09\(Int.random(in: 10_000_000...10_000_400, using: &random))")
    case .emails: return .text("a\(Int.random(in: 0...400, using: &random))@example.vn")
    case .taxCode: return .text("0312345678")
    case .location: return .text("10.5,106.7")
    case .reference(let kind): return try anyID(writer, kind).map(Value.integer) ?? .null
    case .references(let kind):
      var ids: Set<Int64> = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        if let id = try anyID(writer, kind) { ids.insert(id) }
      }
      return .list(ids.sorted())
    case .moment: return .text(pick(["2026-11-05", "2026-11-05T09:30:00+07:00"]))
    case .duration: return .integer(Int64.random(in: 0...9000, using: &random))
    case .noun: return .text(pick(["customer", "order"]))
    case .condition: return .text(pick(RandomWork.conditions))
    case .code, .instant, .record, .recurrence: return .null
    }
  }

  private mutating func named(_ writer: Writer, _ entity: Entity, _ share: Int) throws
    -> [String: Value]
  {
    var result: [String: Value] = [:]
    for field in entity.fields where field.access == .editable && field.kind != .code {
      guard field.required || Int.random(in: 0..<100, using: &random) < share else { continue }
      result[field.name] = try value(writer, field)
    }
    return result
  }

  private mutating func add(_ writer: Writer, _ kind: Kind) throws {
    let entity = Catalogue.entity(kind)
    let named = try named(writer, entity, 50)
    let isWhole = entity.fields.allSatisfy { !$0.required || named[$0.name]?.isNull != true }
    guard isWhole else { return }
    try lenient {
      let id = try writer.add(kind, entity.values(named))
      if kind == .order { try addLines(writer, id) }
    }
  }

  private func addLines(_ writer: Writer, _ order: Int64) throws {
    let lines = Catalogue.entity(.orderLine)
    for product in try writer.ids(Query(.product)).prefix(3) {
      try writer.addLine(
        lines, to: order,
        lines.values(["product": .integer(product), "quantity": .integer(15_000)]))
    }
  }

  private mutating func edit(_ writer: Writer, _ kind: Kind) throws {
    guard let id = try anyID(writer, kind) else { return }
    var named = try named(writer, Catalogue.entity(kind), 20)
    for (name, value) in named
    where value.isNull && Catalogue.entity(kind).field(name)?.required == true {
      named[name] = nil
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      named["code"] = .text("M\(Int.random(in: 0...99, using: &random))")
    }
    let changes = named
    try lenient { try writer.edit(kind, id, changes) }
  }

  private mutating func trash(_ writer: Writer, _ kind: Kind) throws {
    if let id = try anyID(writer, kind) { try writer.trash(kind, id) }
  }

  private mutating func restore(_ writer: Writer, _ kind: Kind) throws {
    if let id = try anyID(writer, kind, inTrash: true) {
      try lenient { try writer.restore(kind, id) }
    }
  }

  private mutating func merge(_ writer: Writer) throws {
    let ids = try writer.ids(Query(.customer))
    guard ids.count > 3 else { return }
    var chosen: [Int64] = []
    for _ in 0..<Int.random(in: 2...3, using: &random) {
      let id = pick(ids)
      if !chosen.contains(id) { chosen.append(id) }
    }
    let others = Array(chosen.dropFirst())
    guard !others.isEmpty else { return }
    try lenient { try Merge(writer).merge(chosen[0], others) }
  }

  /// Chooses what the duplicate check looks at.
  private mutating func choose(_ writer: Writer) throws {
    try writer.set(
      Setting.duplicateFields.declared,
      to: pick(["name,phones", "emails", "none", "birthday,fax,code", "office_address"]))
  }

  private mutating func replaceLines(_ writer: Writer) throws {
    guard let id = try anyID(writer, .order) else { return }
    try writer.removeLines(Catalogue.entity(.orderLine), of: id)
    try addLines(writer, id)
  }

  private mutating func share(_ writer: Writer) throws {
    guard let customer = try anyID(writer, .customer), let user = try anyID(writer, .user) else {
      return
    }
    let principals = [
      .everybody, .user(user), try anyID(writer, .userGroup).map(Principal.group),
    ].compactMap { $0 }
    let principal = pick(principals)
    if Int.random(in: 0..<3, using: &random) == 0 {
      _ = try writer.unshare(.customer, customer, with: principal)
    } else {
      _ = try writer.share(.customer, customer, with: principal, rights: pick(["view", "edit"]))
    }
  }

  private mutating func bringIn(_ writer: Writer, _ database: TemporaryDatabase) throws {
    var text = "Mã KH,Tên khách hàng,Điện thoại,Nhóm khách hàng,Nguồn\n"
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let code = "KH00\(Int.random(in: 1000...1020, using: &random))"
      let phone = "09\(Int.random(in: 10_000_000...10_000_400, using: &random))"
      text += "\(code),\(pick(RandomWork.words)),\(phone),\(pick(["VIP", "Mới", ""])),"
      text += "\(pick(["Zalo", "Tờ rơi \(Int.random(in: 0...3, using: &random))"]))\n"
    }
    let options = ImportOptions.with {
      $0.createsMissing = true
      $0.restoresTrashed = true
    }
    try TemporaryDatabase.importFile(writer, database.file("random.csv", text), options)
  }
}
