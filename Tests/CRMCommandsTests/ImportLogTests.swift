import CRMTestSupport
import Foundation
import Testing

@Suite struct ImportLogTests {
  let fixture: Fixture
  let file: String

  init() throws {
    fixture = try Fixture()
    file = fixture.file("kh.csv")
    try Data("Mã KH,Tên KH\nK1,An\nK2,\n".utf8).write(to: URL(fileURLWithPath: file))
  }

  @Test func listsImportsNewestFirst() throws {
    #expect(fixture.run("import", "list").output.split(separator: "\n").count == 1)
    _ = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    #expect(
      fixture.run("import", "list").output == """
        Number\tTime\tBy\tFile\tKind\tRows\tAdded\tUpdated\tUnchanged\tRejected\tUndone by
        2\t2026-11-22 10:00:00\tan\t\(file)\tCustomer\t2\t1\t0\t0\t1\t

        """)
    // For people the kind has its name.
    let shown = fixture.run(["import", "list"], language: .vi, terminal: 300).output
    #expect(shown.contains("Khách hàng") && !shown.contains("customer"))
    let undone = fixture.run("import", "undo", "2")
    #expect(undone.code == 0, "\(undone.errors)")
    #expect(
      fixture.runVietnamese("import", "list", "--json").output.contains(
        "\"rejected\": 1, \"undone_by\": 3}"))
  }

  @Test func showsOne() throws {
    _ = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    #expect(
      fixture.run("import", "show", "2").output == """
        Number\tTime\tBy\tFile\tSheet\tKind\tRows\tAdded\tUpdated\tUnchanged\tRejected\tRows in error\tUndone by\tCommand
        2\t2026-11-22 10:00:00\tan\t\(file)\t\tCustomer\t2\t1\t0\t0\t1\t\(fixture.file("loi.csv"))\t\tcrm import \(file) --rejects \(fixture.file("loi.csv"))

        """)
  }

  /// On a terminal one import is a line a value, as wide as that may be.
  @Test func showsOneOnATerminalLineByLine() throws {
    _ = fixture.run("import", file, "--rejects", fixture.file("loi.csv"))
    let shown = fixture.run(["import", "show", "2"], language: .vi, terminal: 40).output
    let lines = shown.split(separator: "\n").map(String.init)
    #expect(lines.first == "Số: 2")
    #expect(lines.contains("Tệp dòng lỗi: \(fixture.file("loi.csv"))"))
    #expect(lines.contains("Loại: Khách hàng"))
    #expect(!shown.contains("Hoàn tác bởi"))
  }

  /// What changed nothing is no operation.
  @Test func keepsNothingOfADryRun() throws {
    _ = fixture.run("import", file, "--dry-run")
    _ = fixture.run("import", file, "--strict", "--rejects", fixture.file("loi.csv"))
    #expect(fixture.run("import", "list").output.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["show", "undo"]) func refusesWhatIsNoImport(verb: String) throws {
    let outcome = fixture.run("import", verb, "1")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors
        == "crm: operation 1 is no import\n  See the imports with: crm import list\n")
    #expect(fixture.runVietnamese("import", verb, "x").code == 2)
  }
}

@Suite struct ImportMappingTests {
  let fixture: Fixture
  let file: String

  init() throws {
    fixture = try Fixture()
    file = fixture.file("kh.csv")
    try Data("Ai,Ở đâu,SĐT\nAn,Huế,0912345678\n".utf8).write(to: URL(fileURLWithPath: file))
  }

  private func save(_ more: String...) -> Fixture.Outcome {
    fixture.run(
      [
        "import", "mapping", "save", "sapo", "--into", "customer", "--map", "Ai=name", "--map",
        "Ở đâu=province", "--set", "source=Zalo", "--match", "phones",
      ] + more)
  }

  @Test func savesAndUses() throws {
    #expect(save() == .init(output: "", errors: "Saved import mapping sapo.\n", code: 0))
    let outcome = fixture.run("import", file, "--mapping", "sapo")
    #expect(
      outcome.errors == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(
      fixture.run("customer", "list", "--columns", "name,province,phones,source").output
        == "Name\tProvince\tPhones\tSource\nAn\tHuế\t0912345678\tZalo\n")
    // What the command says wins.
    let again = fixture.run(
      "import", file, "--mapping", "sapo", "--set", "source=Facebook", "--map", "Ở đâu=")
    #expect(
      again.errors.hasSuffix("Customers: 1 read = 0 added + 1 updated + 0 unchanged + 0 rejected\n")
    )
    #expect(
      fixture.run("customer", "list", "--columns", "source").output == "Source\nFacebook\n")
  }

  @Test func listsShowsAndReplaces() throws {
    _ = save()
    #expect(
      save("--mode", "update").errors == "Replaced import mapping sapo.\n")
    #expect(
      fixture.runVietnamese("import", "mapping", "list").output == """
        Tên mẫu\tLoại bản ghi\tCột\tCho mọi dòng\tChỉ các trường\tTìm theo\tCách nhập khẩu\tÔ trống\tTự thêm danh mục
        sapo\tcustomer\tAi=name; Ở đâu=province\tsource=Zalo\t\tphones\tSửa\t\tfalse

        """)
    #expect(
      fixture.run("import", "mapping", "show", "sapo", "--json").output.contains(
        "\"match\": \"phones\", \"mode\": \"update\", \"blank\": null, \"create_missing\": false"))
  }

  @Test func deletesAndUndoes() throws {
    _ = save()
    #expect(
      fixture.runVietnamese("import", "mapping", "delete", "sapo").errors
        == "Đã xóa mẫu nhập khẩu sapo.\n")
    let gone = fixture.run("import", file, "--mapping", "sapo")
    #expect(gone.code == 1)
    #expect(gone.errors.hasPrefix("crm: there is no import mapping “sapo”\n"))
    _ = fixture.run("undo")
    #expect(fixture.run("import", file, "--mapping", "sapo").code == 0)
    #expect(
      fixture.run("import", file, "--mapping", "sap").errors
        == "crm: there is no import mapping “sap”\n  There are: sapo\n")
    _ = fixture.run("undo", "2", "--force")
    #expect(fixture.run("import", "mapping", "list").output.split(separator: "\n").count == 1)
  }
}
