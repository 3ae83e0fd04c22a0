import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct TextTests {
  @Test(
    arguments: [
      (ParsingTests.choice, Value.text("paused"), "Paused", "Tạm ngừng", "paused"),
      (.flag, .integer(1), "Yes", "Có", "true"), (.flag, .integer(0), "No", "Không", "false"),
      (.integer, .integer(1500), "1,500", "1.500", "1500"),
      (.decimal, .integer(12_345_000), "1,234.5", "1.234,5", "1234.5"),
      (.decimal, .integer(12_340), "1.234", "1,234", "1.2340"),
      (.percent, .integer(85_000), "8.5%", "8,5%", "8.5"),
      (.money, .integer(-1_500_000), "-1,500,000", "-1.500.000", "-1500000"),
      (.day, .text("2026-12-20"), "2026-12-20", "20/12/2026", "2026-12-20"),
      (.yearlyDay, .text("--12-20"), "--12-20", "20/12", "--12-20"),
      (.yearlyDay, .text("1999-11-03"), "1999-11-03", "03/11/1999", "1999-11-03"),
      (
        .instant, .integer(1_795_338_000), "2026-11-22 16:00:00", "22/11/2026 16:00",
        "2026-11-22T09:00:00Z"
      ),
      (.phones, .text("0912 345 678; x"), "0912 345 678; x", "0912 345 678; x", "0912 345 678; x"),
      (.text, .null, "", "", ""), (.money, .null, "", "", ""), (.flag, .null, "", "", ""),
    ] as [(FieldKind, Value, String, String, String)])
  func showsStoredValues(kind: FieldKind, value: Value, en: String, vi: String, plain: String)
    throws
  {
    let field = ParsingTests.field(kind)
    #expect(text(value, for: field, in: .crm, language: .en, zone: .vietnam) == en)
    #expect(text(value, for: field, in: .crm, language: .vi, zone: .vietnam) == vi)
    #expect(canonical(value, for: field) == plain)
    #expect(
      try parse(
        plain, for: field, context: InputContext(moment: ParsingTests.moment, catalogue: .crm))
        == value)
  }

  @Test func canonicalTextReadsBack() throws {
    var random = SystemRandomNumberGenerator()
    let context = InputContext(moment: ParsingTests.moment, catalogue: .crm)
    let kinds: [FieldKind] = [.integer, .decimal, .percent, .money, .instant, .flag]
    for _ in 0..<2000 {
      let bound = Int64(1) << Int64.random(in: 1...35, using: &random)
      let number = Int64.random(in: -bound...bound, using: &random)
      for kind in kinds {
        let value = Value.integer(kind == .flag ? number & 1 : number)
        guard kind.range?.contains(number) ?? true else { continue }
        let plain = canonical(value, for: ParsingTests.field(kind))
        #expect(try parse(plain, for: ParsingTests.field(kind), context: context) == value)
      }
    }
  }
}
