import CRMTestSupport
import Foundation
import Testing

/// The columns of other programs: several that make one field, those said twice, those without a
/// heading, and what is of no use here.
@Suite struct ImportHeadingTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func file(_ text: String) throws -> String {
    let path = fixture.file("in.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The row of the customer that came last, as its columns are named.
  private func last(_ columns: String) -> String {
    let list = fixture.run(
      "customer", "list", "--columns", columns, "--sort", "-code", "--limit", "1", "--format",
      "tsv", "--where", "code ~ KH0")
    return list.output.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  static let names: [(headings: String, row: String, name: String)] = [
    ("Họ,Tên", "Trần Thị,Hoa", "Trần Thị Hoa"),
    ("Tên,Họ và tên đệm", "Hoa,Trần Thị", "Trần Thị Hoa"),
    ("Họ,Tên đệm,Tên", "H'Hen,,Niê", "H'Hen Niê"),
    ("First Name,Middle Name,Last Name", "Hoa,Thị,Trần", "Trần Thị Hoa"),
    ("First Name,Middle Name,Last Name", "John,F.,Smith", "John F. Smith"),
    // As people type it whose telephone asks for the given name first.
    ("First Name,Last Name", "Trần Thị,Hoa", "Trần Thị Hoa"),
    ("Name,Given Name,Additional Name,Family Name", "Hoa Thị Trần,Hoa,Thị,Trần", "Trần Thị Hoa"),
    ("Name,Given Name,Family Name", "Siêu thị Lan,,", "Siêu thị Lan"),
    ("Given Name,Family Name", "Hoa,", "Hoa"),
  ]

  @Test(arguments: names)
  func ofANameMakeOne(headings: String, row: String, name: String) throws {
    let path = try file("\(headings),Phone\n\(row),0912000777\n")
    let outcome = fixture.run("import", path)
    #expect(
      outcome.errors == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(last("name") == name)
  }

  /// Google's: its labels are passed over, its own groups are none, three colons separate.
  @Test func ofAnAddressBookFillOneField() throws {
    let path = try file(
      "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,"
        + "Phone 1 - Label,Phone 1 - Value,Phone 2 - Value,Birthday,Organization Name\n"
        + "Hoa,Trần,* myContacts,Work,a@vidu.vn ::: b@vidu.vn,c@vidu.vn,Mobile,"
        + "0912 000 101 ::: 0912 000 102,0912 000 103,0000-00-00,Vidu\n")
    let outcome = fixture.run("import", path)
    #expect(
      outcome.errors == """
        Columns that are not needed here, left out: E-mail 1 - Label, Phone 1 - Label
        Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(
      last("name,phones,emails,tags,birthday,employer_name")
        == "Trần Hoa\t0912 000 101; 0912 000 102; 0912 000 103\ta@vidu.vn; b@vidu.vn; c@vidu.vn"
        + "\t\t\tVidu")
  }

  static let known: [(heading: String, field: String)] = [
    ("Số ĐT", "phones"), ("Điện thoại 2", "phones"), ("Business Phone 2", "phones"),
    ("Email khách hàng", "emails"), ("E-mail 3 Address", "emails"),
  ]

  @Test(arguments: known)
  func areKnownAsOtherProgramsWriteThem(heading: String, field: String) throws {
    let value = field == "phones" ? "0912000778" : "x@vidu.vn"
    let path = try file("Tên khách,\(heading)\nAn,\(value)\n")
    #expect(fixture.run("import", path).code == 0)
    #expect(last(field) == value)
  }

  @Test(arguments: [
    "0/0/00", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "1/1/0001", "-", "N/A",
    "30/12/1899", "Không rõ",
  ])
  func emptyDatesOfProgramsAreEmpty(text: String) throws {
    let path = try file("Tên khách hàng,Ngày tháng năm sinh,Giới tính\nAn,\(text),Unspecified\n")
    #expect(
      fixture.run("import", path).errors
        == "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n")
    #expect(last("name,birthday,gender") == "An\t\t")
  }

  /// A day that is none of a program's is refused as before.
  @Test func otherDaysThatAreNoneAreRefused() throws {
    let path = try file("Tên khách hàng,Ngày sinh\nAn,0/5/1990\nBa,1/1/00\n")
    #expect(fixture.run("import", path).errors.contains("0 added"))
  }

  static let twice =
    "Tên khách hàng,Điện thoại,Điện thoại,Mô tả,Mô tả\n"
    + "Một,0912001201,0912001202,ghi chú A,ghi chú B\n"

  @Test func aHeadingSaidTwiceIsNamedByItsPlace() throws {
    let refused = fixture.run("import", try file(Self.twice))
    #expect(refused.code == 1)
    #expect(
      refused.errors.contains("columns “Mô tả” (#D) and “Mô tả” (#E) both fill Description"))
    #expect(refused.errors.contains("--map \"#D=description\" or --map \"#E=description\""))
    let vietnamese = fixture.runVietnamese("import", try file(Self.twice))
    #expect(vietnamese.errors.contains("hai cột “Mô tả” (#D) và “Mô tả” (#E) cùng điền Mô tả"))
  }

  @Test(arguments: [
    ("#E=description", "ghi chú B"), ("E=description", "ghi chú B"),
    ("#5=description", "ghi chú B"), ("#E=", "ghi chú A"), ("#4=description", "ghi chú A"),
  ])
  func oneOfThemIsChosenByLetterOrNumber(map: String, description: String) throws {
    let outcome = fixture.run("import", try file(Self.twice), "--map", map)
    #expect(outcome.code == 0, "\(outcome)")
    #expect(last("phones,description") == "0912001201; 0912001202\t\(description)")
    if !map.hasSuffix("=") { #expect(outcome.errors.contains("another column fills")) }
  }

  /// A heading that is a letter itself is meant first.
  @Test func aHeadingWinsOverALetter() throws {
    let path = try file("Tên khách hàng,C,Fax\nAn,0912000779,1\n")
    #expect(fixture.run("import", path, "--map", "C=phones").code == 0)
    #expect(last("phones,fax") == "0912000779\t1")
  }

  @Test func aPlaceThatIsNotThereIsRefused() throws {
    let outcome = fixture.run("import", try file(Self.twice), "--map", "#Z=fax")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("has no column “#Z”"))
    #expect(outcome.errors.contains("#C or #3"))
  }

  @Test func valuesWithoutAHeadingAreNamed() throws {
    let text = "Tên khách hàng,Điện thoại,,Mô tả,\nMột,0912005101,ghi chú,a,\n"
    let outcome = fixture.run("import", try file(text))
    #expect(
      outcome.errors.hasPrefix(
        "Columns without a heading, their values left out: #C "
          + "(name their fields: --map \"#C=field\")\n"))
    let mapped = fixture.run(
      "import", try file(text.replacing("5101", with: "5102")), "--map", "#C=fax")
    #expect(mapped.code == 0)
    #expect(last("fax,description") == "ghi chú\ta")
  }

  /// Numbers of rows are passed over; a heading far from all others is given no meaning.
  @Test func aHeadingIsNearOnlyWhereItIs() throws {
    let path = try file(
      "STT,Tên khách hàng,Phụ trách,Tỉnh trạng hồ sơ,Điện thaoi\n1,An,lan,xong,0912000780\n")
    #expect(
      fixture.run("import", path).errors == """
        Columns not recognised, left out: Tỉnh trạng hồ sơ, Điện thaoi (Phones?) \
        (name their fields with --map)
        Columns that are not needed here, left out: STT
        Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(last("owner") == "lan")
  }

  /// KiotViet's: its totals are of no use, "Công ty" as kind is an organisation.
  @Test func ofAShopsProgramComeIn() throws {
    let path = try file(
      "Loại khách,Mã khách hàng,Tên khách hàng,Điện thoại,Công ty,Mã số thuế,Ngày sinh,"
        + "Giới tính,Nhóm khách hàng,Nợ cần thu hiện tại,Tổng bán\n"
        + "Công ty,KH09001,Vidu,0912000781,,,,,,0,1.250.000\n"
        + "Hộ kinh doanh,KH09002,Ba,,,,,,,0,0\n")
    #expect(
      fixture.run("import", path).errors == """
        Columns that are not needed here, left out: Nợ cần thu hiện tại, Tổng bán
        Customers: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(last("code,kind") == "KH09002\tHousehold")
  }

  @Test func aKindThatIsNoneListsThoseThereAre() throws {
    let text = "Tên khách hàng,Loại khách hàng,Mức độ\nAn,Quen,Mới\n"
    let outcome = fixture.run("import", try file(text), "--rejects", fixture.file("bad.csv"))
    let why =
      "Kind: “Quen” is not one of the known values (it may be: Individual, Organisation, Shop, "
      + "Household)"
    #expect(outcome.errors.hasPrefix("\(fixture.file("in.csv")):2: \(why)\n"))
    #expect(
      try fixture.contents("bad.csv").hasSuffix("An,Quen,Mới,2,\"\(why)\"\n"))
    let vietnamese = fixture.runVietnamese("import", try file(text))
    #expect(
      vietnamese.errors.contains(
        "Loại khách hàng: “Quen” không có trong các giá trị (có thể là: Cá nhân, Tổ chức, "
          + "Cửa hàng, Hộ gia đình)\n"))
  }

  @Test(arguments: [
    ("Công ty", "Organisation"), ("Cty", "Organisation"), ("DN", "Organisation"),
    ("cửa hàng", "Shop"), ("HKD", "Household"), ("Khách lẻ", "Individual"),
  ]) func kindsAreUnderstoodAsPeopleSayThem(word: String, kind: String) throws {
    #expect(fixture.run("import", try file("Tên khách hàng,Loại KH\nAn,\(word)\n")).code == 0)
    #expect(last("kind") == kind)
  }

  /// Sapo's, and the short words of small shops.
  @Test(arguments: [
    ("Thẻ (Tag)", "Hot", "tags", "Hot"),
    ("Địa chỉ chi tiết", "12 Lê Lợi", "office_address", "12 Lê Lợi"),
    ("Mã nhóm khách hàng", "NH000001", "groups", "Miền Bắc"),
    ("SĐT khách", "0912000778", "phones", "0912000778"),
  ]) func headingsOfSapoAreKnown(heading: String, text: String, field: String, value: String) throws
  {
    let path = try file("Tên khách hàng,\(heading)\nAn,\(text)\n")
    #expect(
      fixture.run("import", path, "--create-missing").errors.hasSuffix(
        "Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n"))
    #expect(last(field) == value)
  }

  /// Where a better column is there, it wins over one that only stands in.
  @Test func aBetterColumnWins() throws {
    let path = try file(
      "Tên khách hàng,Địa chỉ chi tiết,Địa chỉ,Mã nhóm khách hàng,Nhóm khách hàng\n"
        + "An,Ngõ 2,12 Lê Lợi,CUSN00001,Miền Bắc\n")
    #expect(
      fixture.run("import", path).errors == """
        Columns of fields that another column fills, left out: Địa chỉ chi tiết, Mã nhóm khách hàng
        Customers: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(last("office_address,groups") == "12 Lê Lợi\tMiền Bắc")
  }

  /// Orders that name their customer by name or telephone, and the goods by code and name.
  @Test(arguments: [
    ("Khách,Ngày,Mã hàng,SL", "Nguyễn Đức An,1/11/2026,SP01,2"),
    ("SĐT khách,Ngày,Tên hàng,SL", "0912345678,1/11/2026,Cà phê,2"),
    ("Khách,SĐT khách,Ngày,Mã hàng,Tên hàng,SL", "Nguyễn Đức An,0912345678,1/11/2026,SP01,x,2"),
  ]) func ordersNameCustomersAndGoods(headings: String, row: String) throws {
    let name =
      fixture.run(
        "product", "list", "--where", "code = SP01", "--columns", "name", "--no-header"
      ).output.split(separator: "\n").first.map(String.init) ?? ""
    let path = try file("\(headings)\n\(row.replacing("Cà phê", with: name))\n")
    let outcome = fixture.run("import", path)
    #expect(
      outcome.errors.hasSuffix("Orders: 1 read = 1 added + 0 updated + 0 unchanged + 0 rejected\n"),
      "\(outcome.errors)")
    #expect(
      fixture.run(
        "order", "list", "--sort", "-code", "--limit", "1", "--columns", "customer,lines.count",
        "--no-header"
      ).output == "KH000001\t1\n")
  }

  /// A slash separates as a comma does, unless a group is called so (RULES 13.8).
  @Test func aSlashSeparatesGroupsUnlessOneIsCalledSo() throws {
    #expect(fixture.run("group", "add", "--name", "Sỉ/Lẻ").code == 0)
    let path = try file(
      "Tên khách hàng,Nhóm khách hàng\nAn,VIP/Khách sỉ\nBa,Sỉ/Lẻ\nTư,Sỉ/Lẻ; VIP\n")
    let outcome = fixture.run("import", path, "--create-missing", "--summary")
    #expect(
      outcome.errors == """
        Added groups: Khách sỉ
        Customers: 3 read = 3 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(last("name,groups") == "Tư\tSỉ/Lẻ; VIP" || last("name,groups") == "Tư\tVIP; Sỉ/Lẻ")
    #expect(
      fixture.run("customer", "list", "--where", "groups = \"Sỉ/Lẻ\"", "--count").output == "2\n")
    #expect(
      fixture.run("customer", "list", "--where", "groups = \"Khách sỉ\"", "--count").output
        == "1\n")
  }

  /// Of an address book that knows a firm and nobody there, the firm is the customer (RULES 13.7).
  @Test func aFirmWithoutAPersonIsAnOrganisation() throws {
    let path = try file(
      "First Name,Last Name,Organization Name,Phone 1 - Value\n"
        + ",,Vidu,0912000791\nHoa,Trần,Vidu,0912000792\n,,,0912000793\n")
    let outcome = fixture.run("import", path, "--rejects", fixture.file("bad.csv"))
    #expect(
      outcome.errors.hasSuffix(
        "Customers: 3 read = 2 added + 0 updated + 0 unchanged + 1 rejected\n"))
    #expect(outcome.errors.contains(":4: Name is missing"))
    let firm = fixture.run(
      "customer", "list", "--where", "name = Vidu", "--columns", "code,kind,phones,employer",
      "--no-header"
    ).output.split(separator: "\t").map(String.init)
    #expect(Array(firm.dropFirst()) == ["Organisation", "0912000791", "\n"])
    #expect(last("name,kind,employer") == "Trần Hoa\tIndividual\t\(firm[0])")
  }

  @Test(arguments: [
    ("Công ty TNHH Ba", "Organisation"), ("CTCP Vidu", "Organisation"),
    ("Vidu Co., Ltd", "Organisation"), ("DNTN Năm", "Organisation"), ("HTX Sáu", "Organisation"),
    ("Cửa hàng Lan", "Shop"), ("Tạp hoá Bảy", "Shop"), ("tap hoa bay", "Shop"),
    ("Quán Ba", "Shop"), ("Hộ kinh doanh Tám", "Household"), ("Quân Nguyễn", "Individual"),
    ("Hồ Kinh", "Individual"), ("Công Tý", "Individual"), ("Shopie Trần", "Individual"),
  ])
  func whereAFileSaysNoKindTheNameDoes(name: String, kind: String) throws {
    let path = try file("Tên khách hàng,Mô tả\n\"\(name)\",x\n")
    #expect(fixture.run("import", path).code == 0)
    #expect(last("kind") == kind)
  }

  /// What a file states stands, whatever the name says.
  @Test func aKindThatIsStatedStands() throws {
    let path = try file("Tên khách hàng,Loại\nCông ty Ba,Cá nhân\n")
    #expect(fixture.run("import", path).code == 0)
    #expect(last("kind") == "Individual")
  }
}
