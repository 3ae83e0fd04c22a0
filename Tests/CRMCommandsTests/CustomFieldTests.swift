import CRMTestSupport
import Foundation
import Testing

/// Fields that users add are like those that are declared.
@Suite struct CustomFieldTests {
  /// A company whose customers have a hobby, a segment, a deposit and a contract day.
  private func company() throws -> Fixture {
    let fixture = try Fixture.company()
    for words in [
      ["--name", "Sở thích"], ["--name", "Phân khúc", "--type", "choice", "--choices", "Vàng;Bạc"],
      ["--name", "Tiền cọc", "--type", "money", "--key", "coc"],
      ["--name", "Ngày ký", "--type", "day"],
    ] {
      let added = fixture.run(["field", "add", "--kind", "customer"] + words)
      #expect(added.code == 0, "\(added.errors)")
    }
    return fixture
  }

  /// A view that could not be asked any more is named, and keeps the field.
  @Test(arguments: [
    ["view", "add", "V", "--kind", "customer", "--condition", "so_thich = x"],
    ["view", "add", "V", "--kind", "customer", "--columns", "name,c_so_thich"],
    ["view", "add", "V", "--kind", "customer", "--sort", "-so_thich"],
    ["view", "add", "V", "--kind", "order", "--condition", "total > 1 or customer.so_thich = x"],
    [
      "view", "add", "V", "--kind", "product", "--condition",
      "orders[customer.so_thich = x].count > 0",
    ],
    ["view", "add", "V", "--kind", "order", "--columns", "code,customer.so_thich"],
  ])
  func isNotDeletedFromUnderAView(_ view: [String]) throws {
    let fixture = try company()
    let added = fixture.run(view)
    #expect(added.code == 0, "\(added.errors)")
    _ = fixture.run("view", "add", "W", "--kind", "customer", "--condition", "c_coc > 1")
    let refused = fixture.run("field", "delete", "TTC000001")
    #expect(
      refused.errors.hasPrefix(
        "crm: custom field “Sở thích” is asked for by view V, which would fail without it\n"))
    #expect(refused.code == 5)
    #expect(
      fixture.runVietnamese("field", "delete", "TTC000001").errors.hasPrefix(
        "crm: trường tùy chỉnh “Sở thích” đang được dùng trong giao diện V, thiếu nó sẽ lỗi\n"))
    #expect(fixture.run("view", "delete", "V").code == 0)
    #expect(fixture.run("field", "delete", "TTC000001").code == 0)
  }

  @Test func makesAKeyOfTheName() throws {
    let fixture = try company()
    #expect(
      fixture.run("field", "list", "--columns", "code,kind,name,key,type").output == """
        Code\tKind\tName\tKey\tType
        TTC000001\tCustomer\tSở thích\tso_thich\tText
        TTC000002\tCustomer\tPhân khúc\tphan_khuc\tChoice
        TTC000003\tCustomer\tTiền cọc\tcoc\tAmount
        TTC000004\tCustomer\tNgày ký\tngay_ky\tDate

        """)
  }

  @Test func isAddedShownFilteredSortedAndUndone() throws {
    let fixture = try company()
    let added = fixture.run(
      "customer", "add", "--name", "Vân", "--set", "so_thich=Cà phê", "--set", "Phân khúc=vàng",
      "--set", "c_coc=1,5tr", "--set", "ngày ký=20/12/2026")
    #expect(added.code == 0, "\(added.errors)")
    let code = added.output.trimmingCharacters(in: .newlines)
    let shown = fixture.run("customer", "show", code).output
    #expect(
      shown.contains(
        "Sở thích: Cà phê\nPhân khúc: Vàng\nTiền cọc: 1,500,000\nNgày ký: 2026-12-20\n"), "\(shown)"
    )
    let json = fixture.run("customer", "show", code, "--json").output
    #expect(json.contains("\"c_coc\": 1500000"))
    for filter in [
      "c_coc >= 1tr", "coc = 1tr..2tr", "so_thich ~ 'ca phe'", "c_phan_khuc = Vàng",
      "ngay_ky = 2026-12-20", "Ngày_ký < 2027-01-01",
    ] {
      let found = fixture.run("customer", "list", "--where", filter, "--columns", "name")
      #expect(found.output == "Name\nVân\n", "\(filter): \(found.errors)")
    }
    _ = fixture.run("customer", "edit", "KH000001", "--set", "coc=2tr")
    #expect(
      fixture.run(
        "customer", "list", "--where", "coc is not empty", "--sort", "-coc", "--columns",
        "name,coc"
      ).output == "Name\tTiền cọc\nNguyễn Đức An\t2000000\nVân\t1500000\n")
    #expect(
      fixture.run("customer", "history", "KH000001").output.contains("Tiền cọc"))
    _ = fixture.run("undo")
    #expect(fixture.run("customer", "list", "--where", "coc = 2tr", "--count").output == "0\n")
    // Orders see the customer's.
    #expect(
      fixture.run("order", "list", "--where", "customer.coc > 0", "--count").output == "0\n")
  }

  @Test func takesJSONAndDuplicates() throws {
    let fixture = try company()
    let added = fixture.run(
      "customer", "add", "--json", "-",
      input: "{\"name\": \"Hoa\", \"c_coc\": 250000, \"so_thich\": \"Nhạc\"}")
    #expect(added.code == 0, "\(added.errors)")
    let code = added.output.trimmingCharacters(in: .newlines)
    let copy = fixture.run("customer", "duplicate", code, "--set", "coc=1000")
    #expect(copy.code == 0, "\(copy.errors)")
    #expect(
      fixture.run(
        "customer", "list", "--where", "so_thich = Nhạc", "--columns", "name,c_coc"
      ).output == "Name\tTiền cọc\nHoa\t250000\nHoa\t1000\n")
  }

  @Test(arguments: ["csv", "xlsx", "json"])
  func comesBackFromAFile(format: String) throws {
    let fixture = try company()
    _ = fixture.run(
      "customer", "edit", "KH000001", "--set", "coc=2tr", "--set", "so_thich=Đá bóng",
      "--set", "phan_khuc=Bạc")
    let file = fixture.file("all.\(format)")
    let kind = format == "csv" ? "customer" : "all"
    var words = ["export", kind, "--\(format)", file]
    if format == "csv" { words += ["--columns", "code,name,c_coc,c_so_thich,c_phan_khuc"] }
    let exported = fixture.run(words)
    #expect(exported.code == 0, "\(exported.errors)")
    let other = try Fixture()
    if kind == "customer" {
      for type in [["Sở thích", "text"], ["Phân khúc", "text"], ["Tiền cọc", "money"]] {
        _ = other.run(
          "field", "add", "--kind", "customer", "--name", type[0], "--type", type[1],
          "--key", ["Tiền cọc": "coc"][type[0]] ?? "")
      }
    }
    let imported = other.run("import", file, "--create-missing")
    #expect(imported.code == 0, "\(imported.errors)")
    let columns = [
      "customer", "list", "--where", "coc > 0", "--columns", "code,coc,so_thich,phan_khuc",
    ]
    let wanted = fixture.run(columns).output
    #expect(wanted == "Code\tTiền cọc\tSở thích\tPhân khúc\nKH000001\t2000000\tĐá bóng\tBạc\n")
    #expect(other.run(columns).output == wanted)
  }

  @Test func aRequiredOneIsAskedFor() throws {
    let fixture = try Fixture()
    _ = fixture.run(
      "field", "add", "--kind", "customer", "--name", "Hạng thẻ", "--required", "yes")
    let refused = fixture.run("customer", "add", "--name", "Lan", "--no-input")
    #expect(refused.code != 0)
    #expect(refused.errors.contains("Hạng thẻ"), "\(refused.errors)")
    #expect(fixture.run("customer", "add", "--name", "Lan", "--set", "hang_the=A").code == 0)
    let emptied = fixture.run("customer", "edit", "KH000001", "--set", "hang_the=")
    #expect(emptied.errors == "crm: Hạng thẻ of a customer cannot be empty\n")
  }

  /// A name is free while the field that has it is in the trash, and its own does not stand in
  /// its way.
  @Test func nameClashesInTheTrashWait() throws {
    let fixture = try company()
    #expect(fixture.run("field", "edit", "TTC000001", "--name", "SỞ THÍCH").code == 0)
    #expect(fixture.run("field", "edit", "TTC000001", "--required", "no").code == 0)
    #expect(fixture.run("field", "delete", "TTC000001", "--yes").code == 0)
    let log = fixture.run("log", "--limit", "1", "--json").output
    let deletion = try #require(log.firstMatch(of: /"number": (\d+)/)?.1)
    let words = ["field", "add", "--kind", "customer", "--name", "Sở thích", "--key", "thu_vui"]
    #expect(fixture.run(words).code == 0)
    for back in [["field", "restore", "TTC000001"], ["undo", String(deletion)]] {
      let outcome = fixture.run(back, language: .vi)
      #expect(outcome.code == 5)
      #expect(
        outcome.errors.contains(
          "customer đã có trường “Sở thích”: hai cột trong tệp sẽ trùng tiêu đề"),
        "\(outcome.errors)")
    }
    // An order's field may be called what one of its customer is.
    #expect(fixture.run("field", "add", "--kind", "order", "--name", "Sở thích").code == 0)
  }

  /// What stood in a field is there again when the field is.
  @Test func isHiddenInTheTrashAndGoneWithIt() throws {
    let fixture = try company()
    _ = fixture.run("customer", "edit", "KH000001", "--set", "coc=2tr")
    #expect(fixture.run("field", "delete", "TTC000003", "--yes").code == 0)
    let unknown = fixture.run("customer", "list", "--where", "coc > 0")
    #expect(unknown.code != 0)
    #expect(fixture.run("field", "restore", "TTC000003").code == 0)
    #expect(fixture.run("customer", "list", "--where", "coc > 0", "--count").output == "1\n")
    _ = fixture.run("field", "delete", "TTC000003", "--yes")
    let emptied = fixture.run("trash", "empty", "--kind", "field", "--confirm", "field")
    #expect(emptied.code == 0, "\(emptied.errors)")
    // The key is free again, and the old values are not there.
    #expect(
      fixture.run("field", "add", "--kind", "customer", "--name", "coc").code == 0)
    #expect(
      fixture.run("customer", "list", "--where", "coc is not empty", "--count").output == "0\n")
  }

  @Test func undoingItsAdditionTakesItsColumn() throws {
    let fixture = try Fixture()
    _ = fixture.run("field", "add", "--kind", "customer", "--name", "Zalo")
    #expect(fixture.run("undo").code == 0)
    #expect(fixture.run("customer", "list", "--columns", "c_zalo").code == 1)
    #expect(fixture.run("redo").code == 0)
    #expect(fixture.run("customer", "add", "--name", "Lan", "--set", "zalo=lan").code == 0)
    #expect(fixture.run("customer", "list", "--columns", "c_zalo").output == "Zalo\nlan\n")
  }

  static let misfits: [([String], Int32, String)] = [
    (
      ["field", "add", "--kind", "custmer", "--name", "X"], 1,
      "Kind: “custmer” is not a kind of record\n  Did you mean customer"
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "🌸"], 1,
      "“🌸” cannot be the key of a custom field"
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "X", "--type", "choice"], 1,
      "custom field “X” has nothing to choose from"
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "Mê gì", "--key", "so_thich"], 5,
      "customer has a custom field so_thich already: TTC000001"
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "so thich", "--key", "khac"], 5,
      "customer has a field “Sở thích” already: their columns in files would be the same\n"
        + "  Choose another --name."
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "Điện thoại"], 5,
      "a field “Điện thoại” already"
    ),
    (
      ["field", "add", "--kind", "customer", "--name", "BIRTHDAY"], 5, "a field “birthday” already"
    ),
    (
      ["field", "add", "--kind", "order", "--name", "Unit price"], 5,
      "a field “Unit price” already"
    ),
    (
      ["field", "edit", "TTC000003", "--name", "Ngày ký"], 5,
      "customer has a field “Ngày ký” already"
    ),
    (
      ["field", "edit", "TTC000001", "--type", "money"], 1,
      "Type of a custom field cannot change: its values were made for it"
    ),
    (
      ["customer", "add", "--name", "Lan", "--set", "mau=Đỏ"], 2,
      "customers have no custom field “mau”\n  There are: c_so_thich, c_phan_khuc"
    ),
    (["customer", "add", "--name", "Lan", "--set", "mau"], 2, "“mau” is not FIELD=VALUE"),
    (
      ["order", "edit", "DH000001", "--set", "mau=Đỏ"], 2,
      "Add it with: crm field add --kind order --name 'mau'"
    ),
    (
      ["customer", "edit", "KH000001", "--set", "phan_khuc=Đồng"], 1, "Vàng"
    ),
  ]

  @Test(arguments: misfits)
  func refusesWhatDoesNotFit(words: [String], code: Int32, text: String) throws {
    let outcome = try company().run(words)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
    #expect(outcome.code == code)
  }
}
