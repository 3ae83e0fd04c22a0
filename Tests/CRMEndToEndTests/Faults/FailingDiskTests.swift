import Foundation
import Testing

/// Every single call on the files of a database fails once, and all from there on.
@Suite(.enabled(if: Fault.isPossible, "\(Fault.needs)")) struct FailingDiskTests {
  struct Failure: Sendable, CustomTestStringConvertible {
    let error: Int32
    let calls: String
    let lasts: Bool

    var testDescription: String {
      "\(String(cString: strerror(error))) of \(calls)\(lasts ? " from then on" : "")"
    }
  }

  static let failures = [
    Failure(error: EIO, calls: "orwstn", lasts: false),
    Failure(error: EIO, calls: "wstn", lasts: true),
    Failure(error: ENOSPC, calls: "wt", lasts: true),
  ]

  @Test(
    arguments: [WritingCommand.add, .importing, .undo, .upgrade], failures)
  func says(command: WritingCommand, failure: Failure) throws {
    let place = try FaultyPlace(command, rows: 20)
    // Each in turn; of those of an upgrade, which are many, some of every part.
    for moment in place.moments(120, of: try place.count(calls: failure.calls)) {
      try place.begin()
      let fault = Fault(
        kind: .fail, at: moment, calls: failure.calls, error: failure.error, lasts: failure.lasts)
      let result = try place.run(fault)
      let state = try place.state()
      let told = Comment(rawValue: "call \(moment): \(state); \(result)")
      #expect(result.isExit, told)
      #expect([0, 3].contains(result.code), told)
      #expect(result.code == 0 || result.outcome.errors.contains("crm: "), told)
      #expect([.before, .after].contains(state), told)
      if state == .before { #expect(!result.isAcknowledged, told) }
      // Where it says that nothing was changed, nothing was.
      if state == .after { #expect(!result.outcome.errors.contains("nothing was changed"), told) }
    }
  }
}
