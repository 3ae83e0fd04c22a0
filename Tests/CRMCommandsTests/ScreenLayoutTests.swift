import Testing

@testable import CRMCommands

@Suite struct ScreenLayoutTests {
  private func measure(
    _ width: Int, _ fit: ScreenColumn.Fit, least: Int = 0, stays: Bool = false, rank: Int
  ) -> ScreenLayout.Measure {
    var column = ScreenColumn("", .text, stays: stays, fit: fit)
    column.rank = rank
    return ScreenLayout.Measure(column: column, widest: width, shortest: width, least: least)
  }

  @Test func leavesAllWhereAllFits() {
    let layout = ScreenLayout(
      [measure(8, .whole, rank: 0), measure(30, .wraps, rank: 1)], width: 40, gap: 2)
    #expect(layout.kept == [0, 1] && layout.widths == [8, 30])
  }

  /// 8 + 2 + 20 + 2 + 10 are 42: the last goes; what it leaves is for the name.
  @Test func leavesOutTheGreatestRank() {
    let layout = ScreenLayout(
      [
        measure(8, .whole, stays: true, rank: 0), measure(30, .wraps, least: 20, rank: 1),
        measure(10, .whole, rank: 2),
      ], width: 40, gap: 2)
    #expect(layout.kept == [0, 1] && layout.widths == [8, 30])
  }

  /// An empty column goes before one that is less important and has something to show.
  @Test func leavesOutEmptyColumnsFirst() {
    let layout = ScreenLayout(
      [
        measure(8, .whole, stays: true, rank: 0), measure(0, .cut, rank: 1),
        measure(10, .whole, rank: 2),
      ], width: 20, gap: 2)
    #expect(layout.kept == [0, 2])
  }

  @Test func squeezesWhatStays() {
    let layout = ScreenLayout(
      [
        measure(8, .whole, stays: true, rank: 0),
        measure(30, .wraps, least: 20, stays: true, rank: 1),
      ], width: 20, gap: 2)
    #expect(layout.kept == [0, 1] && layout.widths == [8, 10])
  }

  @Test(arguments: [
    ("Nguyễn Văn An", 10, ScreenColumn.Fit.wraps, ["Nguyễn Văn", "An"]),
    ("0912 345 678; 028 3822 1234", 16, .items, ["0912 345 678;", "028 3822 1234"]),
    ("abcdefgh", 3, .wraps, ["abc", "def", "gh"]), ("日本語", 4, .wraps, ["日本", "語"]),
    ("Nguyễn Văn An", 8, .cut, ["Nguyễn …"]), ("ngắn", 8, .cut, ["ngắn"]),
  ]) func breaksCells(
    _ text: String, _ width: Int, _ fit: ScreenColumn.Fit, _ lines: [String]
  ) {
    #expect(CellLines.of(text, width: width, fit) == lines)
  }

  /// "Công ty A" and "Công ty B" differ in the ninth letter, which an ellipsis would hide.
  @Test func tellsTextsApart() {
    #expect(CellLines.telling(["Công ty A1", "Công ty B2"], from: 4, to: 10) == 10)
    #expect(CellLines.telling(["Hà Nội", "Lâm Đồng"], from: 4, to: 8) == 4)
  }
}
