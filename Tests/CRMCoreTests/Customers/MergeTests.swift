import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// `customer merge`: what moves, what is filled, what undo gives back.
@Suite struct MergeTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  @discardableResult
  private func customer(_ named: [String: Value] = [:]) throws -> Int64 {
    try database.write { writer in
      try writer.allowDuplicates(true, of: .customer)
      return try writer.add(
        .customer, Entity.customer.values(named.merging(["name": .text("K")]) { own, _ in own }))
    }
  }

  private func merge(
    _ keep: Int64, _ others: Int64..., taking: [(position: Int, from: Int64)] = []
  ) throws {
    try database.write { try Merge($0).merge(keep, others, taking: taking) }
  }

  private func position(_ name: String) -> Int { Entity.customer.position(of: name) ?? -1 }

  /// Merges, and holds undo against the whole database before, redo against it after.
  private func mergeAndBack(_ keep: Int64, _ others: Int64...) throws {
    let before = try Dump(database)
    try database.write { try Merge($0).merge(keep, others) }
    let after = try Dump(database)
    #expect(after != before)
    try database.undo()
    #expect(try Dump(database).differences(from: before) == [])
    try database.redo()
    #expect(try Dump(database).differences(from: after) == [])
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
  }

  /// Every field of the catalogue that refers to customers moves, whatever kinds come yet.
  @Test func movesWhateverRefersToACustomer() throws {
    let keep = try customer()
    let other = try customer()
    var made = 0
    for kind in Catalogue.nouns {
      let entity = Catalogue.entity(kind)
      for field in entity.fields where field.target == .customer {
        var named: [String: Value] = ["name": .text("\(kind) \(field.name)")]
        named["customer"] = .integer(other)
        if kind == .comment { named.merge(["text": .text("x"), "author": .integer(1)]) { $1 } }
        named[field.name] = field.isLinked ? .list([other]) : .integer(other)
        for needed in entity.fields
        where needed.required && needed.target != .customer
          && (needed.target != nil || needed.kind == .money)
        {
          named[needed.name] = .integer(1)
        }
        for needed in entity.fields where needed.required && needed.kind == .moment {
          named[needed.name] = .text("2026-12-01")
        }
        for needed in entity.fields where needed.required && needed.kind == .longText {
          named[needed.name] = .text("x")
        }
        try database.add(kind, named)
        made += 1
      }
    }
    #expect(made >= 6)
    try mergeAndBack(keep, other)
    for kind in Catalogue.nouns {
      let entity = Catalogue.entity(kind)
      for field in entity.fields where field.target == .customer {
        let table = field.isLinked ? "\(entity.table)_\(field.name)" : entity.table
        let column = field.isLinked ? "target" : Schema.quoted(field.name)
        #expect(
          try database.rows("SELECT count(*) FROM \(table) WHERE \(column) = \(other)") == ["0"],
          "\(kind) \(field.name)")
      }
    }
    #expect(try database.read { try $0.record(.customer, other)?.isDeleted } == true)
  }

  @Test func movesWhatIsInTheTrashAsWell() throws {
    let (keep, other) = (try customer(), try customer())
    let order = try database.addOrder(other)
    try database.trash(.order, order)
    try mergeAndBack(keep, other)
    try database.restore(.order, order)
    #expect(try database.value(.order, order, "customer") == .integer(keep))
  }

  @Test func fillsWhatIsEmptyAndJoinsWhatIsMany() throws {
    let groups = try database.write { writer in
      try ["G1", "G2", "G3"].map {
        try writer.add(.group, Entity.group.values(["name": .text($0), "points": .integer(5)]))
      }
    }
    let keep = try customer([
      "name": .text("Giữ"), "phones": .text("0912345678"), "groups": .list([groups[0]]),
      "last_contact": .text("2026-01-01"), "referrer_user": .integer(1),
    ])
    let one = try customer([
      "name": .text("Một"), "phones": .text("+84 912 345 678 ; 0999999991; số lạ"),
      "emails": .text("a@b.vn"), "groups": .list([groups[1]]), "level": .text("signed"),
      "last_contact": .text("2026-05-01"), "referrer": .integer(keep),
      "employer_name": .text("Cũ"),
    ])
    let two = try customer([
      "name": .text("Hai"), "emails": .text("A@B.vn; c@b.vn"), "tax_code": .text("0100109106"),
      "level": .text("paused"), "supplier": .integer(1), "groups": .list([groups[2]]),
      "last_contact": .text("2026-03-01"), "employer": .integer(one),
    ])
    try mergeAndBack(keep, one, two)
    let record = try #require(try database.read { try $0.record(.customer, keep) })
    let expected: [String: Value] = [
      "name": .text("Giữ"), "phones": .text("0912345678; 0999999991; số lạ"),
      "emails": .text("a@b.vn; c@b.vn"), "tax_code": .text("0100109106"),
      "level": .text("signed"), "supplier": .integer(1), "common": .integer(0),
      "last_contact": .text("2026-05-01"), "groups": .list(groups), "score": .integer(15),
      "stars": .integer(1), "referrer": .null, "referrer_user": .integer(1),
      "employer": .null, "employer_name": .text("Cũ"), "code": .text("KH000001"),
    ]
    for (name, value) in expected { #expect(record[name] == value, "\(name)") }
  }

  @Test func takesAFieldFromTheOneThatIsNamed() throws {
    let keep = try customer(["name": .text("A"), "fax": .text("1"), "phones": .text("0912345678")])
    let other = try customer(["name": .text("B"), "phones": .text("0999999999")])
    try merge(
      keep, other,
      taking: [
        (position("name"), other), (position("fax"), other), (position("phones"), keep),
      ])
    #expect(try database.value(.customer, keep, "name") == .text("B"))
    #expect(try database.value(.customer, keep, "fax") == .null)
    #expect(try database.value(.customer, keep, "phones") == .text("0912345678"))
  }

  @Test func joinsShares() throws {
    let (keep, other) = (try customer(), try customer())
    try database.write { writer in
      _ = try writer.share(.customer, keep, with: .user(1), rights: "view")
      _ = try writer.share(.customer, other, with: .user(1), rights: "edit")
      _ = try writer.share(.customer, other, with: .everybody, rights: "view")
      _ = try writer.share(.contact, other, with: .everybody, rights: "view")
    }
    try mergeAndBack(keep, other)
    let shares = try database.read { try $0.shares(.customer, keep) }
    #expect(shares.map(\.principal) == [.user(1), .everybody])
    #expect(shares.map(\.rights) == ["edit", "view"])
    #expect(try database.read { try $0.shares(.customer, other) } == [])
    #expect(try database.rows("SELECT record FROM share WHERE record_kind = 'contact'") == ["2"])
  }

  /// Who refers to whom before (`1>2`: 1 has 2 for its referrer), which is merged into which,
  /// and what is left among the live.
  @Test(
    arguments: [
      ("2>1", [1, 2], ""), ("1>2", [1, 2], ""), ("3>2", [1, 2], "3>1"),
      ("2>3", [1, 2], "1>3"), ("2>3 3>1", [1, 2], "3>1"), ("1>3 3>2", [1, 2], "1>3"),
      ("2>3 3>4 4>1", [1, 2], "3>4 4>1"), ("1>4 4>3 3>2", [1, 2], "1>4 4>3"),
      ("2>3 3>1", [1, 2, 3], ""), ("3>2 2>4", [1, 2, 3], "1>4"), ("5>2 5>5", [1, 2], "5>1"),
    ] as [(String, [Int64], String)])
  func dropsCircles(before: String, merged: [Int64], after: String) throws {
    for _ in 1...5 { try customer() }
    for link in before.split(separator: " ") {
      let ends = link.split(separator: ">").compactMap { Int64($0) }
      guard ends[0] != ends[1] else { continue }
      try database.edit(.customer, ends[0], ["referrer": .integer(ends[1])])
    }
    let state = try Dump(database)
    try database.write { try Merge($0).merge(merged[0], Array(merged.dropFirst())) }
    #expect(
      try database.rows(
        "SELECT id || '>' || referrer FROM customer WHERE referrer IS NOT NULL "
          + "AND deleted IS NULL ORDER BY id"
      ).joined(separator: " ") == after)
    try database.undo()
    #expect(try Dump(database).differences(from: state) == [])
  }

  @Test func keepsBothHistories() throws {
    let (keep, other, third) = (try customer(), try customer(), try customer())
    try database.edit(.customer, third, ["fax": .text("3")])
    try merge(other, third)
    try merge(keep, other)
    func history(_ id: Int64) throws -> [String] {
      try database.read { reader in
        try OperationLog.wholeHistory(reader, .customer, id).map { "\($0.record) \($0.action)" }
      }
    }
    let whole = [
      "1 add", "2 add", "3 add", "3 edit", "3 trash", "2 edit", "2 merge", "2 trash", "1 edit",
      "1 merge",
    ]
    #expect(try history(keep) == whole)
    try database.edit(.customer, keep, ["fax": .text("4")])
    #expect(try history(keep) == whole + ["1 edit"])
    try database.undo()
    try database.undo()
    #expect(try history(keep).filter { !$0.hasPrefix("1") } == [])
    #expect(try history(other).contains("3 edit"))
    try database.redo()
    #expect(try history(keep).prefix(10) == whole[...])
  }

  @Test func refusesWhatMakesNoSense() throws {
    let (keep, other, gone) = (try customer(), try customer(), try customer())
    try database.trash(.customer, gone)
    let before = try Dump(database)
    for (ids, words) in [
      ([keep, keep], "customer KH000001 cannot be merged with itself"),
      ([keep, other, other], "customer KH000001 cannot be merged with itself"),
      ([keep, gone], "customer KH000003 is in the trash"),
      ([gone, keep], "customer KH000003 is in the trash"),
    ] {
      let error = failure {
        try database.write { try Merge($0).merge(ids[0], Array(ids.dropFirst())) }
      }
      #expect(error?.kind == .request)
      #expect(error?.message.en == words)
    }
    #expect(try Dump(database) == before)
  }

  @Test func leavesAnApprovedCustomerAsItWasApproved() throws {
    let keep = try customer(["fax": .text("1")])
    let other = try customer(["fax": .text("2")])
    let third = try customer(["emails": .text("a@b.vn")])
    try database.edit(.customer, keep, ["approval": .text("approved")])
    try database.addOrder(other)
    let before = try Dump(database)
    #expect(failure { try merge(keep, third) }?.kind == .conflict)
    // Orders had moved the other's level on.
    #expect(failure { try merge(keep, other) }?.kind == .conflict)
    #expect(failure { try merge(third, keep) }?.kind == .conflict)
    #expect(try Dump(database) == before)
    try database.edit(.customer, keep, ["approval": .text("none")])
    try merge(third, keep)
  }

  @Test func bringsPairsTogether() {
    var groups = MergeGroups()
    for (keep, other) in [(1, 2), (3, 4), (2, 5), (6, 3), (1, 5), (7, 1)] as [(Int64, Int64)] {
      groups.add(keep, other)
    }
    #expect(groups.groups.map(\.keep) == [6, 7])
    #expect(groups.groups.map(\.others) == [[3, 4], [1, 2, 5]])
  }
}
