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

  /// Section, record, count and text of what is asked of somebody.
  private func asked(_ login: String, _ options: String = "") -> [String] {
    fixture.act("\(login) notification list --event approval \(options)").output.split(
      separator: "\n"
    )
    .dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return [cells[0], cells[5], cells[7], cells[9]].joined(separator: "|")
    }
  }

  @Test func countsWhatIsLeft() {
    fixture.done("lan order submit DH000001 DH000002 --reason gấp")
    #expect(asked("minh") == ["Important||2|gấp: DH000001, DH000002"])
    // Nobody reads away what waits.
    fixture.done("minh notification read --all")
    #expect(asked("minh").count == 1)
    fixture.done("minh order approve DH000001")
    #expect(asked("minh") == ["Important|DH000002|1|gấp"])
    #expect(asked("an") == ["Important|DH000002|1|gấp"])
    #expect(asked("minh", "--from lan").count == 1)
    #expect(asked("minh", "--from hoa --kind order").isEmpty)
    #expect(asked("minh", "--dates ..2026-11-21").isEmpty)
    #expect(asked("lan").isEmpty)
  }

  /// Who takes over is asked, and who lost the right is not.
  @Test func followsWhoDecidesNow() {
    fixture.done("an config set approval.order user:minh")
    fixture.done("lan order submit DH000001")
    #expect(asked("an").isEmpty && asked("minh").count == 1)
    fixture.done("an role revoke manager --to approve")
    #expect(asked("an") == ["Important|DH000001|1|"] && asked("minh").isEmpty)
    fixture.done("lan order withdraw DH000001")
    fixture.done("lan undo")
    fixture.done("an order reject DH000001 --reason x")
    #expect(asked("an").isEmpty)
  }
}
