import CRMTestSupport
import Testing

@Suite struct SearchTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test func ignoresMarksAndPutsThoseAsTypedFirst() {
    let codes = ["customer", "search", "--columns", "code"]
    #expect(fixture.run(codes + ["nguyễn", "đức"]).output == "Code\nKH000001\nKH000003\n")
    #expect(fixture.run(codes + ["nguyen duc"]).output == "Code\nKH000003\nKH000001\n")
    #expect(fixture.run(codes + ["NGUYEN DUC A"]).output == "Code\nKH000001\n")
    #expect(fixture.run(codes + ["đức", "nguyễn"]).output == "Code\nKH000001\nKH000003\n")
    #expect(fixture.run(codes + ["hoa"]).output == "Code\nKH000002\n")
    #expect(fixture.run(codes + ["84 912345678", "--count"]).output == "1\n")
    #expect(fixture.run(codes + ["0912345678", "--count"]).output == "1\n")
  }

  /// Who types no marks leaves them out: a name with the words comes before an address with some.
  @Test func putsNamesFirstWithoutMarks() throws {
    try fixture.add(
      .customer, ["name": "Phan Thu Giang", "province": "Hà Nội", "code": "K1"])
    try fixture.add(.customer, ["name": "Đinh Thu Hà", "code": "K2"])
    let codes = ["customer", "search", "--columns", "code"]
    #expect(fixture.run(codes + ["thu ha"]).output == "Code\nK2\nK1\n")
    #expect(fixture.run(codes + ["thu hà"]).output == "Code\nK2\nK1\n")
  }

  @Test func searchesEveryKindAndSaysWhere() {
    #expect(
      fixture.run("search", "hoa").output == """
        Kind\tCode\tName\tFound in
        Customer\tKH000002\tCông ty Sao Mai\tContact: Trần Thị Hoa 0325000000
        Contact\tLH000001\tTrần Thị Hoa\t

        """)
    #expect(
      fixture.runVietnamese("search", "hoà").output == """
        Loại\tMã\tTên\tTìm thấy ở
        Khách hàng\tKH000002\tCông ty Sao Mai\tLiên hệ: Trần Thị Hoa 0325000000
        Liên hệ\tLH000001\tTrần Thị Hoa\t

        """)
  }

  /// Every part of a customer is searched, its contacts too; what has the words as typed, in
  /// whatever part, comes before what has them with other marks.
  @Test(arguments: [
    ["code": "K-77"], ["phones": "0977000111"], ["emails": "k-77@example.vn"],
    ["tax_code": "0312687878", "description": "0977000111"], ["registered_address": "Ngõ k-77"],
    ["office_address": "k-77"], ["house_number": "k-77"], ["ward": "k-77"], ["district": "k-77"],
    ["province": "k-77"], ["description": "Gọi k-77"],
  ])
  func looksIntoEveryPart(fields: [String: String]) throws {
    let code = try fixture.add(
      .customer, fields.merging(["name": "Hà"]) { own, _ in own })
    let words = fields.values.contains { $0.contains("0977") } ? "0977.000.111" : "K-77"
    #expect(
      fixture.run("customer", "search", words, "--columns", "code").output == "Code\n\(code)\n")
  }

  @Test func putsWhatHasTheMarksFirstWhereverItIs() throws {
    try fixture.add(.customer, ["name": "Hòa Bình Hoa"])
    try fixture.add(.customer, ["name": "X", "office_address": "12 Hoa Bình"])
    try fixture.add(.customer, ["name": "Y", "description": "gần hòa bình"])
    try fixture.add(.customer, ["name": "Hoa Binh"])
    func codes(_ words: String) -> [Substring] {
      fixture.run("customer", "search", words, "--columns", "name").output.split(separator: "\n")
        .dropFirst().map { $0 }
    }
    #expect(codes("hòa bình") == ["Hòa Bình Hoa", "Y", "Hoa Binh", "X"])
    #expect(codes("hoa binh") == ["Hoa Binh", "Hòa Bình Hoa", "X", "Y"])
    #expect(codes("hoa bình") == ["Hòa Bình Hoa", "X", "Hoa Binh", "Y"])
  }

  @Test func tellsThatThereIsMore() {
    let outcome = fixture.run("search", "nguyen", "--limit", "1", "--format", "jsonl")
    #expect(
      outcome.output
        == "{\"kind\": \"customer\", \"code\": \"KH000003\", \"name\": \"Nguyen Duc Binh\", "
        + "\"match\": null}\n{\"kind\": \"order\", \"code\": \"DH000001\", "
        + "\"name\": \"Nguyễn Đức An\", \"match\": null}\n")
    #expect(outcome.errors == "There are more: crm customer search nguyen\n")
  }

  @Test func findsTheFieldOfAWord() {
    #expect(
      fixture.run("search", "an", "hà").output == """
        Kind\tCode\tName\tFound in
        Customer\tKH000001\tNguyễn Đức An\tProvince: Hà Nội
        Order\tDH000001\tNguyễn Đức An\tCustomer

        """)
    #expect(
      fixture.run("search", "chào").output == """
        Kind\tCode\tName\tFound in
        Transaction\tGD000001\tGọi chào hàng\t

        """)
    #expect(
      fixture.run("search", "hỏi thăm", "--limit", "1").output == """
        Kind\tCode\tName\tFound in
        Care card\tTCS000001\tNguyễn Đức An\tContent: Hỏi thăm

        """)
  }

  @Test func findsOrdersByCodeNoteAndCustomer() throws {
    try fixture.edit(.order, "DH000001", ["note": "Giao gấp"])
    for words in ["DH000001", "giao gap", "nguyen duc an", "0912345678", "gấ"] {
      #expect(
        fixture.run("order", "search", words, "--columns", "code").output == "Code\nDH000001\n")
      #expect(fixture.run("order", "search", words, "--count").output == "1\n")
    }
    #expect(fixture.run("order", "search", "binh", "--count").output == "0\n")
  }

  @Test func findsNothingQuietly() {
    #expect(fixture.run("search", "zzz").output == "Kind\tCode\tName\tFound in\n")
    #expect(
      fixture.run(["search", "zzz"], terminal: 80)
        == .init(output: "", errors: "nothing found\n", code: 0))
    #expect(fixture.run("search", "***", "--json").output == "[]\n")
  }
}
