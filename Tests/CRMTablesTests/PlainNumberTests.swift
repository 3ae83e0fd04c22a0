import CRMTestSupport
import Foundation
import Testing

@testable import CRMTables

struct PlainNumberTests {
  @Test(
    arguments: [
      (0.5, "0.5"), (-0.05, "-0.05"), (1234.56, "1234.56"), (0.1 + 0.2, "0.3"),
      (2.0 / 3, "0.666666666666667"), (-1.0 / 3, "-0.333333333333333"),
      (1.00000000000000022, "1"), (0.69681712962962961, "0.69681712962963"),
      (123_456_789_012_345.67, "123456789012346"), (1e-5, "0.00001"), (1.5e-7, "0.00000015"),
      (1e15, "1000000000000000"), (1.2345e20, "123450000000000000000"),
      (999_999_999_999_999.9, "1000000000000000"), (-0.0, "0"), (0.1, "0.1"),
    ] as [(Double, String)])
  func text(_ number: Double, _ text: String) {
    #expect(PlainNumber.text(number) == text)
  }

  /// Against the C library, which rounds all digits that a double has.
  @Test func anyNumberKeepsFifteenDigits() {
    var dice = Seeded(state: 15)
    for round in 0..<20_000 {
      // Half of them with few digits, as people write them.
      let scale = [1e-3, 1, 1e3, 1e9][round % 4]
      var number = Double.random(in: -1...1, using: &dice) * scale
      if round % 8 < 4 { number = (number * 100).rounded() / 100 }
      guard abs(number) >= 1e-4 else { continue }
      #expect(PlainNumber.text(number) == String(format: "%.15g", number))
    }
  }

  @Test(
    arguments: [
      "0", "-0", "7", "007", "12.", ".5", "-.5", "3.14159", "46376.5", "9007199254740992",
      "9007199254740993", "0.1234567890123456789", "1e3", "-1.5E-7", "1E+22", " 12 ", "\n8",
      "123456789012345678901234567890", "0.000000000000000000000001",
    ])
  func valueIsTheNearest(_ text: String) throws {
    let wanted = try #require(Double(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(PlainNumber.value(Array(text.utf8)) == wanted)
  }

  @Test(arguments: ["", "-", ".", "-.", "1.2.3", "1,5", "--1", "nan", "inf", "1e999", "a"])
  func noNumber(_ text: String) {
    #expect(PlainNumber.value(Array(text.utf8)) == nil)
  }
}
