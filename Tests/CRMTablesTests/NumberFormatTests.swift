import Testing

@testable import CRMTables

struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", 0.1 + 0.2, "0.3"), ("General", 84_912_345_678, "84912345678"),
      ("General", 1e22, "10000000000000000000000"), ("General", 1.5e-7, "0.00000015"),
      ("0000000000", 912_345_678, "0912345678"), ("000000", 7, "000007"),
      ("0000 000 000", 912_345_678, "0912 345 678"), ("\"KH\"0000", 12, "KH0012"),
      ("0.00", 1.005, "1.01"), ("0.00", -2.5, "-2.50"), ("0.##", 2, "2"), ("0.##", 2.5, "2.5"),
      (".00", 12.5, "12.50"), ("0%", 0.5, "50%"), ("0.00%", 0.1234, "12.34%"),
      ("#,##0", 1_234_567, "1234567"), ("#,##0\\ \"₫\"", 1500, "1500 ₫"),
      ("#,##0 [$₫-42A]", 1500, "1500 ₫"), ("0;(0)", -5, "(5)"), ("0;-0;\"-\"", 0, "0"),
      ("[Red]0.0", 1, "1.0"), ("0,", 12_000, "12"), ("0.00E+00", 1200, "1200"),
      ("# ?/?", 0.5, "0.5"), ("[<=9999999]000-0000;0000-000-000", 912345678, "912345678"),
      ("0.?", 2.5, "2.5"), ("#.##", 0.5, ".5"), ("00.000", 0.05, "00.050"), ("#", 0, ""),
      ("#,##0.00;[Red]-#,##0.00", -1234.5, "-1234.50"), ("0.0\"m\"0", 1.25, "1.2m5"),
      ("+84 000 000 000", 912_345_678, "+84 912 345 678"),
      ("0.000000000000000", 0.1, "0.100000000000000"),
      ("0.0000000000000000", 0.1, "0.1"), ("0", 1e15, "1000000000000000"), ("0%%", 0.5, "5000%%"),
      ("\"\"0\"é\"", 3, "3é"), ("0;General", -7, "-7"),
      ("@", 912_345_678, "912345678"), ("_-* #,##0_-", 42, "42"),
    ] as [(String, Double, String)])
  func shown(_ code: String, _ number: Double, _ text: String) {
    guard case .number(let kept, let shown) = NumberFormat(code).cell(number, is1904: false) else {
      Issue.record("\(code): no number")
      return
    }
    #expect(kept == number)
    #expect(shown == text)
  }

  /// A percent sign in quotes or behind a backslash multiplies nothing: 5 is shown as `5.0%`, and
  /// is what 0.05 is under `0.0%`.
  @Test(
    arguments: [
      ("0.0\"%\"", 5, 0.05, "5.0%"), ("0\\%", 15, 0.15, "15%"), ("0%", 0.15, 0.15, "15%"),
      ("0\" %\"", 8, 0.08, "8 %"), ("0.0%\" CK\"", 0.1, 0.1, "10.0% CK"),
      ("0;-0\\%", -5, -0.05, "-5%"),
      ("0\\%;-0%", -0.5, -0.5, "-50%"),
    ] as [(String, Double, Double, String)])
  func percentSigns(_ code: String, _ number: Double, _ fraction: Double, _ text: String) {
    let cell = NumberFormat(code).cell(number, is1904: false)
    #expect(cell == .number(fraction, shown: text))
  }

  /// What a format leaves out of a day.
  @Test(
    arguments: [
      ("dd/mm", .monthAndDay), ("d-mmm", .monthAndDay), ("[$-42A]dd\\ mmmm;@", .monthAndDay),
      ("dddd, d/m", .monthAndDay), ("mm/yyyy", .yearAndMonth), ("mmm-yy", .yearAndMonth),
      ("yyyy", .year),
      ("dd/mm/yyyy", nil), ("d-mmm-yy", .shortYear), ("m/d/yy", .shortYear),
      ("mm/dd/y", .shortYear), ("mm/dd/yyy", nil), ("d/m/e", nil),
    ] as [(String, PartOfDay?)])
  func partsOfDays(_ code: String, _ part: PartOfDay?) {
    let wanted = part.map { Cell.partialDay("2026-04-27", $0) } ?? .day("2026-04-27")
    #expect(NumberFormat(code).cell(46_139, is1904: false) == wanted)
  }

  /// The same by the text that an OpenDocument cell shows.
  @Test(
    arguments: [
      ("27/04", .monthAndDay), ("27-4", .monthAndDay), ("04-27", .monthAndDay),
      ("27 thg 4", .monthAndDay),
      ("27-Apr", .monthAndDay), ("04/2026", .yearAndMonth), ("04/26", .yearAndMonth),
      ("Tháng tư 2026", .yearAndMonth), ("Apr-26", .yearAndMonth), ("2026", .year),
      ("27/04/2026", nil),
      ("27/04/26", .shortYear), ("04-27-26", .shortYear), ("27-Apr-26", .shortYear),
      ("27/04/27", nil), ("", nil), ("Thứ hai", nil), ("46139", nil), ("27 tháng 4 năm 2026", nil),
    ] as [(String, PartOfDay?)])
  func partsByText(_ text: String, _ part: PartOfDay?) {
    #expect(PartOfDay("2026-04-27", shown: Array(text.utf8)) == part)
  }

  @Test(
    arguments: [
      ("yyyy-mm-dd", 46_376, .day("2026-12-20")),
      ("d/m/yyyy", 46_376.5, .dateTime("2026-12-20T12:00:00")),
      ("dd/mm/yyyy hh:mm", 46_376, .dateTime("2026-12-20T00:00:00")),
      ("[$-42A]dddd, dd mmmm yyyy;@", 46_376, .day("2026-12-20")),
      ("\"ngày\" d \"tháng\" m", 46_376, .partialDay("2026-12-20", .monthAndDay)),
      ("mmm-yy", 61, .partialDay("1900-03-01", .yearAndMonth)),
      ("d-mmm", 59, .partialDay("1900-02-28", .monthAndDay)),
      ("d-mmm", 1, .partialDay("1900-01-01", .monthAndDay)),
      ("h:mm", 0.25, .time(seconds: 21_600)), ("mm:ss", 0.5, .time(seconds: 43_200)),
      ("[=0]\"\";dd/mm/yyyy", 46_376, .day("2026-12-20")), ("d/m/bbbb", 46_376, .day("2026-12-20")),
      ("[<1]h:mm;d/m/yyyy", 0.25, .time(seconds: 21_600)),
      ("h:mm AM/PM", 0.75, .time(seconds: 64_800)), ("[h]:mm", 1.5, .time(seconds: 129_600)),
      ("h:mm", 1.5, .dateTime("1900-01-01T12:00:00")), ("mm:ss.000", 0.5, .time(seconds: 43_200)),
      ("yyyy-mm-dd hh:mm:ss", 42_488.479166666664, .dateTime("2016-04-28T11:30:00")),
      ("yyyy-mm-dd", -3, .day("1899-12-28")), ("#,##0 VND", 5, .number(5, shown: "5 VND")),
      ("yyyy", 1e300, .number(1e300, shown: PlainNumber.text(1e300))),
    ] as [(String, Double, Cell)])
  func meaning(_ code: String, _ number: Double, _ cell: Cell) {
    let seen = NumberFormat(code).cell(number, is1904: false)
    if code.hasSuffix("VND") {
      #expect(seen.plainNumber == cell.plainNumber)
    } else {
      #expect(seen == cell)
    }
  }

  @Test(
    arguments: [
      (0, NumberFormat.Meaning.general), (9, .number), (14, .day(hasTime: false)), (20, .clock),
      (22, .day(hasTime: true)), (27, .day(hasTime: false)), (32, .clock), (37, .number),
      (46, .elapsed), (49, .text), (58, .day(hasTime: false)), (71, .day(hasTime: false)),
      (75, .clock), (77, .day(hasTime: true)), (79, .elapsed), (81, .day(hasTime: false)),
    ])
  func builtIn(_ id: Int, _ meaning: NumberFormat.Meaning) {
    #expect(NumberFormat.builtIn(id).map { NumberFormat($0).meaning } == meaning)
  }

  /// Excel keeps a day typed as `27/4` under 16, `27/4/26` under 15 and `4/26` under 17.
  @Test(
    arguments: [
      (14, nil), (15, .shortYear), (16, .monthAndDay), (17, .yearAndMonth),
    ] as [(Int, PartOfDay?)])
  func builtInParts(_ id: Int, _ part: PartOfDay?) {
    #expect(NumberFormat.builtIn(id).map { NumberFormat($0).partOfDay } == part)
  }

  @Test func countsFrom1904() {
    #expect(NumberFormat("d/m/yyyy").cell(1, is1904: true) == .day("1904-01-02"))
    #expect(NumberFormat("d/m/yyyy").cell(0, is1904: true) == .day("1904-01-01"))
  }

  @Test(
    arguments: [
      ("2026-12-20", .day("2026-12-20")), ("2026-02-30", nil),
      ("2026-12-20T08:30", .dateTime("2026-12-20T08:30:00")),
      ("2026-12-20T08:30:00.765Z", .dateTime("2026-12-20T08:30:00")),
      ("2026-12-20T08:30:00-10:00", .dateTime("2026-12-20T08:30:00")),
      ("08:30:15", .time(seconds: 30_615)),
      ("PT27H17M54S", .time(seconds: 98_274)), ("-PT1H", .time(seconds: -3600)),
      ("P1DT1S", .time(seconds: 86_401)),
      ("PT", .time(seconds: 0)), ("P", .time(seconds: 0)), ("", nil), ("20/12/2026", nil),
      ("P1M", nil), ("T", nil),
      ("99999999999999:00", nil), ("-", nil),
    ] as [(String, Cell?)])
  func iso(_ text: String, _ cell: Cell?) {
    #expect(ISOCell.cell(text) == cell)
  }

  @Test(
    arguments: [
      ("a_x000D_\nb", "a\r\nb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"),
      ("_xD83D_", "\u{FFFD}"),
      ("_x00", "_x00"), ("snake_case_name", "snake_case_name"), ("_xZZZZ_", "_xZZZZ_"),
    ])
  func escapes(_ text: String, _ decoded: String) {
    var bytes = Array(text.utf8)
    EscapedText.decode(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == decoded)
  }
}
