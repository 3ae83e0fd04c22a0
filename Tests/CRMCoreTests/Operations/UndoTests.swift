import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What undo refuses, and in which words.
@Suite struct UndoTests {
  let database: TemporaryDatabase
  let customer: Int64

  init() throws {
    database = try TemporaryDatabase()
    customer = try database.add(.customer, ["name": .text("A")])
  }

  private func name() throws -> String? { try database.value(.customer, customer, "name")?.text }

  private func rename(_ name: String) throws -> Int64 {
    try database.edit(.customer, customer, ["name": .text(name)])
    return try database.lastOperation()
  }

  @Test func undoesTheSameOperationAgainAndAgain() throws {
    let first = try rename("B")
    let second = try rename("C")
    #expect(try database.undo() == second)
    #expect(try database.undo() == first)
    #expect(try name() == "A")
    #expect(try database.redo() == first)
    #expect(try database.redo() == second)
    #expect(try name() == "C")
    #expect(try database.undo() == second)
    #expect(try name() == "B")
    #expect(try database.redo() == second)
    #expect(try database.undo(second) == second)
    #expect(try database.undo(first) == first)
    #expect(try name() == "A")
  }

  @Test func refusesWhereALaterOperationChangedTheSame() throws {
    let first = try rename("B")
    let second = try rename("C")
    let error = failure { try database.undo(first) }
    #expect(error?.kind == .conflict)
    #expect(
      error?.message.en
        == "operation \(first) cannot be undone: later operations changed "
        + "customer KH000001 (\(second))")
    #expect(error?.message.vi.hasSuffix("đã sửa khách hàng KH000001 (\(second))") == true)
    #expect(error?.hints.first?.en.contains("--force") == true)
    #expect(try name() == "C")
    try database.undo(first, force: true)
    #expect(try name() == "A")
  }

  @Test func letsOtherFieldsBe() throws {
    let first = try rename("B")
    try database.edit(.customer, customer, ["fax": .text("1")])
    try database.undo(first)
    #expect(try name() == "A")
    #expect(try database.value(.customer, customer, "fax") == .text("1"))
  }

  @Test func countsNoUndoneOperationAsLater() throws {
    let first = try rename("B")
    _ = try rename("C")
    try database.undo()
    try database.undo(first)
    #expect(try name() == "A")
  }

  @Test func refusesToRedoOverALaterChange() throws {
    let first = try rename("B")
    try database.undo()
    let second = try rename("C")
    let error = failure { try database.redo(first) }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en.contains("customer KH000001 (\(second))") == true)
    #expect(try database.redo(first, force: true) == first)
    #expect(try name() == "B")
  }

  @Test func namesTenRecordsAtMost() throws {
    let ids = try database.write { writer in
      try (0..<12).map {
        try writer.add(.tag, Catalogue.entity(.tag).values(["name": .text("T\($0)")]))
      }
    }
    let addition = try database.lastOperation()
    try database.write { writer in
      for id in ids { try writer.edit(.tag, id, ["description": .text("x")]) }
    }
    let error = failure { try database.undo(addition) }
    #expect(error?.message.en.contains("tag T0 (") == true)
    #expect(error?.message.en.contains("tag T9 (") == true)
    #expect(error?.message.en.contains("tag T10 (") == false)
    #expect(error?.message.en.hasSuffix(", …") == true)
  }

  @Test func refusesNumbersThatMakeNoSense() throws {
    let first = try rename("B")
    try database.undo()
    let undo = try database.lastOperation()
    for (number, words) in [
      (999, "there is no operation 999"), (0, "there is no operation 0"),
      (-1, "there is no operation -1"), (1, "operation 1 made the database"),
      (first, "operation \(first) is already undone (by operation \(undo))"),
      (undo, "operation \(undo) is itself an undo or redo (of operation \(first))"),
    ] {
      let error = failure { try database.undo(number) }
      #expect(error?.kind == .request)
      #expect(error?.message.en.hasPrefix(words) == true, "\(String(describing: error))")
    }
  }

  @Test func leavesTheMakingOfTheDatabaseAlone() throws {
    try database.undo()
    #expect(failure { try database.undo() }?.message.en == "there is nothing to undo")
    #expect(failure { try TemporaryDatabase().redo() }?.message.en == "there is nothing to redo")
  }

  @Test func keepsWhatIsReferredTo() throws {
    let source = try database.add(.source, ["name": .text("Tờ rơi")])
    let addition = try database.lastOperation()
    try database.edit(.customer, customer, ["source": .integer(source)])
    for force in [false, true] {
      let error = failure { try database.undo(addition, force: force) }
      #expect(error?.kind == .conflict)
      #expect(
        error?.message.en == "operation \(addition) cannot be undone: "
          + "source Tờ rơi is still referred to by customer KH000001")
    }
  }

  @Test func cannotBringBackWhatIsDestroyed() throws {
    try database.trash(.customer, customer)
    try database.write { writer in
      _ = try writer.emptyTrash(Catalogue.nouns)
    }
    let destruction = try database.lastOperation()
    let error = failure { try database.undo(destruction) }
    #expect(error?.kind == .request)
    #expect(error?.message.en.contains("cannot be undone") == true)
  }
}
