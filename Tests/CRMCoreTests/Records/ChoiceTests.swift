import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What a choice may hold is checked by the write door, since no table does.
@Suite struct ChoiceTests {
  private let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  @Test(
    arguments: [
      ("kind", Value.text("robot")), ("kind", .text("Individual")), ("kind", .text("")),
      ("gender", .integer(1)), ("approval", .text("done")), ("level", .text("new ")),
    ])
  func refusesOtherWords(field: String, value: Value) throws {
    let id = try database.add(.customer, ["name": .text("An")])
    let before = try Dump(database)
    for attempt in [
      failure { try database.add(.customer, ["name": .text("Bình"), field: value]) },
      failure { try database.edit(.customer, id, [field: value]) },
    ] {
      let label = Catalogue.entity(.customer).field(field)?.label
      #expect(attempt?.kind == .request)
      #expect(attempt?.message.en.hasPrefix("\(label?.en ?? "?"): “") == true)
      #expect(attempt?.message.vi.hasPrefix("\(label?.vi ?? "?"): “") == true)
      #expect(attempt?.hints.isEmpty == false)
    }
    #expect(try Dump(database).differences(from: before) == [])
  }

  /// Every word of every choice of every kind is taken by its column, and none is left out.
  @Test func takesEveryWord() throws {
    let id = try database.add(.customer, ["name": .text("An")])
    for field in Catalogue.entity(.customer).fields {
      guard case .choice(let choices) = field.kind, field.name != "approval" else { continue }
      for choice in choices + choices.reversed() {
        try database.edit(.customer, id, [field.name: .text(choice.key)])
        #expect(try database.value(.customer, id, field.name) == .text(choice.key))
      }
      try database.edit(.customer, id, [field.name: .null])
    }
  }

  /// The words of a custom field may change; what was one when it was written may stay, and nobody
  /// writes it anew.
  @Test func followsCustomFields() throws {
    let field = try database.add(
      .customField,
      [
        "kind": .text("customer"), "name": .text("Hạng"), "type": .text("choice"),
        "choices": .text("A;B"),
      ])
    let id = try database.write {
      try $0.add(
        .customer, $0.entity(.customer).values(["name": .text("An"), "c_hang": .text("A")]))
    }
    try database.edit(.customField, field, ["choices": .text("B;C")])
    try database.edit(.customer, id, ["name": .text("Ân")])
    #expect(try database.rows("SELECT c_hang FROM customer WHERE id = \(id)") == ["A"])
    let place = try #require(try database.read { $0.entity(.customer).position(of: "c_hang") })
    let error = failure {
      try database.write { try $0.edit(.customer, id, [(place, .text("D"))]) }
    }
    #expect(error?.kind == .request)
    #expect(error?.message.en == "Hạng: “D” is not one of the known values")
    try database.write { try $0.edit(.customer, id, [(place, .text("C"))]) }
    #expect(
      failure { try database.write { try $0.edit(.customer, id, [(place, .text("A"))]) } } != nil)
  }
}
