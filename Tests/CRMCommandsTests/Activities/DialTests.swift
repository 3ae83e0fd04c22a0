import CRMTestSupport
import Foundation
import Testing

/// Dialling: the number is an argument, never a shell's (RULES 15.3).
@Suite struct DialTests {
  let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    try fixture.add(.customer, ["name": "An", "phones": "0912 345 678; +1 202 555 0143"])
    try fixture.add(.customer, ["name": "Bình", "phones": "không có; $(touch x)"])
  }

  private func set(_ command: String) {
    #expect(fixture.run("config", "set", "dial.command", command).code == 0)
  }

  private func script(_ text: String) throws -> String {
    let path = try fixture.file("dial.sh", "#!/bin/sh\n" + text)
    #expect(chmod(path, 0o755) == 0)
    return path
  }

  @Test func dialsAndNotes() throws {
    let log = fixture.file("log")
    set(try script("echo \"$#:$*\" >> \(log)\n"))
    let outcome = fixture.run("call", "dial", "KH000001")
    #expect(outcome.output == "CG000001\n")
    #expect(outcome.errors == "Added call CG000001.\n")
    set(try script("echo \"$#:$*\" >> \(log)\n") + " --to {} --fast")
    #expect(fixture.run("call", "dial", "KH000001", "--phone", "+12025550143").code == 0)
    #expect(try fixture.contents("log") == "1:0912345678\n3:--to +12025550143 --fast\n")
    #expect(
      fixture.run("call", "list", "--columns", "phone,direction,status", "--no-header").output
        == "0912 345 678\tOutgoing\tDone\n+1 202 555 0143\tOutgoing\tDone\n")
    // A dry run dials nobody.
    #expect(fixture.run("call", "dial", "KH000001", "--dry-run").code == 0)
    #expect(try fixture.contents("log").split(separator: "\n").count == 2)
    #expect(fixture.run("call", "list", "--count").output == "2\n")
  }

  @Test func notesNothingThatFailed() throws {
    let unset = fixture.run("call", "dial", "KH000001")
    #expect(unset.code == 1)
    #expect(unset.errors.contains("crm config set dial.command"))
    set("/no/such/program")
    #expect(fixture.run("call", "dial", "KH000001").errors.contains("cannot be run"))
    set(try script("exit 3\n"))
    #expect(fixture.run("call", "dial", "KH000001").errors.contains("failed with code 3"))
    set(try script("kill -9 $$\n"))
    #expect(fixture.run("call", "dial", "KH000001").errors.contains("killed by signal 9"))
    set(try script("sleep 60\n"))
    _ = fixture.run("config", "set", "dial.seconds", "1")
    #expect(
      fixture.run("call", "dial", "KH000001").errors.contains("did not end within 1 second"))
    set("true")
    #expect(fixture.run("call", "dial", "KH000001", "--phone", "0900000000").code == 1)
    #expect(fixture.run("call", "dial", "KH000001", "--phone", "abc").code == 2)
    let none = fixture.run("call", "dial", "KH000002")
    #expect(none.code == 1)
    #expect(none.errors.contains("customer KH000002 has no such number to dial"))
    #expect(fixture.run("call", "list", "--count").output == "0\n")
  }
}
