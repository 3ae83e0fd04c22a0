import Testing

@testable import CRMValues

/// Feeds every reader with text that was made from pieces of valid input.
@Suite struct AnyInputTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {  // SplitMix64
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces = [
    "0", "1", "2", "9", "12", "84", "09", "0912345678", "2026", "999999999999999999", ".", ",", "-",
    "+", "/",
    "..", " ", "\u{A0}", "đ", "Đ", "₫", "tr", "tỷ", "k", "rưỡi", "%", "T", "Z", ":", "(", ")", "@",
    "a", ".vn",
    "\"", "\\", ";", "\n", "\r\n", "ext", "máy lẻ", "<", ">=", "…", "hôm nay", "today", "thứ",
    "năm", "q2", "w", "m",
    "--", "02-29", "29/02", "\u{301}", "\u{1B7}", "\u{FEFF}", "\u{200B}", "０", "＋", "東", "😀",
    "\u{0}", "\u{1B}[31m",
    "−", "'", "1.500", "1,5", "30/02/1990", "CH", "h", "9h30", "giờ", "p", "phút", "sáng", "mai",
    "2026-12-01", "14:00", "+07:00",
  ]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func isReadOrRefused(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let today = try day("2026-11-22")
    for _ in 0..<600 {
      let count = Int.random(in: 0...7, using: &dice)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
      try readDates(text, today: today)
      try readAmounts(text)
      readContacts(text)
      #expect(folded(folded(text)) == folded(text))
      #expect(cleaned(cleaned(text)) == cleaned(text))
      #expect(displayWidth(fitted(text, to: 5)) <= 5)
      _ = nearest(to: text, among: Self.pieces)
    }
  }

  private func readDates(_ text: String, today: Day) throws {
    if let day = try accepted({ try parseDay(text, today: today) }) {
      #expect(try parseDay(day.text(.vi), today: today) == day)
      #expect(try parseDay(day.text(.en), today: today) == day)
    }
    if let yearly = try accepted({ try YearlyDay.parse(text) }) {
      #expect(YearlyDay(storage: yearly.text) == yearly)
      #expect(try YearlyDay.parse(yearly.text(.vi)) == yearly)
      _ = yearly.next(onOrAfter: .last, leapDayFallsOn: .onlyLeapYears)
    }
    if let range = try accepted({ try parseDayRange(text, today: today) }) {
      #expect(range.lower != nil || range.upper != nil)
    }
    if let instant = try accepted({ try Instant.parse(text, in: .vietnam) }) {
      #expect(try Instant.parse(instant.iso8601, in: .utc) == instant)
    }
    let now = Instant(seconds: 1_795_331_109)
    let zone = InstantTests.berlin
    let planned = { try PlannedTime.parse($0, now: now, today: today, in: zone) }
    if let time = try accepted({ try planned(text) }) {
      #expect(PlannedTime(storage: time.storage) == time)
      #expect(try planned(time.iso8601(in: zone)) == time)
    }
    if let span = try accepted({ try TimeSpan.parse(text) }) {
      #expect(try TimeSpan.parse(span.text) == span)
      #expect(try TimeSpan.parse(span.text(.vi)) == span)
    }
  }

  private func readAmounts(_ text: String) throws {
    if let amount = try accepted({ try Money.parse(text) }) {
      #expect(try Money.parse(Money.text(amount, .vi)) == amount)
    }
    if let decimal = try accepted({ try Decimal4.parse(text) }) {
      #expect(try Decimal4.parse(decimal.text) == decimal)
    }
    _ = try accepted { try Money.parse(plain: text) }
    _ = try accepted { try parseWholeNumber(text) }
    _ = try accepted { try parseRange(text, parse: Money.parse(_:)) }
    if let place = try accepted({ try Location.parse(text) }) {
      #expect(try Location.parse(place.text) == place)
    }
  }

  private func readContacts(_ text: String) {
    if let key = Phone.key(text) {
      #expect(Phone.key(key) == key)
    }
    for part in Phone.split(text) {
      #expect(!part.isEmpty)
      #expect(Phone.split(part) == [part])
    }
    if let key = TaxCode.key(text) {
      #expect(TaxCode.key(TaxCode.text(text)) == key)
    }
    _ = (EmailAddress.isValid(text), EmailAddress.key(text), EmailAddress.split(text))
  }

  /// Returns the value, or nil where the text is refused as it must be.
  private func accepted<Value>(_ read: () throws -> Value) throws -> Value? {
    do {
      return try read()
    } catch let error as CRMError {
      #expect(error.kind == .request)
      let shown = error.message.en.unicodeScalars
      #expect(!shown.contains { $0.properties.generalCategory == .control })
      return nil
    }
  }
}
