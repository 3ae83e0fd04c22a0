import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// undo ∘ do = identity, redo ∘ undo ∘ do = do, over everything the database holds.
@Suite struct UndoPropertyTests {
  @Test(arguments: 1...6)
  func undoTakesBackAndRedoBringsBack(seed: UInt64) throws {
    let database = try TemporaryDatabase()
    var work = RandomWork(seed)
    var done = 0
    for step in 0..<30 {
      let before = try Dump(database)
      let last = try database.lastOperation()
      try database.write { try work.run($0, database) }
      guard try database.lastOperation() > last else { continue }
      done += 1
      let after = try Dump(database)
      try expectSound(database)
      try database.undo()
      let undone = try Dump(database)
      #expect(undone.differences(from: before) == [], "undo, seed \(seed), step \(step)")
      try database.redo()
      let redone = try Dump(database)
      #expect(redone.differences(from: after) == [], "redo, seed \(seed), step \(step)")
      guard undone == before, redone == after else { return }
    }
    #expect(done >= 15)
  }

  @Test(arguments: 11...13)
  func chainsGoAllTheWayBackAndForth(seed: UInt64) throws {
    let database = try TemporaryDatabase()
    var work = RandomWork(seed)
    var states = [try Dump(database)]
    for _ in 0..<25 {
      let last = try database.lastOperation()
      try database.write { try work.run($0, database) }
      if try database.lastOperation() > last { states.append(try Dump(database)) }
    }
    for state in states.dropLast().reversed() {
      try database.undo()
      #expect(try Dump(database).differences(from: state) == [])
    }
    #expect(failure { try database.undo() }?.message.en == "there is nothing to undo")
    for state in states.dropFirst() {
      try database.redo()
      #expect(try Dump(database).differences(from: state) == [])
    }
    #expect(failure { try database.redo() }?.message.en == "there is nothing to redo")
    try database.undo()
    #expect(try Dump(database).differences(from: states[states.count - 2]) == [])
    try expectSound(database)
  }

  /// In whatever order operations are taken back, each is or says why not, nothing is left that
  /// must not be, and in the end all is as it was at the start.
  @Test(arguments: 21...26)
  func anyOrderComesBackToTheStart(seed: UInt64) throws {
    let database = try TemporaryDatabase()
    var work = RandomWork(seed)
    var random = Seeded(state: seed)
    let start = try Dump(database)
    var standing: [Int64] = []
    for _ in 0..<25 {
      let last = try database.lastOperation()
      try database.write { try work.run($0, database) }
      let now = try database.lastOperation()
      if now > last { standing.append(now) }
    }
    try #require(standing.count >= 12)
    var refused = 0
    while !standing.isEmpty {
      let before = standing.count
      for number in standing.shuffled(using: &random) {
        do {
          try database.write { _ = try Undo.undo($0, number, force: false) }
          standing.removeAll { $0 == number }
          try expectNoOrphan(database)
        } catch let error as CRMError {
          refused += 1
          #expect(error.message.en.contains(/[A-Z0-9]/), "\(error)")
        }
      }
      guard standing.count < before else {
        Issue.record("operations \(standing) can no longer be undone")
        return
      }
    }
    #expect(refused > 0)
    #expect(try Dump(database).differences(from: start) == [])
  }

  /// Nothing live belongs to what is in the trash, and nothing is shared that is not there.
  private func expectNoOrphan(_ database: TemporaryDatabase) throws {
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
    for kind in Catalogue.nouns {
      let entity = Catalogue.entity(kind)
      for field in entity.fields where field.belongs && !field.isLinked {
        guard let target = field.target.map(Catalogue.entity), target.hasTrash else { continue }
        let orphans = try database.rows(
          "SELECT r.code FROM \(entity.table) r JOIN \(target.table) h ON h.id = r.\"\(field.name)\" "
            + "WHERE r.deleted IS NULL AND h.deleted IS NOT NULL")
        #expect(orphans == [], "\(kind)")
      }
      let lost = try database.rows(
        "SELECT id FROM share WHERE record_kind = '\(kind.rawValue)' "
          + "AND record NOT IN (SELECT id FROM \(entity.table))")
      #expect(lost == [], "\(kind)")
    }
  }

  /// Checks what is derived against what it is derived from.
  private func expectSound(_ database: TemporaryDatabase) throws {
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
    try expectKeys(database)
    #expect(
      try database.rows(
        """
        SELECT code FROM sales_order o WHERE (subtotal, tax_total, total) IS NOT
          (SELECT coalesce(sum(subtotal), 0), coalesce(sum(tax_amount), 0), coalesce(sum(total), 0)
           FROM order_line WHERE "order" = o.id)
        """) == [])
    try database.read { reader in
      let entity = Catalogue.entity(.customer)
      for id in try reader.ids(Query(.customer)) {
        let record = try #require(try reader.record(.customer, id))
        let parts = try ScoreParts(reader, customer: id)
        #expect(record["score"] == .integer(parts.score))
        #expect(record["stars"] == .integer(parts.stars))
        for field in entity.fields where field.isKeyed {
          for key in record[field.name].text.map({ reader.keys.keys(of: field, $0) }) ?? [] {
            #expect(try reader.resolve(.customer, key).contains(id))
          }
        }
      }
    }
  }

  /// Checks that the duplicate check's keys are those of the live customers and chosen fields.
  private func expectKeys(_ database: TemporaryDatabase) throws {
    let kept = try database.rows("SELECT key, record FROM customer_duplicate_key").sorted()
    let wanted = try database.read { reader in
      let names = try reader.setting(.duplicateFields).filter(DuplicateKeys.kept.contains)
      var rows: Set<String> = []
      for id in try reader.ids(Query(.customer)) {
        guard let record = try reader.record(.customer, id) else { continue }
        for field in Entity.customer.fields where names.contains(field.name) {
          for key in DuplicateKeys.keys(field, record[field.name]) { rows.insert("\(key)|\(id)") }
        }
      }
      return rows.sorted()
    }
    #expect(kept == wanted)
  }
}
