import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct YearlyFilterTests {
  let fixture: FilterFixture

  init() throws { fixture = try FilterFixture() }

  @Test(
    arguments: [
      ("birthday = 20/12", "K1"), ("birthday = --12-20", "K1"), ("birthday = 1990-12-20", "K1"),
      ("birthday = 1991-12-20", ""), ("birthday != 20/12", "K2 K3 K4 K5 K6 K7 K8"),
      ("birthday = 20/12..05/01", "K1 K2 K4"), ("birthday = 1/1..31/3", "K3 K4 K7 K8"),
      ("birthday = 1990..2000", "K1 K3 K8"), ("birthday < 1990", "K4"),
      ("birthday >= 2000", "K3 K6"), ("birthday = 02/2000", "K3"), ("birthday = 29/02", "K3"),
      ("birthday >= 25/12", "K2"), ("birthday < 01/03", "K3 K4 K8"),
      ("birthday within 3d", "K6"), ("birthday within 7", "K6"), ("birthday within 28d", "K1 K6"),
      ("birthday within 45d", "K1 K2 K4 K6"), ("birthday within \"2 tuần\"", "K6"),
      ("birthday within 12m", "K1 K2 K3 K4 K6 K7 K8"), ("birthday = this-month", "K6"),
      ("birthday = today+3d", "K6"), ("birthday = next-month", "K1 K2"),
      ("birthday not within 28d", "K2 K3 K4 K5 K7 K8"), ("birthday is empty", "K5"),
      ("birthday in (20/12, 25/11)", "K1 K6"), ("birthday >= -26y", "K6"),
    ])
  func findsBirthdays(filter: String, codes: String) throws {
    #expect(try fixture.codes(filter) == codes)
  }

  /// K3 was born on 29 February, K7 on 1 March, K8 on 28 February.
  @Test(
    arguments: [
      ("2027-02-25", 3, LeapDayRule.february28, "K3 K8"), ("2027-02-25", 3, .march1, "K8"),
      ("2027-02-25", 4, .march1, "K3 K7 K8"), ("2027-02-25", 4, .onlyLeapYears, "K7 K8"),
      ("2027-03-01", 0, .march1, "K3 K7"), ("2027-03-01", 0, .february28, "K7"),
      ("2027-02-28", 0, .february28, "K3 K8"), ("2028-02-28", 0, .february28, "K8"),
      ("2028-02-29", 0, .onlyLeapYears, "K3"), ("2028-02-25", 10, .onlyLeapYears, "K3 K7 K8"),
      ("2026-12-28", 7, .february28, "K2 K4"), ("2027-12-31", 60, .march1, "K2 K3 K4 K8"),
    ])
  func followsTheLeapDayRule(today: String, days: Int, rule: LeapDayRule, codes: String) throws {
    let day = try #require(Day(iso: today))
    let context = fixture.context(today: day, leapDay: rule)
    #expect(try fixture.codes("birthday within \(days)d", context) == codes)
  }
}
