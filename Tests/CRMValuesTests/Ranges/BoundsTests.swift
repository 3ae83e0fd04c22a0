import Testing

@testable import CRMValues

@Suite struct BoundsTests {
  @Test(
    arguments: [
      ("10tr..50tr", 10_000_000, 50_000_000, true, true), ("..5", nil, 5, true, true),
      ("2..", 2, nil, true, true),
      ("<5", nil, 5, true, false), ("<= 5k", nil, 5000, true, true), (">5", 5, nil, false, true),
      (">=1.500.000", 1_500_000, nil, true, true), ("≤5", nil, 5, true, true),
      ("500k", 500_000, 500_000, true, true),
      (" 1tr .. 1,5tr ", 1_000_000, 1_500_000, true, true), ("-5..-1", -5, -1, true, true),
      ("5..5", 5, 5, true, true),
    ] as [(String, Int64?, Int64?, Bool, Bool)])
  func readsMoney(
    _ text: String, _ lower: Int64?, _ upper: Int64?, _ lowerIncluded: Bool, _ upperIncluded: Bool
  ) throws {
    let range = try parseRange(text, parse: Money.parse(_:))
    #expect(
      range
        == Bounds(
          lower: lower, upper: upper, lowerIncluded: lowerIncluded, upperIncluded: upperIncluded))
  }

  @Test(arguments: [
    "", "..", "<", ">=", "5..2", "1...5", "1..2..3", "<1..5", "x..5", "5..x", "< <5",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try parseRange(text, parse: Money.parse(_:)) }
  }

  @Test func readsDecimalsAndWholeNumbers() throws {
    let decimals = try parseRange("1,5..2.5", parse: Decimal4.parse)
    #expect(decimals.lower?.scaled == 15_000 && decimals.upper?.scaled == 25_000)
    #expect(try parseRange("2..", parse: parseWholeNumber).lower == 2)
  }

  @Test(
    arguments: [
      ("2..5", [1, 2, 5, 6], [false, true, true, false]), ("<5", [4, 5], [true, false]),
      (">5", [5, 6], [false, true]), ("..5", [Int64.min, 5, 6], [true, true, false]),
      ("3", [2, 3], [false, true]),
    ] as [(String, [Int64], [Bool])])
  func contains(_ text: String, _ values: [Int64], _ expected: [Bool]) throws {
    let range = try parseRange(text, parse: parseWholeNumber)
    #expect(values.map(range.contains) == expected)
  }

  @Test func knowsItsOnlyValue() throws {
    #expect(try parseRange("7", parse: parseWholeNumber).onlyValue == 7)
    #expect(try parseRange("7..8", parse: parseWholeNumber).onlyValue == nil)
    #expect(Bounds<Int>().onlyValue == nil)
  }

  @Test(
    arguments: [
      ("1500", 1500), ("-3", -3), ("1.500", 1500), ("1,500,000", 1_500_000), ("1 500", 1500),
      ("+7", 7),
      ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), (" 12 ", 12),
    ] as [(String, Int64)])
  func readsWholeNumbers(_ text: String, _ expected: Int64) throws {
    #expect(try parseWholeNumber(text) == expected)
  }

  @Test(arguments: ["", "1.5", "1,50", "x", "1 2", "9223372036854775808", "1.2345", "--3", "1e3"])
  func refusesWhatIsNotWhole(_ text: String) throws {
    _ = try refusal { try parseWholeNumber(text) }
  }
}
