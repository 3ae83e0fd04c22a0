import CRMCore
import CRMEngine
import CRMValues
import Testing

@testable import CRMCommands

@Suite struct BarChartTests {
  /// Figures, the room, and the bars: eight eighths make a column, the greatest fills the room.
  @Test(
    arguments: [
      ([4, 2, 1], 8, ["████████", "████", "██"]),
      ([16, 9, 1], 8, ["████████", "████▌", "▌"]),
      // Of a million one is still seen, nothing is not.
      ([1_000_000, 1, 0], 8, ["████████", "▏", ""]),
      ([-5, 10], 8, ["", "████████"]),
      ([0, 0], 30, ["", ""]), ([-1], 30, [""]), ([], 30, []), ([7], 7, [""]),
    ] as [([Int64], Int, [String])])
  func drawsToAnEighth(figures: [Int64], width: Int, bars: [String]) {
    #expect(BarChart.bars(figures, width: width) == bars)
  }

  @Test func growsNoLongerThanFortyColumns() {
    #expect(BarChart.bars([.max], width: 500) == [String(repeating: "█", count: 40)])
  }
}
