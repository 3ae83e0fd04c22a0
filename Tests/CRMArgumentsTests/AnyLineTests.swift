import CRMValues
import Testing

@testable import CRMArguments

/// Makes command lines out of words that mean something, in orders that mostly do not.
private struct Lines: RandomNumberGenerator {
  static let words = [
    "customer", "filter", "add", "group", "move", "transfer", "import", "template", "undo", "help",
    "--", "-", "", "-y", "-yv", "-yh", "-n", "-nx", "-f", "-f=", "-3m", "-limit", "--and", "--not",
    "--json", "--json=x", "--to", "--to=", "--limit", "--lang", "--version", "--help", "--bogus",
    "--=", "-=", "---", "-ả", "–x", "KH1", "\u{0}", "a\u{301}", "--ả=ả", "🇻🇳",
  ]
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }

  mutating func line() -> [String] {
    (0..<Int.random(in: 0...7, using: &self)).map { _ in
      Self.words.randomElement(using: &self) ?? ""
    }
  }
}

@Suite struct AnyLineTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func isReadOrRefused(_ seed: UInt64) {
    var lines = Lines(state: seed)
    for _ in 0..<3_000 {
      let line = lines.line()
      do throws(CRMError) {
        guard case .run(let command, let use) = try sample.parse(line) else { continue }
        #expect(use.words == command.words)
        #expect(use.arguments == line && use.loggedArguments.count == line.count)
        #expect(use.occurrences.map(\.position) == use.occurrences.map(\.position).sorted())
        #expect(try sample.parse(rewritten(use)).invocation?.operands == use.operands)
      } catch {
        #expect(error.kind == .usage)
      }
    }
  }

  @Test func isCompleted() {
    var lines = Lines(state: 4)
    for _ in 0..<3_000 {
      _ = sample.complete(lines.line(), in: .vi) { [Candidate($0.prefix)] }
    }
  }

  /// The same command line with every option before the operands, each value behind `=`.
  private func rewritten(_ use: Invocation) -> [String] {
    let options = use.occurrences.flatMap { occurrence -> [String] in
      if occurrence.values.count == 1 { return ["--\(occurrence.option)=\(occurrence.values[0])"] }
      return ["--\(occurrence.option)"] + occurrence.values
    }
    return use.words + options + ["--"] + use.operands
  }
}

extension ParseResult {
  fileprivate var invocation: Invocation? {
    if case .run(_, let invocation) = self { return invocation }
    return nil
  }
}
