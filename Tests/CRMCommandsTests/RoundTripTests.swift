import CRMCatalogue
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// What goes out comes in again: the same records, in every format that can hold them.
@Suite struct RoundTripTests {
  /// Everything of a kind that can be typed, as JSON.
  private func records(_ kind: Kind, _ fixture: Fixture) -> String {
    let entity = Catalogue.entity(kind)
    var columns = entity.fields.filter { $0.access == .editable }.map(\.name)
    if let lines = entity.lines.map(Catalogue.entity) {
      columns += lines.fields.filter { $0.access == .editable && $0.target != kind }
        .map { "line." + $0.name }
    }
    let outcome = fixture.run(
      kind.rawValue, "export", "--jsonl", "-", "--columns", columns.joined(separator: ","))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    // Lines of a document keep their order, records need not.
    return entity.lines == nil ? lines.sorted().joined(separator: "\n") : outcome.output
  }

  private func expectSame(
    _ one: Fixture, _ other: Fixture, _ place: SourceLocation = #_sourceLocation
  ) {
    for kind in Catalogue.nouns {
      let wanted = records(kind, one).split(separator: "\n")
      let found = records(kind, other).split(separator: "\n")
      let gone = Set(wanted).subtracting(found).sorted().prefix(3)
      let new = Set(found).subtracting(wanted).sorted().prefix(3)
      let isSame = wanted == found
      #expect(isSame, "\(kind): gone \(Array(gone)), new \(Array(new))", sourceLocation: place)
    }
  }

  @Test(arguments: ["xlsx"], [UInt64(1), 2, 6, 7])
  func everythingAtOnce(format: String, seed: UInt64) throws {
    let language: Language = seed.isMultiple(of: 2) ? .vi : .en
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    let file = one.file("all.\(format)")
    #expect(one.run(["export", "all", "--\(format)", file], language: language).code == 0)
    let other = try Fixture()
    let rejects = other.file("loi.csv")
    let outcome = other.run(["import", file, "--rejects", rejects], language: language)
    let isWhole = outcome.code == 0
    #expect(isWhole, "\(outcome.errors)")
    expectSame(one, other)
    // Nothing is left to change.
    let again = other.run("import", file)
    #expect(again.errors.contains("= 0 added + 0 updated"), "\(again.errors)")
    #expect(other.run("log", "--limit", "1", "--json").output.contains("\"number\": 2"))
  }

  @Test(arguments: ["csv", "tsv", "xlsx"], [UInt64(3), 4, 8, 9])
  func oneKindAfterTheOther(format: String, seed: UInt64) throws {
    let language: Language = seed.isMultiple(of: 2) ? .vi : .en
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    let other = try Fixture()
    for kind in Catalogue.nouns {
      let file = one.file("\(kind).\(format)")
      #expect(
        one.run([kind.rawValue, "export", "--\(format)", file], language: language).code == 0)
      let outcome = other.run(
        [kind.rawValue, "import", file, "--rejects", other.file("loi.csv")], language: language)
      let isWhole = outcome.code == 0
      #expect(isWhole, "\(kind): \(outcome.errors)")
    }
    expectSame(one, other)
  }

  /// Files with a byte-order mark, and files that say which delimiter they have.
  @Test func withAMark() throws {
    let one = try Fixture()
    try RandomCompany(seed: 5).fill(one)
    let file = one.file("kh.csv")
    #expect(one.run("export", "tag", "--csv", file, "--bom").code == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)).starts(with: [0xEF, 0xBB, 0xBF]))
    let other = try Fixture()
    #expect(other.run("tag", "import", file).code == 0)
    #expect(records(.tag, one) == records(.tag, other))
  }

  /// What an import changes of a file, and says: spaces around, and the form of dates, amounts
  /// and choices. All else comes out as it went in.
  @Test func aFileComesOutAsItWentIn() throws {
    let fixture = try Fixture()
    let file = fixture.file("kh.csv")
    try Data(
      #"""
      Mã khách hàng,Tên khách hàng,Loại khách hàng,Điện thoại,Ngày sinh,Mô tả
      K1,"Nguyễn Văn ""A""",cá nhân,0912 345 678,03/11/1999,"Dòng 1
      Dòng 2"
      K2,  Trần  B ,Tổ chức,+84 987.654.321,20/12,'=1+1
      K3,0012,Cửa hàng,028 3823 4567 (máy lẻ 1),,-5

      """#.utf8
    ).write(to: URL(fileURLWithPath: file))
    #expect(fixture.runVietnamese("import", file).code == 0)
    let outcome = fixture.runVietnamese(
      "customer", "export", "--csv", "-", "--columns",
      "code,name,kind,phones,birthday,description")
    #expect(
      outcome.output
        == #"""
        Mã khách hàng,Tên khách hàng,Loại khách hàng,Điện thoại,Ngày sinh,Mô tả
        K1,"Nguyễn Văn ""A""",Cá nhân,0912 345 678,1999-11-03,"Dòng 1
        Dòng 2"
        K2,Trần  B,Tổ chức,+84 987.654.321,--12-20,'=1+1
        K3,0012,Cửa hàng,028 3823 4567 (máy lẻ 1),,-5

        """#.replacing("\n", with: "\r\n").replacing("Dòng 1\r\n", with: "Dòng 1\n"))
  }
}
