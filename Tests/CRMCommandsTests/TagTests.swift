import CRMTestSupport
import Testing

@Suite struct TagTests {
  @Test func putsTagsOnAndTakesThemOff() throws {
    let fixture = try Fixture.company()
    let unknown = fixture.run("customer", "tag", "KH000001", "--add", "nóng")
    #expect(unknown.errors == "crm: there is no tag “nóng”\n  Make it with --create.\n")
    #expect(unknown.code == 1)
    let made = fixture.run(
      "customer", "tag", "KH000001", "KH000002", "--add", "nóng", "gọi lại", "--create")
    #expect(made.errors == "Changed 2 of 2 customers.\n")
    let taken = fixture.runVietnamese("customer", "tag", "KH000001", "--remove", "nóng")
    #expect(taken.errors == "Đã sửa khách hàng KH000001.\n")
    #expect(
      fixture.run("customer", "list", "--columns", "code,tags", "--where", "tags is not empty")
        .output == "Code\tTags\nKH000001\tgọi lại\nKH000002\tnóng; gọi lại\n")
    #expect(
      fixture.run("customer", "tag", "KH000001").errors
        == "crm: which tags? Give --add TAG… or --remove TAG…\n")
    _ = fixture.run("undo")
    _ = fixture.run("undo")
    #expect(fixture.run("tag", "list", "--count").output == "0\n")
  }
}
