import CRMTestSupport
import Foundation
import Testing

/// Times and lengths of time as fields that users add.
@Suite struct TimeFieldTests {
  private func company() throws -> Fixture {
    let fixture = try Fixture.company()
    for words in [
      ["--name", "Hẹn", "--type", "moment"], ["--name", "Gọi", "--type", "thời lượng"],
    ] {
      let added = fixture.run(["field", "add", "--kind", "customer"] + words)
      #expect(added.code == 0, "\(added.errors)")
    }
    for (name, hen, goi) in [
      ("Vân", "2026-12-01", "45p"), ("Hoa", "1/12/2026 14h", "1h30"), ("Tú", "mai 9h30", "3p20s"),
    ] {
      let added = fixture.run(
        "customer", "add", "--name", name, "--set", "hen=\(hen)", "--set", "goi=\(goi)")
      #expect(added.code == 0, "\(added.errors)")
    }
    return fixture
  }

  private static let columns = ["--where", "hen is not empty", "--columns", "name,hen,goi"]

  private func list(_ fixture: Fixture, _ words: String...) -> String {
    let outcome = fixture.run(["customer", "list"] + Self.columns + words)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func isWrittenForProgramsSheetsAndPeople() throws {
    let fixture = try company()
    #expect(
      list(fixture, "--format", "csv")
        == """
        Name,Hẹn,Gọi
        Vân,2026-12-01,45m
        Hoa,2026-12-01T14:00:00+07:00,1h30m
        Tú,2026-11-23T09:30:00+07:00,3m20s

        """.replacing("\n", with: "\r\n"))
    #expect(
      list(fixture, "--format", "jsonl").split(separator: "\n")[1]
        == #"{"name": "Hoa", "hen": "2026-12-01T14:00:00+07:00", "goi": "1h30m"}"#)
    let people = fixture.run(
      ["customer", "list", "--format", "markdown"] + Self.columns, language: .vi)
    #expect(people.output.contains("| Hoa | 01/12/2026 14:00 | 1 giờ 30 phút |"))
    #expect(people.output.contains("| Vân | 01/12/2026 | 45 phút |"))
  }

  @Test func isFilteredAndSorted() throws {
    let fixture = try company()
    for (filter, names) in [
      ("hen = 2026-12-01", "Vân,Hoa"), ("hen >= '2026-12-01 14:00'", "Hoa"),
      ("goi >= 45p", "Vân,Hoa"), ("hen = tomorrow", "Tú"), ("c_goi = 3p..50p", "Vân,Tú"),
    ] {
      let found = fixture.run(
        "customer", "list", "--where", filter, "--columns", "name")
      #expect(
        found.output.split(separator: "\n").dropFirst().joined(separator: ",") == names,
        "\(filter): \(found.errors)")
    }
    #expect(
      list(fixture, "--sort", "-goi").split(separator: "\n").dropFirst().first?.hasPrefix("Hoa")
        == true)
  }

  @Test(arguments: ["csv", "tsv", "xlsx", "json", "jsonl"])
  func comesBackFromAFile(format: String) throws {
    let one = try company()
    let fields = one.file("fields.jsonl")
    let file = one.file("customers.\(format)")
    #expect(one.run("field", "export", "--jsonl", fields).code == 0)
    #expect(one.run("customer", "export", "--\(format)", file).code == 0)
    let other = try Fixture.company()
    #expect(other.run("field", "import", fields).code == 0)
    let brought = other.run("customer", "import", file)
    #expect(brought.code == 0, "\(brought.errors)")
    #expect(list(other, "--format", "jsonl") == list(one, "--format", "jsonl"))
  }

  @Test func readsJSON() throws {
    let fixture = try company()
    let edited = fixture.run(
      "customer", "edit", "KH000001", "--json", "-",
      input: #"{"c_hen": "2026-12-01T14:00:00+07:00", "c_goi": "1h30m"}"#)
    #expect(edited.code == 0, "\(edited.errors)")
    let vague = fixture.run(
      "customer", "edit", "KH000001", "--json", "-", input: #"{"c_goi": 90}"#)
    #expect(vague.code == 1)
    #expect(vague.errors.contains("does not say whether it is minutes or seconds"))
  }

  @Test func previewsAndHelps() throws {
    let fixture = try company()
    let preview = fixture.run(
      "customer", "edit", "KH000001", "--set", "goi=90p", "--set", "hen=mai 9h", "--dry-run")
    #expect(preview.output.contains("Gọi “” → “1h 30m”"), "\(preview.output)")
    #expect(preview.output.contains("Hẹn “” → “2026-11-23 09:00:00”"), "\(preview.output)")
    let fields = fixture.run("customer", "fields").output
    #expect(fields.contains("A length of time: 45m, 1h30"))
    #expect(fields.contains("A day, with a time or without: 20/12/2026 14:00"))
  }
}
