import CRMTestSupport
import Testing

/// What `notification list` says waits for somebody is what `approval list` says.
@Suite struct WaitingNotificationTests {
  let fixture: Fixture

  /// lan has two orders; minh and an may approve.
  init() throws {
    fixture = try Fixture.offices()
    try fixture.addOrder(["customer": "KH000001", "owner": "lan"], lines: [])
  }

  @discardableResult
  private func run(_ line: String) -> Fixture.Outcome {
    let words = Fixture.words(line)
    let outcome = fixture.run(as: words[0], Array(words.dropFirst()))
    #expect(outcome.code == 0, "\(line): \(outcome.errors)")
    return outcome
  }

  /// Section, record, count and text of what is asked of somebody.
  private func asked(_ login: String, _ options: String = "") -> [String] {
    run("\(login) notification list --event approval \(options)").output.split(separator: "\n")
      .dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return [cells[0], cells[5], cells[7], cells[9]].joined(separator: "|")
      }
  }

  @Test func countsWhatIsLeft() {
    run("lan order submit DH000001 DH000002 --reason gấp")
    #expect(asked("minh") == ["Important||2|gấp: DH000001, DH000002"])
    // Nobody reads away what waits.
    run("minh notification read --all")
    #expect(asked("minh").count == 1)
    run("minh order approve DH000001")
    #expect(asked("minh") == ["Important|DH000002|1|gấp"])
    #expect(asked("an") == ["Important|DH000002|1|gấp"])
    #expect(asked("minh", "--from lan").count == 1)
    #expect(asked("minh", "--from hoa --kind order").isEmpty)
    #expect(asked("minh", "--dates ..2026-11-21").isEmpty)
    #expect(asked("lan").isEmpty)
  }

  /// Who takes over is asked, and who lost the right is not.
  @Test func followsWhoDecidesNow() {
    run("an config set approval.order user:minh")
    run("lan order submit DH000001")
    #expect(asked("an").isEmpty && asked("minh").count == 1)
    run("an role revoke manager --to approve")
    #expect(asked("an") == ["Important|DH000001|1|"] && asked("minh").isEmpty)
    run("lan order withdraw DH000001")
    run("lan undo")
    run("an order reject DH000001 --reason x")
    #expect(asked("an").isEmpty)
  }
}
