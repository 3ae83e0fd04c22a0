import Testing

/// What was acknowledged is there after the power was lost, and nothing is half there.
@Suite(.enabled(if: Fault.isPossible, "\(Fault.needs)")) struct PowerLossTests {
  @Test(arguments: WritingCommand.all) func atAMoment(command: WritingCommand) throws {
    let place = try FaultyPlace(command)
    let count = try place.count(calls: "wstn")
    // The last is that the command ends, and then the power.
    for moment in place.moments(11, of: count) + [0] {
      try place.begin()
      let fault = Fault(kind: .lose, at: moment, seed: moment)
      try place.expectWhole(try place.run(fault), fault)
    }
  }
}
