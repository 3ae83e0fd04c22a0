import CRMTables
import CRMValues
import Testing

@testable import CRMEngine

@Suite struct DurationFieldTests {
  private func depot() throws -> Depot {
    let depot = try Depot()
    try depot.add(.parcel, ["name": "x"])
    for length in ["45p", "3p20s", "1h30", "90m", ""] {
      try depot.add(.visit, ["parcel": "P000001", "length": length])
    }
    return depot
  }

  @Test func keepsSeconds() throws {
    #expect(
      try depot().values(.visit, "length").map(\.integer) == [2700, 200, 5400, 5400, nil])
  }

  @Test func filtersAndSorts() throws {
    let depot = try depot()
    for (filter, codes) in [
      ("length >= 3p", "1 2 3 4"), ("length = 1h30", "3 4"), ("length = 3p..45p", "1 2"),
      ("length < '45 phút'", "2"), ("length in (45m, 200s)", "1 2"), ("length is empty", "5"),
      ("length != 90p", "1 2 5"),
    ] {
      let found = try depot.texts(.visit, "code", where: filter).map { String($0.suffix(1)) }
      #expect(found.joined(separator: " ") == codes, "\(filter)")
    }
    let sorted = try depot.values(.visit, "length", where: "length is not empty", sort: "-length")
    #expect(sorted.map(\.integer) == [5400, 5400, 2700, 200])
  }

  @Test func sumsUp() throws {
    let depot = try depot()
    #expect(try depot.values(.parcel, "visits.length") == [.integer(13_700)])
    #expect(try depot.texts(.parcel, "name", where: "visits.length >= 3h48m20s") == ["x"])
    #expect(try depot.texts(.parcel, "name", where: "visits.length > 3h48m20s") == [])
    let columns = try depot.read { try $0.columns(["visits.length"], of: .parcel) }
    #expect(columns.map(\.kind) == [.duration])
  }

  @Test(arguments: [
    ("45", "Length: “45” does not say whether it is minutes or seconds"),
    ("1:30", "Length: “1:30” may be hours and minutes or minutes and seconds"),
    ("-5p", "Length: “-5p” is not a length of time: it is below zero"),
  ])
  func refusesWhatIsNoLength(typed: String, message: String) throws {
    let depot = try depot()
    let error = problem { try depot.add(.visit, ["parcel": "P000001", "length": typed]) }
    #expect(error?.message.en == message)
  }

  @Test(
    arguments: [
      (Cell.time(seconds: 5400), 5400), (.time(seconds: 93_909), 93_909), (.time(seconds: 0), 0),
    ] as [(Cell, Int64)])
  func takesCells(cell: Cell, seconds: Int64) throws {
    let field = try #require(Entity.visit.field("length"))
    #expect(try field.value(of: cell) == .integer(seconds))
  }

  @Test func refusesPartsOfASecond() throws {
    let field = try #require(Entity.visit.field("length"))
    #expect(
      problem { try field.value(of: .time(seconds: 90.5)) }?.message.en
        .hasSuffix("is not a whole number of seconds") == true)
    #expect(try field.value(of: .number(45, shown: "45")) == nil)
  }

  @Test(arguments: [0, 59, 60, 200, 5400, 93_909] as [Int64])
  func canonicalTextReadsBack(seconds: Int64) throws {
    let field = try #require(Entity.visit.field("length"))
    let plain = canonical(.integer(seconds), for: field)
    #expect(try parse(plain, for: field, context: try Depot().context) == .integer(seconds))
    let people = text(
      .integer(5400), for: field, in: .fields, language: .vi, zone: .vietnam)
    #expect(people == "1 giờ 30 phút")
  }
}
