import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Score = points of the groups + points of the type of each completed transaction, always
/// current (RULES 4.5).
@Suite struct ScoreTests {
  let database: TemporaryDatabase
  let vip: Int64
  let loyal: Int64
  let meeting: Int64
  let call: Int64
  let customer: Int64

  init() throws {
    database = try TemporaryDatabase()
    vip = try database.add(.group, ["name": .text("VIP"), "points": .integer(15)])
    loyal = try database.add(.group, ["name": .text("Thân thiết"), "points": .integer(30)])
    meeting = try database.add(
      .transactionType, ["name": .text("Hội thảo"), "points": .integer(25)])
    call = try database.add(.transactionType, ["name": .text("Gọi"), "points": .integer(4)])
    customer = try database.add(.customer, ["name": .text("A"), "groups": .list([vip])])
  }

  /// Checks both the stored score and what `--explain` adds up.
  private func expectScore(
    _ score: Int64, _ id: Int64? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let id = id ?? customer
    let stars = Int64([10, 20, 40, 60, 80].filter { score >= $0 }.count)
    let record = try database.read { try $0.record(.customer, id) }
    #expect(record?["score"] == .integer(score), sourceLocation: location)
    #expect(record?["stars"] == .integer(stars), sourceLocation: location)
    let parts = try database.read { try ScoreParts($0, customer: id) }
    #expect(parts.score == score, sourceLocation: location)
    #expect(parts.stars == stars, sourceLocation: location)
  }

  @Test(
    arguments: [
      (-5, 0), (0, 0), (9, 0), (10, 1), (19, 1), (20, 2), (39, 2), (40, 3), (59, 3), (60, 4),
      (79, 4), (80, 5), (1000, 5),
    ] as [(Int64, Int64)])
  func givesStars(points: Int64, stars: Int64) throws {
    let group = try database.add(.group, ["name": .text("G"), "points": .integer(points)])
    let id = try database.add(.customer, ["name": .text("B"), "groups": .list([group])])
    #expect(try database.value(.customer, id, "score") == .integer(points))
    #expect(try database.value(.customer, id, "stars") == .integer(stars))
  }

  @Test func followsTheGroups() throws {
    try expectScore(15)
    try database.edit(.customer, customer, ["groups": .list([vip, loyal])])
    try expectScore(45)
    try database.edit(.group, vip, ["points": .integer(50)])
    try expectScore(80)
    try database.edit(.group, vip, ["name": .text("VVIP")])
    try expectScore(80)
    try database.trash(.group, loyal)
    try expectScore(50)
    try database.restore(.group, loyal)
    try expectScore(80)
    try database.edit(.customer, customer, ["groups": .list([])])
    try expectScore(0)
  }

  @Test func followsTheTransactions() throws {
    let planned = try database.add(
      .transaction,
      ["name": .text("1"), "customer": .integer(customer), "type": .integer(meeting)])
    try expectScore(15)
    try database.edit(.transaction, planned, ["status": .text("done")])
    try expectScore(40)
    let done = try database.add(
      .transaction,
      [
        "name": .text("2"), "customer": .integer(customer), "type": .integer(meeting),
        "status": .text("done"),
      ])
    try expectScore(65)
    try database.edit(.transaction, done, ["type": .integer(call)])
    try expectScore(44)
    try database.edit(.transactionType, call, ["points": .integer(5)])
    try expectScore(45)
    try database.edit(.transaction, planned, ["status": .text("cancelled")])
    try expectScore(20)
    try database.trash(.transaction, done)
    try expectScore(15)
    try database.restore(.transaction, done)
    try expectScore(20)
    try database.trash(.transactionType, call)
    try expectScore(15)
    try database.restore(.transactionType, call)
    try expectScore(20)
    try database.write { try $0.remove(.transaction, done) }
    try expectScore(15)
  }

  @Test func movesWithATransaction() throws {
    let other = try database.add(.customer, ["name": .text("B")])
    let id = try database.add(
      .transaction,
      [
        "name": .text("1"), "customer": .integer(customer), "type": .integer(meeting),
        "status": .text("done"),
      ])
    try expectScore(40)
    try expectScore(0, other)
    try database.edit(.transaction, id, ["customer": .integer(other)])
    try expectScore(15)
    try expectScore(25, other)
  }

  /// Everything of one score written in one operation, in either order.
  @Test(arguments: [true, false])
  func settlesOnceAnOperation(groupsFirst: Bool) throws {
    let id = try database.write { writer in
      let id = try writer.add(.customer, Catalogue.entity(.customer).values(["name": .text("B")]))
      if groupsFirst { try writer.edit(.customer, id, ["groups": .list([vip])]) }
      try writer.add(
        .transaction,
        Catalogue.entity(.transaction).values([
          "name": .text("1"), "customer": .integer(id), "type": .integer(meeting),
          "status": .text("done"),
        ]))
      if !groupsFirst { try writer.edit(.customer, id, ["groups": .list([vip])]) }
      try writer.edit(.group, vip, ["points": .integer(35)])
      return id
    }
    try expectScore(60, id)
    try expectScore(35)
  }

  /// A group that was made and given points in the operation that uses it.
  @Test func readsPointsOfANewGroup() throws {
    let id = try database.write { writer in
      try writer.add(
        .customer, Catalogue.entity(.customer).values(["name": .text("B"), "groups": .list([vip])]))
      let group = try writer.add(
        .group, Catalogue.entity(.group).values(["name": .text("Mới"), "points": .integer(7)]))
      return try writer.add(
        .customer,
        Catalogue.entity(.customer).values(["name": .text("C"), "groups": .list([group, vip])]))
    }
    try expectScore(22, id)
  }

  @Test func isNotCountedInTheTrash() throws {
    try database.add(
      .transaction,
      [
        "name": .text("1"), "customer": .integer(customer), "type": .integer(meeting),
        "status": .text("done"),
      ])
    try database.trash(.customer, customer)
    try database.edit(.group, vip, ["points": .integer(1)])
    try database.restore(.customer, customer)
    try expectScore(26)
  }
}
