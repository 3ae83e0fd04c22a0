import CRMTables
import CRMValues
import Testing

@testable import CRMCommands

@Suite struct ProgressTests {
  /// Draws a bar over rows of which each takes a hundredth of a second.
  private func drawn(
    rows: Int, of total: Int?, language: Language = .en, width: Int = 80, isShown: Bool = true
  ) -> [String] {
    let sink = MemorySink()
    var time = 0.0
    let bar = ProgressBar(
      sink, isShown: isShown, width: width, language: language, clock: { time })
    for row in 1...rows {
      time = Double(row) / 100
      bar.advance(total.map { Double(row) / Double($0) })
    }
    bar.erase()
    bar.erase()
    return sink.text.components(separatedBy: "\r\u{1B}[K")
  }

  @Test func tellsRowsRateAndTimeLeft() {
    #expect(
      drawn(rows: 150, of: 12_800) == [
        "", "[--------------------]   1%  128 rows  100/s  2:07 left", "",
      ])
    #expect(
      drawn(rows: 129, of: 256, language: .vi) == [
        "", "[##########----------]  50%  128 dòng  100/giây  còn 0:02", "",
      ])
    #expect(drawn(rows: 1300, of: nil)[19] == "1,280 rows  100/s")
  }

  /// Work without rows has a bar and the time left only.
  @Test func tellsOfWorkWithoutRows() {
    let sink = MemorySink()
    var time = 0.0
    let bar = ProgressBar(sink, isShown: true, width: 80, language: .vi, clock: { time })
    for second in 0...3 {
      time = Double(second)
      bar.show(Double(second) / 4)
    }
    #expect(
      sink.text.components(separatedBy: "\r\u{1B}[K") == [
        "", "[#####---------------]  25%  còn 0:03", "[##########----------]  50%  còn 0:02",
        "[###############-----]  75%  còn 0:01",
      ])
  }

  @Test func staysAwayFromShortWork() { #expect(drawn(rows: 99, of: 99) == [""]) }

  @Test func staysAwayWithoutATerminal() {
    #expect(drawn(rows: 5000, of: 5000, isShown: false) == [""])
  }

  @Test func fitsTheTerminal() {
    for line in drawn(rows: 1000, of: 2000, width: 30) {
      #expect(displayWidth(line) < 30)
    }
  }
}
