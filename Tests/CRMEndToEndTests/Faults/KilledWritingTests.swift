import Testing

/// Who is killed while it writes has written all or nothing.
@Suite(.enabled(if: Fault.isPossible, "\(Fault.needs)")) struct KilledWritingTests {
  @Test(arguments: WritingCommand.all) func killed(command: WritingCommand) throws {
    let place = try FaultyPlace(command)
    let calls = "owstn"
    let count = try place.count(calls: calls)
    for (round, moment) in place.moments(12, of: count).enumerated() {
      try place.begin()
      let fault = Fault(kind: .kill, at: moment, calls: calls)
      let result = try place.run(fault)
      // What is left is brought in by the next of ours, or by another program.
      if round.isMultiple(of: 2) { #expect(try place.crm("customer", "list").code == 0) }
      try place.expectWhole(result, fault)
    }
  }
}
