import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

@Suite struct ParsingTests {
  /// 2026-11-22 16:00 in Vietnam.
  static let moment = Moment(
    now: Instant(seconds: 1_795_338_000), today: Day(ordinal: 20_779) ?? .first, zone: .vietnam)
  let context = InputContext(moment: moment, catalogue: .crm)

  static func field(_ kind: FieldKind) -> Field { Field("f", kind, Label("Field", vi: "Trường")) }

  static let choice = FieldKind.choice([
    Choice("new", Label("New", vi: "Mới")), Choice("very-good", Label("Very good", vi: "Rất tốt")),
    Choice("paused", Label("Paused", vi: "Tạm ngừng")),
  ])

  @Test(
    arguments: [
      (FieldKind.code, " KH 01 ", Value.text("KH 01")), (.text, "", .null),
      (.text, " \u{FEFF} ", .null),
      (.text, "  Nguye\u{302}\u{303}n  Du\u{31B}\u{323}c ", .text("Nguyễn  Dực")),
      (.text, "a\r\nb\tc", .text("a b c")), (.text, "0912", .text("0912")),
      (.longText, "a\r\nb\rc\nd\te\u{0}", .text("a\nb\nc\nd\te")),
      (choice, "new", .text("new")), (choice, "NEW", .text("new")), (choice, "Mới", .text("new")),
      (choice, "moi", .text("new")), (choice, "VERY GOOD", .text("very-good")),
      (choice, "very_good", .text("very-good")), (choice, "rat tot", .text("very-good")),
      (choice, "tạm  ngưng", .text("paused")),
      (.flag, "1", .integer(1)), (.flag, "x", .integer(1)), (.flag, "Có", .integer(1)),
      (.flag, "yes", .integer(1)), (.flag, "TRUE", .integer(1)), (.flag, "không", .integer(0)),
      (.flag, "No", .integer(0)), (.flag, "sai", .integer(0)), (.flag, "0", .integer(0)),
      (.integer, "1500", .integer(1500)), (.integer, "-3", .integer(-3)),
      (.integer, "1.500", .integer(1500)), (.integer, "1,500,000", .integer(1_500_000)),
      (.decimal, "8", .integer(80_000)), (.decimal, "8,5", .integer(85_000)),
      (.decimal, "0.0001", .integer(1)), (.percent, "8%", .integer(80_000)),
      (.percent, "8,5 %", .integer(85_000)), (.percent, "10", .integer(100_000)),
      (.percent, "0", .integer(0)), (.percent, "100 %", .integer(1_000_000)),
      (.money, "1.500.000", .integer(1_500_000)), (.money, "10tr", .integer(10_000_000)),
      (.money, "1,5 tỷ", .integer(1_500_000_000)), (.money, "500k", .integer(500_000)),
      (.day, "20/12/2026", .text("2026-12-20")), (.day, "2026-12-20", .text("2026-12-20")),
      (.day, "today+7d", .text("2026-11-29")), (.day, "hôm nay", .text("2026-11-22")),
      (.yearlyDay, "20/12", .text("--12-20")), (.yearlyDay, "03/11/1999", .text("1999-11-03")),
      (.instant, "2026-11-22T09:00:00Z", .integer(1_795_338_000)),
      (.instant, "22/11/2026 16:00", .integer(1_795_338_000)),
      (.instant, "hôm nay", .integer(1_795_280_400)),
      (.phones, "0912345678", .text("0912345678")),
      (.phones, "0912.345.678/0987 654 321", .text("0912.345.678; 0987 654 321")),
      (.phones, "0912345678,máy bàn", .text("0912345678; máy bàn")),
      (.phones, "+84 912 345 678", .text("+84 912 345 678")),
      (.emails, "a@b.vn, C@d.vn", .text("a@b.vn; C@d.vn")),
      (.taxCode, " 0312687878-001 ", .text("0312687878-001")), (.taxCode, "12", .text("12")),
      (.location, "10.762622, 106.660172", .text("10.762622,106.660172")),
    ] as [(FieldKind, String, Value)])
  func readsTypedValues(kind: FieldKind, text: String, value: Value) throws {
    #expect(try parse(text, for: Self.field(kind), context: context) == value)
  }

  @Test(
    arguments: [
      (FieldKind.code, "a;b", "Field: “a;b” cannot be a code"),
      (.code, "-x", "Field: “-x” cannot be a code"),
      (choice, "pausd", "Field: “pausd” is not one of the known values"),
      (.flag, "maybe", "Field: “maybe” is neither yes nor no"),
      (.integer, "1,5", "Field: “1,5” is not a whole number"),
      (.decimal, "abc", "Field: “abc” is not a number"),
      (.decimal, "1.234", "Field: “1.234” can be read as two different numbers"),
      (.percent, "8,12345", "Field: “8,12345” has more than four decimals"),
      (.percent, "100,5", "Field: 100.5% is not between 0% and 100%"),
      (.percent, "-8%", "Field: -8% is not between 0% and 100%"),
      (.money, "ten", "Field: “ten” is not an amount of money"),
      (.day, "31/02/2026", "Field: 31/02/2026 is not a date: February 2026 has 28 days"),
      (.day, "12/20/2026", "Field: 12/20/2026 is not a date: there is no month 20"),
      (.yearlyDay, "30/02", "Field: 30/02 is not a date: February has 29 days"),
      (.emails, "a@b.vn; nobody", "Field: “nobody” is not an email address"),
      (.location, "here", "Field: “here” is not a place"),
    ] as [(FieldKind, String, String)])
  func saysWhatIsWrong(kind: FieldKind, text: String, message: String) {
    let error = #expect(throws: CRMError.self) {
      try parse(text, for: Self.field(kind), context: context)
    }
    #expect(error?.message.en == message)
    #expect(error?.message.vi.hasPrefix("Trường: ") == true)
    #expect(error?.kind == .request)
  }

  @Test func namesTheNearestChoice() {
    let error = #expect(throws: CRMError.self) {
      try parse("tam ngunk", for: Self.field(Self.choice), context: context)
    }
    #expect(
      error?.hints == [
        Label("Did you mean Paused?", vi: "Có phải bạn muốn: Tạm ngừng?"),
        Label(
          "Known values: New, Very good, Paused.", vi: "Các giá trị: Mới, Rất tốt, Tạm ngừng."),
      ])
  }

  @Test func keepsWhatIsNoPhone() {
    #expect(
      phoneKeys("0912 345 678; +84912345678; máy bàn; 0162 345 6789")
        == ["+84912345678", "+84323456789"])
    #expect(unparseablePhones("0912 345 678; máy bàn/12") == ["máy bàn/12"])
  }

  /// A label that two choices of one field share would be read as the first of them.
  @Test func noTwoChoicesReadTheSame() throws {
    for kind in Catalogue.order {
      for field in Catalogue.entity(kind).fields {
        guard case .choice(let choices) = field.kind else { continue }
        for choice in choices {
          for word in [choice.key, choice.label.en, choice.label.vi, folded(choice.label.vi)] {
            #expect(try parse(word, for: field, context: context) == .text(choice.key))
          }
        }
      }
    }
  }
}
