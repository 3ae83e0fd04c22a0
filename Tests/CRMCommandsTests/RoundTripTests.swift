import CRMCore
import CRMEngine
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
    _ one: Fixture, _ other: Fixture, _ kinds: [Kind] = Catalogue.nouns,
    _ place: SourceLocation = #_sourceLocation
  ) {
    for kind in kinds {
      let wanted = records(kind, one).split(separator: "\n")
      let found = records(kind, other).split(separator: "\n")
      let gone = Set(wanted).subtracting(found).sorted().prefix(3)
      let new = Set(found).subtracting(wanted).sorted().prefix(3)
      let isSame = wanted == found
      #expect(isSame, "\(kind): gone \(Array(gone)), new \(Array(new))", sourceLocation: place)
    }
  }

  /// Imports a file, and then again, which changes nothing.
  private func bring(
    _ words: [String], into other: Fixture, _ language: Language,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let words = words + ["--rejects", other.file("loi.csv")]
    let outcome = other.run(words, language: language)
    let isWhole = outcome.code == 0
    #expect(isWhole, "\(words): \(outcome.errors)", sourceLocation: place)
    let again = other.run(words, language: .en)
    let isSame = again.errors.contains("= 0 added + 0 updated") || again.errors.contains("0 read")
    #expect(isSame, "\(words): \(again.errors)", sourceLocation: place)
  }

  @Test(arguments: ["xlsx", "json", "jsonl"], [UInt64(1), 2, 6])
  func everythingAtOnce(format: String, seed: UInt64) throws {
    let language: Language = seed.isMultiple(of: 2) ? .vi : .en
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    // Units come in before the users who manage them.
    let unit = try #require(one.codes(as: one.login, "unit").first)
    let manager = try #require(one.codes(as: one.login, "user").last { $0 != one.login })
    try one.edit(.unit, unit, ["manager": manager])
    let file = one.file("all.\(format)")
    #expect(one.run(["export", "all", "--\(format)", file], language: language).code == 0)
    let other = try Fixture()
    bring(["import", file], into: other, language)
    expectSame(one, other)
    #expect(other.run("log", "--limit", "1", "--json").output.contains("\"number\": 2"))
  }

  @Test(arguments: ["csv", "tsv", "xlsx", "json", "jsonl"], [UInt64(3), 4, 8])
  func oneKindAfterTheOther(format: String, seed: UInt64) throws {
    let language: Language = seed.isMultiple(of: 2) ? .vi : .en
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    let other = try Fixture()
    for kind in Catalogue.nouns {
      let file = one.file("\(kind).\(format)")
      #expect(
        one.run([kind.rawValue, "export", "--\(format)", file], language: language).code == 0)
      bring([kind.rawValue, "import", file], into: other, language)
    }
    expectSame(one, other)
  }

  /// Cards of customers and contacts, apart or in one file; what they refer to is there already.
  @Test(arguments: ["4.0", "3.0"], [UInt64(10), 11, 12])
  func cards(version: String, seed: UInt64) throws {
    let language: Language = seed.isMultiple(of: 2) ? .vi : .en
    let one = try Fixture()
    try RandomCompany(seed: seed).fill(one)
    let other = try Fixture()
    for kind in Catalogue.order.prefix(while: { $0 != .customer })
    where Catalogue.nouns.contains(kind) {
      let file = one.file("\(kind).jsonl")
      #expect(one.run([kind.rawValue, "export", "--jsonl", file], language: language).code == 0)
      bring([kind.rawValue, "import", file], into: other, language)
    }
    let kinds = seed < 12 ? ["all"] : ["customer", "contact"]
    for kind in kinds {
      let file = one.file("\(kind).vcf")
      #expect(
        one.run(["export", kind, "--vcf", file, "--vcard-version", version], language: language)
          .code == 0)
      // Neither is the kind said nor asked for.
      bring(["import", file], into: other, language)
    }
    expectSame(one, other, [.customer, .contact])
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
}
