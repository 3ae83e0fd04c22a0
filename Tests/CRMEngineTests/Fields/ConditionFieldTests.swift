import CRMValues
import Testing

@testable import CRMEngine

/// Conditions and nouns, which the write door checks whoever writes them.
@Suite struct ConditionFieldTests {
  @Test func takesNounsByWordAndByLabel() throws {
    let depot = try Depot()
    try depot.add(.alarm, ["watched": "parcel"])
    try depot.add(.alarm, ["watched": "Lượt ghé"])
    #expect(try depot.texts(.alarm, "watched") == ["parcel", "visit"])
    #expect(try depot.texts(.alarm, "code", where: "watched = Parcel") == ["A000001"])
    #expect(try depot.texts(.alarm, "code", where: "watched ~ ghe") == ["A000002"])
    let field = try #require(Entity.alarm.field("watched"))
    #expect(
      text(.text("visit"), for: field, in: .fields, language: .vi, zone: .vietnam) == "Lượt ghé")
    #expect(canonical(.text("visit"), for: field) == "visit")
  }

  @Test func refusesWhatIsNoNoun() throws {
    let depot = try Depot()
    let error = problem { try depot.add(.alarm, ["watched": "parcels"]) }
    #expect(error?.message.en == "Watched: “parcels” is not a kind of record")
    #expect(error?.hints.first?.en == "Did you mean parcel?")
    // Past the reading of texts, too.
    let entity = Entity.alarm
    let raw = problem {
      try depot.write { try $0.add(.alarm, entity.values(["watched": .text("robot")])) }
    }
    #expect(raw?.message.en == "“robot” is not a kind of record")
  }

  @Test func checksConditionsOfTheKindThatAnotherFieldNames() throws {
    let depot = try Depot()
    let id = try depot.add(.alarm, ["watched": "visit", "condition": "length >= 1h"])
    let unknown = problem {
      try depot.add(.alarm, ["watched": "parcel", "condition": "length > 1h"])
    }
    #expect(unknown?.message.en.contains("parcel has no field “length”") == true)
    // The kind changes under the condition.
    let moved = problem { try depot.edit(.alarm, id, ["watched": "parcel"]) }
    #expect(moved?.message.en.contains("parcel has no field “length”") == true)
    #expect(try depot.edit(.alarm, id, ["watched": "parcel", "condition": "due = today"]))
    let broken = problem { try depot.edit(.alarm, id, ["condition": "due ="]) }
    #expect(broken != nil)
  }

  @Test func knowsMeOnlyWhereSomebodyAsks() throws {
    let depot = try Depot()
    try depot.add(.alarm, ["watched": "parcel", "condition": "owner = me"])
    let error = problem {
      try depot.add(.alarm, ["watched": "parcel", "unless": "owner = me"])
    }
    #expect(error?.message.en.contains("there is no user “me”") == true)
  }

  /// A condition may outlive what it names; what switches it on is refused, other work is not.
  @Test func asksAgainWhereAFlagSwitchesItOn() throws {
    let depot = try Depot()
    let id = try depot.add(.alarm, ["watched": "parcel", "condition": "due = today"])
    try depot.write {
      try $0.cache.statement("UPDATE alarm SET condition = 'gone = 1'").run()
    }
    #expect(try depot.edit(.alarm, id, ["name": "x"]))
    let error = problem { try depot.edit(.alarm, id, ["active": "yes"]) }
    #expect(error?.message.en.contains("parcel has no field “gone”") == true)
  }
}
