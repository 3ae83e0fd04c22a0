import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// One writer at a time; readers see the last finished state.
@Suite struct TwoWritersTests {
  @Test func secondWriterWaitsThenGivesUp() throws {
    let database = try TemporaryDatabase()
    let other = try Store.open(at: database.path, mode: .writing, timeout: 0.2)
    defer { other.close() }
    let start = Date()
    let error = try database.write { writer in
      try writer.add(.tag, Catalogue.entity(.tag).values(["name": .text("A")]))
      return failure {
        try other.write(as: TemporaryDatabase.admin, command: "x", at: TemporaryDatabase.moment) {
          try $0.add(.tag, Catalogue.entity(.tag).values(["name": .text("B")]))
        }
      }
    }
    #expect(error?.kind == .database)
    #expect(error?.message.en.contains("another command is writing") == true)
    #expect(error?.hints.first?.en.contains("--timeout") == true)
    #expect((0.15..<3).contains(Date().timeIntervalSince(start)))
    #expect(try database.rows("SELECT name FROM tag") == ["A"])
  }

  @Test func secondWriterGoesOnWhereTheFirstEnds() async throws {
    let database = try TemporaryDatabase()
    let path = database.path
    let started = DispatchSemaphore(value: 0)
    let second = Thread {
      started.signal()
      let store = try? Store.open(at: path, mode: .writing, timeout: 20)
      _ = try? store?.write(
        as: TemporaryDatabase.admin, command: "x", at: TemporaryDatabase.moment
      ) {
        try $0.add(.tag, Catalogue.entity(.tag).values(["name": .text("B")]))
      }
      store?.close()
      started.signal()
    }
    try database.write { writer in
      try writer.add(.tag, Catalogue.entity(.tag).values(["name": .text("A")]))
      second.start()
      started.wait()
      Thread.sleep(forTimeInterval: 0.1)
    }
    started.wait()
    #expect(try database.rows("SELECT name FROM tag ORDER BY id") == ["A", "B"])
    #expect(try database.rows("SELECT code FROM tag ORDER BY id") == ["TH000001", "TH000002"])
  }

  @Test func readerIsNotBlockedAndSeesOneState() throws {
    let database = try TemporaryDatabase()
    try database.add(.tag, ["name": .text("A")])
    let other = try Store.open(at: database.path, mode: .reading, timeout: 0.2)
    defer { other.close() }
    try database.write { writer in
      try writer.add(.tag, Catalogue.entity(.tag).values(["name": .text("B")]))
      let seen = try other.read(as: Actor(login: "admin"), at: TemporaryDatabase.moment) {
        try $0.count(Query(.tag))
      }
      #expect(seen == 1)
    }
    #expect(
      try other.read(as: Actor(login: "admin"), at: TemporaryDatabase.moment) {
        try $0.count(Query(.tag))
      } == 2)
  }

  @Test func takesEverythingBackWhereTheBodyThrows() throws {
    struct Stop: Error {}
    let database = try TemporaryDatabase()
    let before = try Dump(database)
    #expect(throws: Stop.self) {
      try database.write { writer in
        try writer.add(.customer, Catalogue.entity(.customer).values(["name": .text("A")]))
        throw Stop()
      }
    }
    #expect(try Dump(database) == before)
    #expect(try database.lastOperation() == 1)
    #expect(try database.rows("SELECT * FROM numbering WHERE kind = 12") == [])
  }

  @Test func dryRunLeavesNothing() throws {
    let database = try TemporaryDatabase()
    let before = try Dump(database)
    let code = try database.write(dryRun: true) { writer in
      let id = try writer.add(
        .customer, Catalogue.entity(.customer).values(["name": .text("A")]))
      return try writer.record(.customer, id)?["code"]
    }
    #expect(code == .text("KH000001"))
    #expect(try Dump(database) == before)
    #expect(try database.lastOperation() == 1)
    try database.add(.customer, ["name": .text("B")])
    #expect(try database.rows("SELECT id, code FROM customer") == ["1|KH000001"])
  }

  @Test func writesNoOperationWhereNothingChanged() throws {
    let database = try TemporaryDatabase()
    let id = try database.add(.tag, ["name": .text("A")])
    let last = try database.lastOperation()
    #expect(try !database.edit(.tag, id, ["name": .text("A")]))
    #expect(try database.lastOperation() == last)
  }
}
