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
        Mã khách hàng  Tên khách hàng   Ngày sinh   Đơn hàng: tổng tiền
        KH000001       Nguyễn Đức An    25/11/1999              290.250
        KH000002       Công ty Sao Mai  22/11                         0
        KH000003       Nguyen Duc Binh  29/02/2000                    0

        """)
    #expect(
      fixture.run(words, terminal: 100).output == """
        Code      Name             Birthday    Orders: total
        KH000001  Nguyễn Đức An    1999-11-25        290,250
        KH000002  Công ty Sao Mai  --11-22                 0
        KH000003  Nguyen Duc Binh  2000-02-29              0

        """)
  }

  @Test func cutsTextsToTheTerminal() {
    let words = ["customer", "list", "--columns", "code,name,birthday", "--no-color"]
    #expect(
      fixture.run(words, terminal: 30).output == """
        Code      Name      Birthday
        KH000001  Nguyễn …  1999-11-25
        KH000002  Công ty…  --11-22
        KH000003  Nguyen …  2000-02-29

        """)
  }

  /// Titles are broken first, then texts are cut, before a code, a figure or a day is.
  @Test func breaksTitlesAndCutsTextsBeforeFigures() {
    let words = [
      "customer", "list", "--columns", "code,name,birthday,orders.total", "--no-color",
    ]
    #expect(
      fixture.run(words, language: .vi, terminal: 50).output == """
        Mã khách  Tên khách hàng   Ngày sinh   Đơn hàng:
        hàng                                   tổng tiền
        KH000001  Nguyễn Đức An    25/11/1999    290.250
        KH000002  Công ty Sao Mai  22/11               0
        KH000003  Nguyen Duc Binh  29/02/2000          0

        """)
    #expect(
      fixture.run(words, language: .vi, terminal: 40).output == """
        Mã khách  Tên khách  Ngày sinh       Đơn
        hàng      hàng                     hàng:
                                            tổng
                                            tiền
        KH000001  Nguyễn Đ…  25/11/1999  290.250
        KH000002  Công ty …  22/11             0
        KH000003  Nguyen D…  29/02/2000        0

        """)
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
    #expect(outcome.output == "Description\na b c d\n")
  }

  @Test(arguments: [
    ([5, 5], 20, [5, 5]), ([30, 5], 20, [13, 5]), ([30, 30, 4], 40, [16, 16, 4]),
    ([9, 9, 9], 10, [6, 6, 6]),
  ]) func shrinksTheWidestFirst(_ natural: [Int], _ width: Int, _ shrunk: [Int]) {
    #expect(ColumnWidths.shrunk(natural, to: width, gap: 2) == shrunk)
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
