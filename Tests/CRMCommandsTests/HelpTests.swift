import CRMTestSupport
import CRMValues
import Testing

@Suite struct HelpTests {
  @Test func explainsATopic() throws {
    let fixture = try Fixture()
    let outcome = fixture.run("help", "order", "add")
    #expect(outcome.output.hasPrefix("crm order add: Add an order\n\nUsage: crm order add"))
    #expect(outcome.output == fixture.run("order", "add", "--help").output)
    #expect(
      fixture.runVietnamese("help", "order").output.hasPrefix("crm order: Đơn hàng\n\nCách dùng:"))
    #expect(fixture.run("help").output == fixture.run().output)
    let unknown = fixture.run("help", "custmer")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("did you mean 'customer'?"))
  }

  @Test func isAsWideAsTheTerminal() throws {
    let fixture = try Fixture()
    let outcome = fixture.run(
      ["help", "customer", "edit"], terminal: 60, variables: ["NO_COLOR": "1"])
    for line in outcome.output.split(separator: "\n") where !line.hasPrefix("  crm ") {
      #expect(displayWidth(String(line)) <= 60, "\(line)")
    }
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func printsManPageAndReference() throws {
    let fixture = try Fixture()
    let page = fixture.run("help", "--man").output
    #expect(page.hasPrefix(".TH"))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.contains("care\\-card generate") || page.contains("care-card generate"))
    #expect(fixture.runVietnamese("help", "--markdown").output.contains("### crm customer add\n"))
  }

  @Test func versionIsTheSameBothWays() throws {
    let fixture = try Fixture()
    #expect(fixture.run("version").output == "crm 0.1.0\n")
    #expect(fixture.run("--version").output == "crm 0.1.0\n")
  }
}
