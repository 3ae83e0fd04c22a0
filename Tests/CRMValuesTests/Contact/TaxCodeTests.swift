import Testing

@testable import CRMValues

@Suite struct TaxCodeTests {
  @Test(arguments: [
    ("0100112437", TaxCode.Verdict.valid), ("01.00.112.437", .valid), ("0100112437011", .valid),
    ("0312 68 78 78 - 001", .valid), ("0314409058-002", .valid), ("0100112438", .wrongCheckDigit),
    ("0100112438011", .wrongCheckDigit), ("0100233480", .wrongCheckDigit),
    ("0314409058-000", .malformed),
    ("0100000008", .malformed), ("12345", .malformed), ("VV34567890", .malformed), ("", .malformed),
    ("100112437", .malformed), ("001099012345", .valid), ("079 185 001234", .valid),
    ("003099012345", .malformed),
    ("001499012345", .malformed), ("312687878001", .malformed), ("01001124371", .malformed),
    ("0100112437-0111", .malformed), ("0100112437/011", .malformed),
  ])
  func judges(_ text: String, _ verdict: TaxCode.Verdict) {
    #expect(TaxCode.check(text) == verdict)
  }

  @Test(
    arguments: [
      ("01.00.112.437", "0100112437", "0100112437"),
      ("0312 68 78 78 - 001", "0312687878001", "0312687878-001"),
      ("0100112438", "0100112438", "0100112438"), ("12345", nil, "12345"),
    ] as [(String, String?, String)])
  func keysAreDigits(_ text: String, _ key: String?, _ printed: String) {
    #expect(TaxCode.key(text) == key)
    #expect(TaxCode.text(text) == printed)
  }

  @Test func oneCheckDigitAtMostFits() {
    for stem in ["010011243", "031268787", "200010258", "999999999"] {
      let fits = (0...9).filter { TaxCode.check("\(stem)\($0)") == .valid }
      #expect(fits.count <= 1)
    }
  }

  @Test(.enabled(if: Material.exists("material/vn/tax_code_mst.expected.json")))
  func agreesWithPublishedCodes() throws {
    let answers = try Material.object("material/vn/tax_code_mst.expected.json")
    for list in ["upstream_valid", "upstream_invalid", "derived_invalid_checkdigit"] {
      for answer in try #require(answers[list] as? [[String: Any]]) {
        let input = try #require(answer["input"] as? String)
        let expected: TaxCode.Verdict
        switch answer["error"] as? String {
        case nil: expected = .valid
        case "InvalidChecksum": expected = .wrongCheckDigit
        default: expected = .malformed
        }
        #expect(TaxCode.check(input) == expected, "\(input)")
      }
    }
  }
}
