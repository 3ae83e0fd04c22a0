import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Automatic tiers promote as soon as their condition holds, and take back only where they say so
/// (RULES 4.6).
@Suite struct TierTests {
  let database: TemporaryDatabase
  let customer: Int64
  let product: Int64

  init() throws {
    database = try TemporaryDatabase()
    customer = try database.add(.customer, ["name": .text("A")])
    product = try database.add(.product, ["name": .text("P")])
  }

  @discardableResult
  private func tier(
    _ name: String, rank: Int64, _ condition: String, automatic: Bool = true, demotes: Bool = false
  ) throws -> Int64 {
    try database.add(
      .tier,
      [
        "name": .text(name), "rank": .integer(rank), "condition": .text(condition),
        "automatic": .integer(automatic ? 1 : 0), "demotes": .integer(demotes ? 1 : 0),
      ])
  }

  private func order(_ price: Int64) throws -> Int64 {
    try database.addOrder(customer, [(product, 10_000, price)])
  }

  private func name(_ id: Int64? = nil) throws -> String? {
    try database.read { reader in
      try reader.record(.customer, id ?? customer)?["tier"].integer.map {
        try reader.label(.tier, $0)
      }
    }
  }

  @Test func promotesAsOrdersAddUpAndNeverTakesBack() throws {
    try tier("Bạc", rank: 1, "orders.total >= 10tr")
    try tier("Vàng", rank: 2, "orders.total >= 50tr")
    _ = try order(9_000_000)
    #expect(try name() == nil)
    let second = try order(3_000_000)
    #expect(try name() == "Bạc")
    let third = try order(60_000_000)
    #expect(try name() == "Vàng")
    try database.edit(.order, third, ["status": .text("cancelled")])
    try database.trash(.order, second)
    #expect(try name() == "Vàng")
  }

  /// What is written, and a condition that it makes true.
  @Test(arguments: [
    ("province = Huế", Kind.customer), ("contacts.count = 1", .contact),
    ("contracts.value >= 5tr", .contract), ("score = 25", .transaction), ("stars = 2", .group),
    ("care_cards.count = 1", .careCard), ("level = approached", .order),
    ("orders.total = 7tr", .orderLine), ("score = 31", .transactionType),
  ])
  func promotesByWhateverIsWritten(condition: String, kind: Kind) throws {
    let type = try database.add(
      .transactionType, ["name": .text("Hội thảo"), "points": .integer(25)])
    let group = try database.add(.group, ["name": .text("G")])
    let draft = kind == .orderLine ? try order(1_000_000) : 0
    let done: [String: Value] = [
      "customer": .integer(customer), "name": .text("X"), "type": .integer(type),
      "status": .text("done"),
    ]
    if kind == .transactionType { try database.add(.transaction, done) }
    if kind == .group {
      try database.edit(.customer, customer, ["groups": .list([group])])
    }
    try tier("Vàng", rank: 1, condition)
    #expect(try name() == nil)
    let mine: [String: Value] = ["customer": .integer(customer), "name": .text("X")]
    switch kind {
    case .customer: try database.edit(.customer, customer, ["province": .text("Huế")])
    case .contract:
      try database.add(.contract, mine.merging(["value": .integer(5_000_000)]) { $1 })
    case .transaction: try database.add(.transaction, done)
    case .group: try database.edit(.group, group, ["points": .integer(30)])
    case .transactionType: try database.edit(.transactionType, type, ["points": .integer(31)])
    case .orderLine:
      try database.write { writer in
        let lines = Catalogue.entity(.orderLine)
        try writer.addLine(
          lines, to: draft,
          lines.values(["product": .integer(product), "price": .integer(6_000_000)]))
      }
    default: try database.add(kind, mine)
    }
    #expect(try name() == "Vàng")
    try database.undo()
    #expect(try name() == nil)
    try database.redo()
    #expect(try name() == "Vàng")
  }

  @Test func leavesTiersByHandAlone() throws {
    let gold = try tier("Vàng", rank: 5, "name ~ A", automatic: false)
    _ = try order(1)
    #expect(try name() == nil, "not automatic")
    try tier("Bạc", rank: 1, "orders.count >= 1")
    try database.edit(.customer, customer, ["tier": .integer(gold)])
    #expect(try name() == "Vàng")
    _ = try order(1)
    #expect(try name() == "Vàng", "a higher rank stays")
  }

  @Test func takesBackWhereTheTierSaysSo() throws {
    try tier("Bạc", rank: 1, "orders.count >= 1", demotes: true)
    try tier("Vàng", rank: 2, "orders.total >= 50tr", demotes: true)
    let big = try order(60_000_000)
    #expect(try name() == "Vàng")
    let small = try order(1_000_000)
    try database.edit(.order, big, ["status": .text("cancelled")])
    #expect(try name() == "Bạc", "the highest that still holds")
    try database.trash(.order, small)
    #expect(try name() == nil)
    try database.undo()
    #expect(try name() == "Bạc")
    try database.undo()
    #expect(try name() == "Vàng")
  }

  /// Whatever is taken back in whatever order, the promotion stays as long as an order stands
  /// that found its condition true.
  @Test func isTakenBackWithItsCause() throws {
    try tier("Bạc", rank: 1, "orders.count >= 1")
    _ = try order(1)
    let first = try database.lastOperation()
    _ = try order(2)
    let second = try database.lastOperation()
    try database.undo(first)
    #expect(try name() == "Bạc")
    try database.undo(second)
    #expect(try name() == nil)
    let gold = try tier("Vàng", rank: 2, "", automatic: false)
    try database.edit(.customer, customer, ["tier": .integer(gold)])
    let byHand = try database.lastOperation()
    _ = try order(3)
    try database.undo(byHand)
    #expect(try name() == "Bạc", "the order found it true meanwhile")
  }

  @Test func appliesToAllAtOnce() throws {
    let other = try database.add(.customer, ["name": .text("B"), "province": .text("Huế")])
    _ = try order(60_000_000)
    let old = try tier("Cũ", rank: 3, "province = Huế", demotes: true)
    try database.edit(.customer, customer, ["tier": .integer(old)])
    #expect(try name() == nil, "its condition does not hold")
    try database.write { writer in
      writer.isApplyingRules = true
      try writer.edit(.customer, customer, ["tier": .integer(old)])
    }
    #expect(try name() == "Cũ")
    try tier("Bạc", rank: 1, "orders.count >= 1")
    try tier("Vàng", rank: 2, "orders.total >= 50tr")
    let before = try Dump(database)
    let applied = try database.write { try $0.applyTiers() }
    #expect(applied.map(\.name) == ["Cũ", "Vàng", "Bạc"])
    #expect(applied.map(\.gained) == [0, 1, 0])
    #expect(applied.map(\.lost) == [1, 0, 0])
    #expect(try name() == "Vàng")
    #expect(try name(other) == "Cũ")
    #expect(try database.write { try $0.applyTiers() }.map(\.gained) == [0, 0, 0])
    try database.undo()
    #expect(try Dump(database).differences(from: before) == [])
  }

  /// A tier whose condition names what has been deleted stops nobody's work, but is told of.
  @Test func aBrokenConditionHoldsOfNobody() throws {
    let group = try database.add(.group, ["name": .text("Sắp xóa")])
    try tier("Vàng", rank: 1, "groups = \"Sắp xóa\"")
    try database.trash(.group, group)
    _ = try order(1)
    #expect(try name() == nil)
    let error = failure { try database.write { try $0.applyTiers() } }
    #expect(error?.message.en == "Vàng: column 10: there is no group “Sắp xóa”")
    #expect(error?.message.vi == "Vàng: vị trí 10: không có nhóm khách hàng “Sắp xóa”")
  }

  @Test func refusesWhatWouldNotBeClear() throws {
    try tier("Bạc", rank: 1, "orders.count >= 1")
    let unknown = failure { try tier("X", rank: 2, "order.totl >= 5tr") }
    #expect(unknown?.kind == .request)
    #expect(unknown?.hints.last?.en.hasPrefix("Did you mean orders") == true)
    let sameRank = failure { try tier("X", rank: 1, "orders.count >= 2") }
    #expect(sameRank?.kind == .conflict)
    #expect(sameRank?.message.en.hasPrefix("tier Bạc is automatic with rank 1, too") == true)
    #expect(sameRank?.message.vi.hasPrefix("phân cấp Bạc cũng tự động với hạng 1") == true)
    let same = failure { try tier("X", rank: 2, "orders.count  >=  1") }
    #expect(same?.message.en.hasPrefix("tier Bạc is automatic on the same condition") == true)
    #expect(same?.message.vi.hasPrefix("phân cấp Bạc cũng tự động với cùng điều kiện") == true)
    let empty = failure {
      try database.add(.tier, ["name": .text("X"), "rank": .integer(2), "automatic": .integer(1)])
    }
    #expect(empty?.message.en == "an automatic tier needs a condition")
    #expect(empty?.message.vi == "phân cấp tự động cần có điều kiện")
    let byHand = try tier("X", rank: 1, "orders.count >= 1", automatic: false)
    #expect(failure { try database.edit(.tier, byHand, ["automatic": .integer(1)]) } != nil)
    #expect(try database.edit(.tier, byHand, ["description": .text("ok")]))
    try database.edit(
      .tier, byHand,
      ["automatic": .integer(1), "rank": .integer(2), "condition": .text("orders.count >= 9")])
  }
}
