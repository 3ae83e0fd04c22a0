import Testing

/// A disk that is full: it is said, in both languages, nothing is changed, and once there is room
/// everything works.
@Suite(
  .enabled(
    if: Fault.isPossible && UpgradeTests.canMount, "\(Fault.needs), and the right to mount"))
struct FullDiskTests {
  static let commands: [WritingCommand] = [.add, .edit, .order, .importing, .undo]

  @Test(arguments: commands, [0, 40]) func says(command: WritingCommand, leftKilobytes: Int) throws
  {
    let place = try FaultyPlace(command, rows: 200)
    let (results, states) = try place.onFullDisk(leftKilobytes: leftKilobytes)
    #expect(results.map(\.code) == [3, 3, 0, 0], "\(results)")
    #expect(results[0].outcome.errors.contains("the disk is full"), "\(results[0])")
    #expect(results[1].outcome.errors.contains("đĩa đã đầy"), "\(results[1])")
    #expect(results[0].outcome.output + results[1].outcome.output == "")
    #expect(states == [.before, .after])
  }
}
