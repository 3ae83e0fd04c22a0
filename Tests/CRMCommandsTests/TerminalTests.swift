import CRMTestSupport
import Testing

@testable import CRMCommands

@Suite struct TerminalTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func alignsByWidthAndPutsNumbersToTheRight() {
    let words = [
      "customer", "list", "--columns", "code,name,birthday,orders.total", "--no-color",
    ]
    #expect(
      fixture.run(words, language: .vi, terminal: 100).output == """
        Mã        Tên              Ngày sinh   Đơn hàng: tổng tiền
        KH000001  Nguyễn Đức An    25/11/1999              290.250
        KH000002  Công ty Sao Mai  22/11                         0
        KH000003  Nguyen Duc Binh  29/02/2000                    0

        """)
    #expect(
      fixture.run(words, terminal: 100).output == """
        Code      Name             Birthday    Orders: total
        KH000001  Nguyễn Đức An    1999-11-25        290,250
        KH000002  Công ty Sao Mai  --11-22                 0
        KH000003  Nguyen Duc Binh  2000-02-29              0

        """)
  }

  /// A column that does not fit is left out and named; of what was chosen the last goes first.
  @Test func leavesOutWhatDoesNotFit() {
    let words = ["customer", "list", "--columns", "code,name,birthday", "--no-color"]
    #expect(
      fixture.run(words, terminal: 30).output == """
        Code      Name
        KH000001  Nguyễn Đức An
        KH000002  Công ty Sao Mai
        KH000003  Nguyen Duc Binh
        No room for: Birthday
        (--columns chooses)

        """)
    #expect(
      fixture.run(words, language: .vi, terminal: 30).output.hasSuffix(
        "Không đủ chỗ: Ngày sinh (chọn\ncột bằng --columns)\n"))
  }

  /// A name goes on in the next line rather than being cut.
  @Test func breaksNamesWhereTheScreenIsNarrow() {
    #expect(
      fixture.run(
        "customer", "list", "--columns", "code,name", "--no-color", terminal: 24
      ).output == """
        Code      Name
        KH000001  Nguyễn Đức An
        KH000002  Công ty Sao
                  Mai
        KH000003  Nguyen Duc
                  Binh

        """)
  }

  /// References come with the name, and phones as they are dialled.
  @Test func showsNamesBesideCodes() throws {
    #expect(
      fixture.run("order", "list", "--columns", "code,customer", "--no-color", terminal: 80).output
        .contains("Nguyễn Đức An (KH000001)"))
    try fixture.edit(.customer, "KH000003", ["phones": "84912345679; 0283.822.1234"])
    let shown = fixture.run(
      "customer", "list", "--code", "KH000003", "--columns", "code,phones", "--no-color",
      terminal: 40
    ).output
    #expect(shown == "Code      Phones\nKH000003  0912 345 679; 028 3822 1234\n")
    // Programs get them as they were typed.
    #expect(
      fixture.run("customer", "list", "--code", "KH000003", "--columns", "phones")
        .output.contains("84912345679"))
  }

  /// A login stands behind the name only where there is room.
  @Test func leavesOutLoginsBeforeColumns() {
    let words = ["customer", "list", "--code", "KH000001", "--columns", "code,name,owner"]
    let wide = fixture.run(words + ["--no-color"], terminal: 80).output
    #expect(wide.contains("(lan)"))
    let narrow = fixture.run(words + ["--no-color"], terminal: 38).output
    #expect(narrow.contains("Owner") && !narrow.contains("(lan)"))
  }

  @Test(arguments: [
    ([:], [], true), (["NO_COLOR": "1"], [], false), ([:], ["--no-color"], false),
    (["TERM": "dumb"], [], false),
  ]) func headsInBoldWhereColourIsWanted(
    _ variables: [String: String], _ words: [String], _ isBold: Bool
  ) {
    let outcome = fixture.run(
      ["customer", "list", "--columns", "code"] + words, terminal: 80, variables: variables)
    #expect(outcome.output.hasPrefix("\u{1B}[1mCode\u{1B}[0m\n") == isBold)
  }

  @Test func letsNoTextCommandTheTerminal() throws {
    try fixture.edit(.customer, "KH000003", ["description": "a\u{202E}b\tc\nd"])
    let outcome = fixture.run(
      ["customer", "list", "--code", "KH000003", "--columns", "description", "--no-color"],
      terminal: 80)
    #expect(outcome.output == "Description\nab c d\n")
  }

  @Test func pagesOnlyWhatIsLongerThanTheScreen() {
    let file = fixture.file("paged")
    let variables = ["PAGER": "cat > \(file)", "LINES": "4"]
    let short = ["customer", "list", "--columns", "code", "--limit", "2"]
    #expect(
      fixture.run(short, terminal: 80, variables: variables).output.hasSuffix(
        "KH000001\nKH000002\n"))
    #expect((try? fixture.contents("paged")) == nil)
    let long = fixture.run(
      ["customer", "list", "--columns", "code", "--no-color"], terminal: 80, variables: variables)
    #expect(long.output == "")
    #expect((try? fixture.contents("paged")) == "Code\nKH000001\nKH000002\nKH000003\n")
  }

  @Test func endsQuietlyWhenThePagerIsLeft() {
    let outcome = fixture.run(
      ["customer", "list"], terminal: 80, variables: ["PAGER": "true", "LINES": "2"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }
}
