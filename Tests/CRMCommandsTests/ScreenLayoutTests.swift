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

  /// The widest gives first; where none may be broken, codes are cut, too, down to a letter each.
  @Test(arguments: [
    ([8, 8], 14, [6, 6]), ([12, 6], 14, [6, 6]), ([8, 8], 8, [3, 3]), ([9, 3], 6, [2, 2]),
    ([8, 8, 8], 2, [1, 1, 1]),
  ]) func squeezesWholeColumns(_ measures: [Int], _ width: Int, _ widths: [Int]) {
    let layout = ScreenLayout(
      measures.enumerated().map { measure($1, .whole, stays: true, rank: $0) }, width: width,
      gap: 2)
    #expect(layout.kept == Array(measures.indices))
    #expect(layout.widths == widths)
  }

  /// What goes on in a further line keeps four, as long as there is something else to cut.
  @Test(arguments: [(16, [8, 6]), (14, [8, 4]), (12, [6, 4]), (10, [4, 4]), (8, [3, 3])])
  func squeezesWholeColumnsLast(_ width: Int, _ widths: [Int]) {
    let layout = ScreenLayout(
      [
        measure(8, .whole, stays: true, rank: 0),
        measure(30, .wraps, least: 20, stays: true, rank: 1),
      ], width: width, gap: 2)
    #expect(layout.widths == widths)
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
    // The same up to the end: they differ where nothing is cut, and in less room than that never.
    #expect(CellLines.telling(["Công ty A", "Công ty B"], from: 4, to: 20) == 9)
    #expect(CellLines.telling(["Công ty A", "Công ty B"], from: 4, to: 6) == 6)
    #expect(CellLines.telling(["Công ty", "Công ty A"], from: 4, to: 20) == 7)
    #expect(CellLines.telling(["Hà Nội"], from: 4, to: 8) == 4)
    #expect(CellLines.telling([], from: 4, to: 2) == 4)
  }
}
