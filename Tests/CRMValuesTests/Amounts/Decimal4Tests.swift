import Testing

@testable import CRMValues

@Suite struct Decimal4Tests {
  @Test(
    arguments: [
      ("1,5", 15_000), ("1.5", 15_000), ("10%", 100_000), ("10 %", 100_000), ("-0,25", -2500),
      ("8", 80_000),
      ("1.234,5", 12_345_000), ("1,234.5", 12_345_000), ("1 234,5", 12_345_000),
      ("1.234.567", 12_345_670_000),
      ("1,234,567", 12_345_670_000), ("0.1234", 1234), ("0,001", 10), ("1234.567", 12_345_670),
      ("1.2340", 12_340),
      ("1.50000", 15_000), ("12,345%", 123_450), ("+2", 20_000), ("−2", -20_000), ("0", 0),
      ("007", 70_000),
      ("922337203685477.5807", Int64.max), ("1 000", 10_000_000),
    ] as [(String, Int64)])
  func reads(_ text: String, _ scaled: Int64) throws {
    #expect(try Decimal4.parse(text).scaled == scaled)
  }

  @Test(arguments: [
    (
      "1.234", "“1.234” can be read as two different numbers",
      "“1.234” có thể hiểu thành hai số khác nhau"
    ),
    (
      "12,500", "“12,500” can be read as two different numbers",
      "“12,500” có thể hiểu thành hai số khác nhau"
    ),
    ("1.23456", "“1.23456” has more than four decimals", "“1.23456” có hơn bốn chữ số thập phân"),
    (
      "922337203685478", "“922337203685478” is too large a number",
      "“922337203685478” là số quá lớn"
    ),
    (
      "99999999999999999999", "“99999999999999999999” is too large a number",
      "“99999999999999999999” là số quá lớn"
    ),
    ("many", "“many” is not a number", "“many” không phải là số"),
  ])
  func saysWhatIsWrong(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try Decimal4.parse(text) }
    #expect(error.message == Label(english, vi: vietnamese))
  }

  @Test(arguments: [
    "", "-", "%", "1,2,3", "1.2.3", "1,5.5,5", "1.", "5tr", "1e3", "1/2", "--1", "10%%", "1.,5",
    "12 34",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try Decimal4.parse(text) }
  }

  @Test(
    arguments: [
      (15_000, "1.5", "1,5", "1.5"), (-2500, "-0.25", "-0,25", "-0.25"), (30_000, "3", "3", "3"),
      (0, "0", "0", "0"),
      (12_340, "1.2340", "1,234", "1.234"), (12_345_000, "1234.5", "1.234,5", "1,234.5"),
      (1, "0.0001", "0,0001", "0.0001"),
      (
        Int64.min, "-922337203685477.5808", "-922.337.203.685.477,5808", "-922,337,203,685,477.5808"
      ),
    ] as [(Int64, String, String, String)])
  func writes(_ scaled: Int64, _ plain: String, _ vietnamese: String, _ english: String) {
    let decimal = Decimal4(scaled: scaled)
    #expect(decimal.text == plain)
    #expect(decimal.text(.vi) == vietnamese)
    #expect(decimal.text(.en) == english)
  }

  @Test func readsWhatItWrites() throws {
    for scaled in stride(from: Int64(-200_000), through: 200_000, by: 7) {
      let decimal = Decimal4(scaled: scaled)
      #expect(Decimal4(plain: decimal.text) == decimal)
      #expect(try Decimal4.parse(decimal.text) == decimal)
    }
  }

  @Test(
    arguments: [
      ("1.234", 12_340), ("-1.5", -15_000), ("3", 30_000), ("1,5", nil), ("1.23456", nil),
      ("1e3", nil), ("", nil),
      (".5", nil), ("1.", nil), ("1.2.3", nil), ("+1", nil), (" 1", nil), ("1.234.567", nil),
    ] as [(String, Int64?)])
  func readsNumberCells(_ text: String, _ scaled: Int64?) {
    #expect(Decimal4(plain: text)?.scaled == scaled)
  }

  @Test(
    arguments: [
      (10, "0.25", 3), (-10, "0.25", -3), (10, "0.24", 2), (1, "0.5", 1), (-1, "0.5", -1),
      (3, "0.5", 2), (1000, "1.1", 1100),
      (Int64.max, "1", Int64.max), (Int64.max, "1.0001", nil), (0, "5", 0),
    ] as [(Int64, String, Int64?)])
  func multipliesRoundingHalvesAway(_ amount: Int64, _ factor: String, _ expected: Int64?) throws {
    let factor = try #require(Decimal4(plain: factor))
    #expect(Decimal4.rounded(amount, times: factor) == expected)
  }

  @Test(
    arguments: [
      (1005, "10", 101), (-1005, "10", -101), (1004, "10", 100), (333_333, "8", 26_667),
      (Int64.max, "100", Int64.max),
      (Int64.max, "101", nil), (150, "33.3333", 50), (100, "0.5", 1),
    ] as [(Int64, String, Int64?)])
  func takesPercentages(_ amount: Int64, _ percentage: String, _ expected: Int64?) throws {
    let percentage = try #require(Decimal4(plain: percentage))
    #expect(Decimal4.rounded(percentage, percentOf: amount) == expected)
  }

  @Test func roundsOnceForAllFactors() throws {
    let half = try Decimal4.parse("0.5")
    // 3 × ½ × ½ = 0.75; rounding in between would give 2 × ½ = 1.
    #expect(Decimal4.rounded(5, times: half, half) == 1)
    #expect(Decimal4.rounded(try Decimal4.parse("50"), percentOf: 5, times: half) == 1)
    let huge = Decimal4(scaled: .max)
    #expect(Decimal4.rounded(.max, times: huge, huge) == nil)
  }

  @Test(
    arguments: [
      (7, 2, 4), (-7, 2, -4), (7, -2, -4), (-7, -2, 4), (5, 3, 2), (4, 3, 1), (-4, 3, -1),
      (0, 3, 0), (1, 0, nil),
      (Int128.max, 1, nil), (Int128.min, -1, nil), (1, Int128.max, 0),
    ] as [(Int128, Int128, Int64?)])
  func dividesRoundingHalvesAway(_ dividend: Int128, _ divisor: Int128, _ expected: Int64?) {
    #expect(roundedQuotient(dividend, by: divisor) == expected)
  }

  @Test func addsAndNegates() {
    #expect(Decimal4.one.adding(Decimal4(scaled: 5000))?.text == "1.5")
    #expect(Decimal4(scaled: .max).adding(.one) == nil)
    #expect((-Decimal4.one).text == "-1")
    #expect(Decimal4(3)?.whole == 3)
    #expect(Decimal4(.max) == nil)
    #expect(Decimal4(scaled: 1).whole == nil)
    #expect(Decimal4.zero < .one)
  }
}
