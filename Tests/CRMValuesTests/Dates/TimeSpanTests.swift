import Testing

@testable import CRMValues

@Suite struct TimeSpanTests {
  @Test(
    arguments: [
      ("45p", 2_700), ("45m", 2_700), ("45 phút", 2_700), ("45 PHUT", 2_700), ("45min", 2_700),
      ("45 minutes", 2_700), ("45ph", 2_700), ("3p20s", 200), ("3m20s", 200), ("3p20", 200),
      ("3 phút 20 giây", 200), ("1h30", 5_400), ("1h30p", 5_400), ("1h 30m", 5_400),
      ("1 giờ 30 phút", 5_400), ("1 gio 30", 5_400), ("1g30", 5_400), ("2 giờ", 7_200),
      ("2 tiếng", 7_200), ("2 tiếng 15 phút", 8_100), ("1 hour 5 minutes", 3_900), ("2hrs", 7_200),
      ("90s", 90), ("90 giây", 90), ("90 seconds", 90), ("1 sec", 1), ("2d", 172_800),
      ("2 ngày", 172_800), ("1 day", 86_400), ("1d12h", 129_600),
      ("1 ngày 2 giờ 3 phút 4 giây", 93_784),
      ("1h30p20", 5_420), ("1h20s", 3_620), ("1h90s", 3_690), ("0s", 0), ("0p", 0), ("0h00", 0),
      ("1h05", 3_900),
      ("1:30:00", 5_400), ("0:00:45", 45), ("100:00:01", 360_001),
      ("1,5h", 5_400), ("1.5h", 5_400), ("0,25h", 900), ("0,125h", 450), ("1,5 giờ", 5_400),
      ("0,5d", 43_200), ("2,5p", 150), ("1,0s", 1), ("1.500.000s", 1_500_000),
      ("1h rưỡi", 5_400), ("2 tiếng rưỡi", 9_000), ("1 ngày rưỡi", 129_600), ("3p rưỡi", 210),
      ("  1h\u{A0}30  ", 5_400), ("2 gio\u{300}", 7_200), ("9223372036854775807s", Int64.max),
    ] as [(String, Int64)])
  func reads(_ text: String, _ seconds: Int64) throws {
    #expect(try TimeSpan.parse(text).seconds == seconds)
  }

  @Test(arguments: [
    ("soon", "“soon” is not a length of time", "“soon” không phải là thời lượng"),
    (
      "45", "“45” does not say whether it is minutes or seconds", "“45” chưa rõ là phút hay giây"
    ),
    (
      "0:45", "“0:45” may be hours and minutes or minutes and seconds",
      "“0:45” có thể là giờ và phút, cũng có thể là phút và giây"
    ),
    (
      "1h90", "“1h90” is not a length of time: a part fills the greater unit before it",
      "“1h90” không phải là thời lượng: có phần lớn hơn đơn vị đứng trước"
    ),
    ("0,33p", "“0,33p” is not a whole number of seconds", "“0,33p” không chẵn giây"),
    (
      "1.500s", "“1.500s” can be read as two different lengths of time",
      "“1.500s” có thể hiểu thành hai thời lượng khác nhau"
    ),
    (
      "-5p", "“-5p” is not a length of time: it is below zero",
      "“-5p” không phải là thời lượng: số âm"
    ),
    (
      "9223372036854775808s", "“9223372036854775808s” is too long a time",
      "“9223372036854775808s” là thời lượng quá dài"
    ),
  ])
  func saysWhatIsWrong(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try TimeSpan.parse(text) }
    #expect(error.message == Label(english, vi: vietnamese))
    #expect(error.hints.count == 1)
  }

  @Test(arguments: [
    (
      "45", "Write 45m for minutes or 45s for seconds", "Viết 45p nếu là phút, 45s nếu là giây"
    ),
    (
      "0:45", "Write 0h45m or 0m45s, or all three: 0:45:00",
      "Viết 0h45p hoặc 0p45s, hoặc đủ cả ba: 0:45:00"
    ),
    ("soon", "Write 45m, 1h30, 3m20s or 2d", "Viết 45p, 1h30, 3p20s hoặc 2 ngày"),
  ])
  func saysWhatToWrite(_ text: String, _ english: String, _ vietnamese: String) throws {
    let error = try refusal { try TimeSpan.parse(text) }
    #expect(error.hints == [Label(english, vi: vietnamese)])
  }

  @Test(arguments: [
    "", " ", "h", "p45", "45x", "45p45p", "30p1h", "1h1d", "1d30", "45 45p", "1h30h",
    "1h30p x", "rưỡi", "1 rưỡi", "1h rưỡi 5p", "1h30 rưỡi", "1,5h rưỡi", "5s rưỡi", "1,5h30p",
    "1h30,5p", "1..5h", "1,h", "+3h", "45'", "1:30:00:00", "1:3:00", ":45", "45:", "1::00",
    "1:60:00",
    "1:00:60", "1:5", "1,5:30:00", "1:30:00h", "1h:30", "24h/7", "٤p", "４５p", "1 tháng", "1y",
    "3m 80s", "1d24h", "−5p", "10000000000000000000000s", "106751991167301d", "9e9s",
    "2562047788015216:00:00", "1h 30m and a half",
  ])
  func refusesTheRest(_ text: String) throws {
    _ = try refusal { try TimeSpan.parse(text) }
  }

  @Test func addingUpDoesNotOverflow() throws {
    _ = try refusal { try TimeSpan.parse("106751991167300d 23h 59p") }
    _ = try refusal { try TimeSpan.parse("2562047788015215:59:59") }
    #expect(try TimeSpan.parse("106751991167300d15h30m7s").seconds == .max)
  }

  @Test(
    arguments: [
      (0, "0s", "0s", "0 giây"), (45, "45s", "45s", "45 giây"),
      (200, "3m20s", "3m 20s", "3 phút 20 giây"),
      (2_700, "45m", "45m", "45 phút"), (5_400, "1h30m", "1h 30m", "1 giờ 30 phút"),
      (3_620, "1h20s", "1h 20s", "1 giờ 20 giây"), (172_800, "2d", "2d", "2 ngày"),
      (93_784, "1d2h3m4s", "1d 2h 3m 4s", "1 ngày 2 giờ 3 phút 4 giây"),
    ] as [(Int64, String, String, String)])
  func writes(
    _ seconds: Int64, _ text: String, _ english: String, _ vietnamese: String
  ) throws {
    let span = try #require(TimeSpan(seconds: seconds))
    #expect(span.text == text)
    #expect(span.text(.en) == english)
    #expect(span.text(.vi) == vietnamese)
  }

  @Test func isNeverNegative() {
    #expect(TimeSpan(seconds: -1) == nil)
    #expect(TimeSpan(seconds: 0) == .zero)
    #expect(TimeSpan(seconds: 0) ?? .zero < TimeSpan(seconds: 1) ?? .zero)
  }

  /// Every length of the first two days by steps that are no divisor of anything, then ever
  /// greater ones.
  @Test func whatIsWrittenIsRead() throws {
    var seconds = Array(stride(from: Int64(0), through: 200_000, by: 37)) + [.max, .max - 1]
    for power in 0..<62 { seconds += [(1 << power) - 1, 1 << power, (1 << power) + 1] }
    for count in seconds {
      let span = try #require(TimeSpan(seconds: count))
      for text in [span.text, span.text(.en), span.text(.vi)] {
        #expect(try TimeSpan.parse(text) == span, "\(text)")
      }
    }
  }
}
