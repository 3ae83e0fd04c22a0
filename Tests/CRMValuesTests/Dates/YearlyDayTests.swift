import Testing

@testable import CRMValues

@Suite struct YearlyDayTests {
  @Test(arguments: [
    ("20/12/1990", "1990-12-20"), ("1990-12-20", "1990-12-20"), ("20/12", "--12-20"),
    ("5/1", "--01-05"), ("20-12", "--12-20"), ("20.12", "--12-20"), ("--12-20", "--12-20"),
    ("--1220", "--12-20"), ("19901220", "1990-12-20"), ("1990-12-20T00:00:00Z", "1990-12-20"),
    ("19901220T000000Z", "1990-12-20"), ("29/02", "--02-29"), ("29/02/1992", "1992-02-29"),
    ("--02-29", "--02-29"), (" 03/11/1999 ", "1999-11-03"),
  ])
  func readsAndStores(_ text: String, _ stored: String) throws {
    let yearly = try YearlyDay.parse(text)
    #expect(yearly.text == stored)
    #expect(YearlyDay(storage: stored) == yearly)
  }

  @Test(arguments: [
    "29/02/1990", "30/02", "31/04", "20/13", "0/1", "20/12/90", "--1320", "--0230", "--12-2",
    "19901320", "1990", "12/1990", "1990-12", "circa 1990", "", "--", "---20", "--12/20", "20/12/",
    "19901220Tx", "199012200",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try YearlyDay.parse(text) }
  }

  /// Apple's year of those who do not say theirs, in whatever form it comes.
  @Test(arguments: [
    "1604-05-09", "16040509", "09/05/1604", "9.5.1604", "1604/5/9", "1604-05-09T00:00:00Z",
  ])
  func theYear1604IsNone(_ text: String) throws {
    #expect(try YearlyDay.parse(text).text == "--05-09")
  }

  @Test(arguments: ["1992", "12/1992", "1992-12", "5.1992", "1992/5"])
  func asksForTheDay(_ text: String) throws {
    let error = try refusal { try YearlyDay.parse(text) }
    #expect(
      error.message.en
        == "\(text) is not a date: the day is missing; write 20/12/1990, or 20/12 without the year")
    #expect(
      error.message.vi
        == "\(text) không phải là ngày: thiếu ngày; hãy viết 20/12/1990, hoặc 20/12 nếu không rõ năm"
    )
  }

  @Test(arguments: ["11-03", "--11-3", "--02-30", "1990-02-29", "--1103", "", "-11-03", "--11-031"])
  func storageFormIsStrict(_ text: String) {
    #expect(YearlyDay(storage: text) == nil)
  }

  @Test func saysWhatIsImpossible() throws {
    let error = try refusal { try YearlyDay.parse("31/02") }
    #expect(error.message.en == "31/02 is not a date: February has 29 days")
    #expect(error.message.vi == "31/02 không phải là ngày: tháng 2 có 29 ngày")
    let leap = try refusal { try YearlyDay.parse("29/02/1990") }
    #expect(leap.message.en == "29/02/1990 is not a date: February 1990 has 28 days")
  }

  @Test func readsInBothLanguages() throws {
    let known = try YearlyDay.parse("3/11/1999")
    let unknown = try YearlyDay.parse("3/11")
    #expect(known.text(.en) == "1999-11-03")
    #expect(known.text(.vi) == "03/11/1999")
    #expect(unknown.text(.en) == "--11-03")
    #expect(unknown.text(.vi) == "03/11")
    #expect(known.monthDay == "11-03")
    #expect(unknown.firstDay == nil)
  }

  @Test(arguments: [
    ("11-03", "2026-11-03", "2026-11-03"), ("11-03", "2026-11-04", "2027-11-03"),
    ("01-02", "2026-12-30", "2027-01-02"), ("12-31", "2026-12-31", "2026-12-31"),
    ("12-31", "2027-01-01", "2027-12-31"), ("02-28", "2026-03-01", "2027-02-28"),
  ])
  func comesRoundOverTheYearsEnd(_ monthDay: String, _ from: String, _ expected: String) throws {
    let yearly = try #require(YearlyDay(storage: "--\(monthDay)"))
    for rule in LeapDayRule.allCases {
      #expect(try yearly.next(onOrAfter: day(from), leapDayFallsOn: rule).iso == expected)
    }
  }

  @Test(arguments: [
    ("2026-02-28", LeapDayRule.february28, "2026-02-28"), ("2026-03-01", .february28, "2027-02-28"),
    ("2027-03-01", .february28, "2028-02-29"), ("2026-02-28", .march1, "2026-03-01"),
    ("2026-03-01", .march1, "2026-03-01"), ("2026-03-02", .march1, "2027-03-01"),
    ("2028-02-29", .march1, "2028-02-29"), ("2028-03-01", .march1, "2029-03-01"),
    ("2028-02-28", .february28, "2028-02-29"), ("2026-03-01", .onlyLeapYears, "2028-02-29"),
    ("2028-02-29", .onlyLeapYears, "2028-02-29"), ("2028-03-01", .onlyLeapYears, "2032-02-29"),
    ("1896-03-01", .onlyLeapYears, "1904-02-29"), ("2096-03-01", .onlyLeapYears, "2104-02-29"),
  ])
  func leapDayFollowsTheRule(_ from: String, _ rule: LeapDayRule, _ expected: String) throws {
    let yearly = try #require(YearlyDay(storage: "--02-29"))
    #expect(try yearly.next(onOrAfter: day(from), leapDayFallsOn: rule).iso == expected)
  }

  @Test func nextIsTheFirstOccurrenceOnOrAfter() throws {
    var start = try day("2095-11-01")
    let yearly = try [
      "--01-01", "--02-28", "--02-29", "--03-01", "--12-31", "1992-02-29",
    ].map { try #require(YearlyDay(storage: $0)) }
    while start.year < 2106 {
      for rule in LeapDayRule.allCases {
        for one in yearly {
          let next = one.next(onOrAfter: start, leapDayFallsOn: rule)
          let all = (start.year...start.year + 9).compactMap {
            one.occurrence(in: $0, leapDayFallsOn: rule)
          }
          if next != all.first(where: { $0 >= start }) {
            Issue.record("\(one.text) \(start.iso) \(rule) \(next.iso)")
          }
        }
      }
      start = start.adding(days: 1)
    }
  }

  @Test(
    arguments: [
      ("1990-12-20", "2026-12-19", 35), ("1990-12-20", "2026-12-20", 36),
      ("1990-12-20", "1990-12-20", 0),
      ("1990-12-20", "1990-12-19", nil), ("--12-20", "2026-12-20", nil),
      ("1992-02-29", "2026-02-28", 33),
      ("1992-02-29", "2026-03-01", 34), ("1992-02-29", "2028-02-28", 35),
      ("1992-02-29", "2028-02-29", 36),
    ] as [(String, String, Int?)])
  func countsCompletedYears(_ born: String, _ on: String, _ age: Int?) throws {
    let yearly = try #require(YearlyDay(storage: born))
    #expect(try yearly.age(on: day(on)) == age)
  }

  @Test func ageFollowsTheLeapDayRule() throws {
    let yearly = try #require(YearlyDay(storage: "1992-02-29"))
    let day = try day("2026-02-28")
    #expect(yearly.age(on: day, leapDayFallsOn: .february28) == 34)
    #expect(yearly.age(on: day, leapDayFallsOn: .march1) == 33)
    #expect(yearly.age(on: day, leapDayFallsOn: .onlyLeapYears) == 33)
  }
}
