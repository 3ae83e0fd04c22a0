import CRMTestSupport
import Foundation
import Testing

@Suite struct InitTests {
  @Test(arguments: [
    ("en", "The database is ready; an is its administrator.\nNext: crm import FILE ", "Cash"),
    ("vi", "Cơ sở dữ liệu đã sẵn sàng; an là quản trị.\nTiếp theo: crm import TỆP ", "Tiền mặt"),
  ])
  func makesADatabaseOfOnesOwn(language: String, errors: String, cash: String) throws {
    let fixture = try Fixture()
    let path = fixture.file("new/crm.sqlite")
    let outcome = fixture.run("init", "--db", path, "--lang", language)
    #expect(outcome.output == path + "\n")
    #expect(outcome.errors.hasPrefix(errors))
    #expect(
      fixture.run("payment-method", "list", "--db", path, "--columns", "name").output
        .split(separator: "\n")[1] == cash)
    #expect(
      fixture.run("user", "list", "--db", path, "--columns", "code,role").output
        .hasPrefix("Login\tRole\nan\t"))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func leavesAFileAlone() throws {
    let fixture = try Fixture()
    let outcome = fixture.run("init")
    #expect(outcome.code == 5)
    #expect(outcome.errors.hasPrefix("crm: there is already a file at \(fixture.path)\n"))
  }

  @Test func withoutADatabaseTheWayToOneIsShown() throws {
    let fixture = try Fixture()
    let outcome = fixture.run("tag", "add", "--name", "x", "--db", fixture.file("none.sqlite"))
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("Make one with: crm init"))
  }
}
