import Testing

/// A disk that says it has written what it has not, and then loses power. What was acknowledged may be
/// gone then, and the database damaged; but the check tells of that, and whoever looks does not crash.
/// A page that is old as a whole and fits all others no check can find.
@Suite(.enabled(if: Fault.isPossible, "\(Fault.needs)")) struct LyingDiskTests {
  @Test(arguments: [WritingCommand.add, .order, .importing])
  func isToldOf(command: WritingCommand) throws {
    let place = try FaultyPlace(command, rows: 200)
    var damaged = 0
    let count = try place.count(calls: "wstn")
    for moment in place.moments(24, of: count) + [0] {
      try place.begin()
      _ = try place.run(Fault(kind: .lose, at: moment, seed: moment, lies: true))
      let state = try place.state()
      switch state {
      case .before, .after: break
      case .damaged:
        damaged += 1
        let check = try place.doctor()
        #expect(check.isExit && check.code != 0, "\(moment): \(state); \(check)")
      case .other: Issue.record("\(moment): \(state)")
      }
      let look = try place.crm("customer", "list")
      #expect(look.isExit && [0, 3].contains(look.code), "\(moment): \(look)")
    }
    // Else this proves nothing, nor do the losses of a disk that does not lie.
    #expect(damaged > 0)
  }
}
