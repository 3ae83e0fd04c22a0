import CRMTestSupport
import Testing

extension Fixture {
  /// Runs lines, each of the one that its first word names, that are to succeed.
  func done(_ lines: String..., at place: SourceLocation = #_sourceLocation) {
    for line in lines {
      let outcome = act(line)
      #expect(outcome.code == 0, "\(line): \(outcome.errors)", sourceLocation: place)
    }
  }
}
