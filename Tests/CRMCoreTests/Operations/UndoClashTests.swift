import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Undo cannot give back a code, a name or a reference that is no longer free: it says so, and
/// changes nothing, forced or not.
@Suite struct UndoClashTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  private func expectRefusal(
    of operation: Int64, _ words: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try Dump(database)
    for force in [false, true] {
      let error = failure { try database.undo(operation, force: force) }
      #expect(error?.kind == .conflict, "\(String(describing: error))", sourceLocation: location)
      #expect(
        error?.message.en.contains(words) == true, "\(String(describing: error))",
        sourceLocation: location)
    }
    #expect(try Dump(database) == before, sourceLocation: location)
  }

  @Test func aTrashedNameThatIsTakenAgain() throws {
    let tag = try database.add(.tag, ["name": .text("Nóng")])
    try database.trash(.tag, tag)
    let deletion = try database.lastOperation()
    try database.add(.tag, ["name": .text("Nóng")])
    try expectRefusal(of: deletion, "Name “Nóng” already exists in tag Nóng")
  }

  @Test func aFormerNameThatIsTaken() throws {
    let tag = try database.add(.tag, ["name": .text("Nóng")])
    try database.edit(.tag, tag, ["name": .text("Lạnh")])
    let renaming = try database.lastOperation()
    try database.add(.tag, ["name": .text("Nóng")])
    try expectRefusal(of: renaming, "Name “Nóng” already exists in tag Nóng")
  }

  @Test func aFormerCodeThatIsTaken() throws {
    let tag = try database.add(.tag, ["name": .text("Nóng"), "code": .text("T1")])
    try database.edit(.tag, tag, ["code": .text("T2")])
    let recoding = try database.lastOperation()
    try database.add(.tag, ["name": .text("Ấm"), "code": .text("t1")])
    try expectRefusal(of: recoding, "code T1 already exists among the tags")
  }

  @Test func aReferenceThatIsGone() throws {
    let source = try database.add(.source, ["name": .text("Tờ rơi")])
    let addition = try database.lastOperation()
    let customer = try database.add(
      .customer, ["name": .text("A"), "source": .integer(source)])
    try database.edit(.customer, customer, ["source": .null])
    let emptying = try database.lastOperation()
    try database.undo(addition)
    try expectRefusal(of: emptying, "operation \(emptying) cannot be undone")
  }

  @Test func anUndoneAdditionWhoseNameIsTaken() throws {
    try database.add(.tag, ["name": .text("Nóng"), "code": .text("T1")])
    let first = try database.lastOperation()
    try database.undo()
    try database.add(.tag, ["name": .text("Nóng"), "code": .text("T2")])
    for force in [false, true] {
      let error = failure { try database.redo(first, force: force) }
      #expect(error?.kind == .conflict)
      #expect(error?.message.en == "Name “Nóng” already exists in tag Nóng")
    }
  }

  @Test func anUndoneAdditionWhoseCodeIsTaken() throws {
    try database.add(.customer, ["name": .text("A"), "code": .text("X1")])
    let first = try database.lastOperation()
    try database.undo()
    try database.add(.customer, ["name": .text("B"), "code": .text("X1")])
    let error = failure { try database.redo(first) }
    #expect(error?.kind == .conflict)
    #expect(error?.message.en == "code X1 already exists among the customers")
  }
}
