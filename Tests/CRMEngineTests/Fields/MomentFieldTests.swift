import CRMTables
import CRMValues
import Testing

@testable import CRMEngine

@Suite struct MomentFieldTests {
  /// The names of the parcels, and when they are due.
  private static let due = [
    ("a", "2026-12-01"), ("b", "2026-12-01 14:00"), ("c", "1/12/2026 23h30"),
    ("d", "2026-12-02"), ("e", "mai 9h30"), ("f", "hôm nay"), ("g", ""),
  ]

  private func depot(_ zone: Zone = .vietnam) throws -> Depot {
    let depot = try Depot(zone)
    for (name, due) in Self.due { try depot.add(.parcel, ["name": name, "due": due]) }
    return depot
  }

  @Test func keepsADayADayAndNoTimeIsLost() throws {
    #expect(
      try depot().texts(.parcel, "due") == [
        "2026-12-01", "2026-12-01T14:00:00+07:00", "2026-12-01T23:30:00+07:00", "2026-12-02",
        "2026-11-23T09:30:00+07:00", "2026-11-22", "",
      ])
  }

  private static let filters = [
    ("due = 2026-12-01", "a b c"), ("due = 1/12/2026..2/12/2026", "a b c d"),
    ("due = today", "f"), ("due = tomorrow", "e"), ("due = this-month", "e f"),
    ("due in (today, 2026-12-02)", "d f"), ("due within 1d", "e f"),
    ("due >= '2026-12-01 14:00'", "b c d"), ("due > '2026-12-01 14:00'", "c d"),
    ("due = '2026-12-01 14:00'", "b"), ("due = '2026-12-01 14:00:01'", ""),
    ("due < '2026-12-01 14:00'", "a e f"), ("due <= '1/12/2026 14h'", "a b e f"),
    ("due = 'mai 9h..2026-12-01'", "a b c e"), ("due >= now", "a b c d e"),
    ("due < +24h", "e f"), ("due > 2026-12-01", "d"), ("due < 2026-12-01", "e f"),
    ("due is empty", "g"), ("due is not empty", "a b c d e f"), ("due != 2026-12-01", "d e f g"),
  ]

  @Test func filtersByDaysAndByTheClock() throws {
    let depot = try depot()
    for (filter, names) in Self.filters {
      #expect(
        try depot.texts(.parcel, "name", where: filter).joined(separator: " ") == names, "\(filter)"
      )
    }
  }

  /// In another zone a moment falls on another day than in Vietnam, by whose clocks it is stored.
  @Test func filtersByTheDaysOfTheZone() throws {
    let depot = try Depot(.fixed(hours: -5))
    try depot.add(.parcel, ["name": "a", "due": "2026-12-01"])
    try depot.add(.parcel, ["name": "b", "due": "2026-12-01 20:00"])
    try depot.add(.parcel, ["name": "c", "due": "2026-12-02 01:00"])
    #expect(try depot.texts(.parcel, "due")[1] == "2026-12-02T08:00:00+07:00")
    for (filter, names) in [
      ("due = 2026-12-01", "a b"), ("due = 2026-12-02", "c"),
      ("due > '2026-12-01 20:00'", "c"), ("due <= '2026-12-01 20:00'", "a b"),
    ] {
      #expect(
        try depot.texts(.parcel, "name", where: filter).joined(separator: " ") == names, "\(filter)"
      )
    }
  }

  @Test(arguments: [
    ("due ~ 12", "“~” does not fit “due”"), ("due = 25h", "there is no hour 25"),
    ("due = 'khi nào'", "is not a day or a time"),
  ])
  func refusesWhatIsNoTime(filter: String, reason: String) throws {
    let error = try #require(problem { try Depot().texts(.parcel, "name", where: filter) })
    #expect(error.message.en.contains(reason), "\(error.message.en)")
  }

  @Test func usesTheIndex() throws {
    let depot = try depot()
    try depot.read { reader in
      var query = Query(.parcel)
      query.conditions = [try Expression(parsing: "due = 2026-12-01")]
      let source = try reader.source(query, mode: .page)
      let plan = try reader.cache.prepared("EXPLAIN QUERY PLAN SELECT t.id \(source.sql)")
      reader.bind(plan, source.arguments)
      var lines: [String] = []
      while try plan.step() { lines.append(plan.text(3) ?? "") }
      #expect(lines.contains { $0.contains("USING INDEX parcel_by_due (due>? AND due<?)") })
    }
  }

  @Test func sortsDaysBeforeTheirMoments() throws {
    let names = try depot().values(.parcel, "name", where: "due is not empty", sort: "due")
    #expect(names.compactMap(\.text) == ["f", "e", "a", "b", "c", "d"])
  }

  @Test func givesTheFirstAndLastOfARecord() throws {
    let depot = try depot()
    try depot.add(.visit, ["parcel": "P000001", "start": "2026-11-20 8h"])
    try depot.add(.visit, ["parcel": "P000001"])
    #expect(
      try depot.texts(.parcel, "visits.first", where: "visits.last = today")
        == ["2026-11-20T08:00:00+07:00"])
  }

  @Test(arguments: [
    (Cell.day("2026-12-01"), "2026-12-01"),
    (.dateTime("2026-12-01T14:00:00"), "2026-12-01T14:00:00+07:00"),
    (.dateTime("2026-12-01T00:00:00"), "2026-12-01T00:00:00+07:00"),
    (.text("1/12/2026 14h"), "2026-12-01T14:00:00+07:00"),
  ])
  func takesCells(cell: Cell, stored: String) throws {
    let field = try #require(Entity.parcel.field("due"))
    let text = try #require(field.kind.text(of: cell, hasGuards: false))
    #expect(try field.value(of: cell) == nil)
    #expect(try parse(text, for: field, context: try Depot().context) == .text(stored))
  }

  @Test func refusesACellWithoutADay() throws {
    let field = try #require(Entity.parcel.field("due"))
    let error = problem { try field.value(of: .time(seconds: 32_400)) }
    #expect(error?.message.en == "Due: the cell holds a time without a day")
  }

  @Test(arguments: ["2026-12-01", "2026-12-01T14:00:00+07:00"])
  func canonicalTextReadsBack(stored: String) throws {
    let field = try #require(Entity.parcel.field("due"))
    let plain = canonical(.text(stored), for: field)
    #expect(try parse(plain, for: field, context: try Depot().context) == .text(stored))
    let people = text(
      .text(stored), for: field, in: .fields, language: .vi, zone: .vietnam)
    #expect(people == (stored.count == 10 ? "01/12/2026" : "01/12/2026 14:00"))
  }
}
