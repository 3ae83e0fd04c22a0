import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// What every row has to name on import, and how a file says that there is none; vCards, which
/// name nothing but whom they are about.
@Suite struct CardImportTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: fixture.file(name)))
    return fixture.file(name)
  }

  // MARK: care cards of no order

  /// A card of no order goes out with a dash, and comes in again as it was, in every format.
  @Test(arguments: ["csv", "tsv", "xlsx", "json", "jsonl"])
  func cardsOfNoOrderComeBack(format: String) throws {
    let code = try fixture.add(.careCard, ["customer": "KH000001", "content": "Hỏi thăm"])
    let file = fixture.file("tcs.\(format)")
    #expect(fixture.runVietnamese("care-card", "export", "--\(format)", file).code == 0)
    let other = try Fixture()
    for kind in ["user", "group", "customer", "product", "order"] {
      let part = fixture.file("\(kind).jsonl")
      _ = fixture.run(kind, "export", "--jsonl", part)
      #expect(other.run(kind, "import", part).code == 0)
    }
    let outcome = other.runVietnamese("care-card", "import", file)
    #expect(outcome.errors.hasSuffix("đọc 3 = thêm 3 + sửa 0 + không đổi 0 + lỗi 0\n"))
    let columns = ["code,customer,order,content"]
    let list = ["care-card", "list", "--columns"] + columns
    #expect(other.run(list) == fixture.run(list))
    #expect(other.run(list).output.contains("\(code)\tKH000001\t\tHỏi thăm\n"))
  }

  /// RULES 7.2: code, customer and order are mandatory; a row that does not speak of one is
  /// refused, whatever the format.
  @Test(arguments: [
    (
      "tcs.csv", "Mã thẻ chăm sóc,Khách hàng,Số đơn hàng\n,KH000001,DH000001\nT2,,-\nT3,KH000001,\n"
    ),
    (
      "tcs.jsonl",
      #"{"customer": "KH000001", "order": "DH000001"}"# + "\n" + #"{"code": "T2", "order": "-"}"#
        + "\n" + #"{"code": "T3", "customer": "KH000001"}"#
    ),
  ]) func everyRowNamesItsOrder(_ name: String, _ text: String) throws {
    let file = try write(name, text)
    let outcome = fixture.runVietnamese("care-card", "import", file, "--dry-run")
    let first = name.hasSuffix("csv") ? 2 : 1
    #expect(
      outcome.errors == """
        \(file):\(first): thiếu Mã thẻ chăm sóc
        \(file):\(first + 1): thiếu Khách hàng
        \(file):\(first + 2): thiếu Số đơn hàng (ghi - nếu không có)
        Chạy thử, không thay đổi gì. Thẻ chăm sóc: đọc 3 = sẽ thêm 0 + sẽ sửa 0 + không đổi 0 + lỗi 3

        """)
  }

  /// The dash takes the order off a card that has one; an empty cell would leave it.
  @Test func aDashTakesOff() throws {
    let file = try write(
      "tcs.csv", "Mã thẻ chăm sóc,Khách hàng,Số đơn hàng\nTCS000001,KH000001,-\n")
    #expect(fixture.run("care-card", "import", file).errors.contains("1 updated"))
    let list = fixture.run("care-card", "list", "--columns", "code,order")
    #expect(list.output == "Code\tOrder\nTCS000001\t\nTCS000002\tDH000001\n")
    let other = try write("t.csv", "Mã thẻ chăm sóc,Khách hàng\nT9,KH000001\n")
    let set = fixture.run("care-card", "import", other, "--set", "order=-")
    #expect(set.errors.hasPrefix("Care cards: 1 read = 1 added"), "\(set.errors)")
  }

  @Test func helpSaysWhatEveryRowNeeds() {
    let help = fixture.run("care-card", "import", "--help").output.replacing("\n", with: " ")
    #expect(
      help.contains(
        "Every row has to name: Code, Customer, Order. A dash says that there is none: Order."))
    #expect(!fixture.run("contact", "import", "--help").output.contains("A dash says"))
  }

  // MARK: vCards

  static let cards = """
    BEGIN:VCARD
    VERSION:3.0
    FN:Lê Văn Mới
    TEL:0933000001
    X-MA:T1
    X-KH:KH000001
    X-DON:DH000001
    END:VCARD
    BEGIN:VCARD
    VERSION:3.0
    FN:Trần Thị Hoa
    TEL:0933000002
    X-MA:T2
    X-KH:KH000002
    END:VCARD

    """

  @Test func areCustomersUnlessTheCommandSaysOtherwise() throws {
    let file = try write("danh-ba.vcf", Self.cards)
    let outcome = fixture.run("import", file)
    #expect(
      outcome.errors.hasSuffix(
        "Customers: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n"))
    let contacts = fixture.run("import", file, "--into", "contact", "--set", "customer=KH000001")
    #expect(
      contacts.errors.hasSuffix(
        "Contacts: 2 read = 2 added + 0 updated + 0 unchanged + 0 rejected\n"))
  }

  /// What a care card needs is mapped from properties of the file's own, or set for every card.
  @Test func careCardsTakeWhatIsMappedOrSet() throws {
    let file = try write("cham-soc.vcf", Self.cards)
    let mapped = [
      "import", file, "--into", "care-card", "--map", "X-MA=code", "--map", "X-KH=customer",
    ]
    let rejects = fixture.file("loi.vcf")
    let outcome = fixture.run(mapped + ["--map", "X-DON=order", "--rejects", rejects])
    #expect(outcome.errors.contains("\(file):9: Order is missing (- where there is none)\n"))
    #expect(outcome.errors.contains("2 read = 1 added + 0 updated + 0 unchanged + 1 rejected"))
    let order = try fixture.addOrder(["customer": "KH000002", "channel": "tele"], lines: [])
    let mended = fixture.run(
      ["import", rejects] + mapped.dropFirst(2) + ["--set", "order=\(order)"])
    #expect(mended.errors.contains("1 read = 1 added"), "\(mended.errors)")
  }

  /// Each thing that is missing is named, card by card, with what to do about it.
  @Test func careCardsNameWhatIsMissing() throws {
    let file = try write("cham-soc.vcf", Self.cards)
    let outcome = fixture.runVietnamese("import", file, "--into", "care-card", "--dry-run")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        """
        \(file):1: thiếu Mã thẻ chăm sóc; thiếu Khách hàng; thiếu Số đơn hàng (ghi - nếu không có)
        \(file):9: thiếu Mã thẻ chăm sóc; thiếu Khách hàng; thiếu Số đơn hàng (ghi - nếu không có)

        """), "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        """
        Tệp không có gì ứng với Mã thẻ chăm sóc, Khách hàng, Số đơn hàng: hãy chỉ thuộc tính bằng \
        --map X-…=code, hoặc đặt một giá trị cho mọi thẻ bằng --set code=…
        """), "\(outcome.errors)")
  }

  /// One file for a telephone: customers and contacts, told apart when they come back.
  @Test func aPhoneBookHoldsCustomersAndContacts() throws {
    let file = fixture.file("danh-ba.vcf")
    let outcome = fixture.runVietnamese("export", "all", "--vcf", file)
    #expect(outcome.errors == "3 khách hàng, 1 liên hệ → \(file)\n")
    let text = try fixture.contents("danh-ba.vcf")
    #expect(text.ranges(of: "BEGIN:VCARD").count == 4)
    #expect(text.ranges(of: "X-CRM-ENTITY:contact").count == 1)
    let again = fixture.run("import", file)
    #expect(
      again.errors.hasSuffix(
        """
        Customers: 3 read = 0 added + 0 updated + 3 unchanged + 0 rejected
        Contacts: 1 read = 0 added + 0 updated + 1 unchanged + 0 rejected
        Together: 4 read = 0 added + 0 updated + 4 unchanged + 0 rejected

        """), "\(again.errors)")
    let contacts = fixture.run("contact", "import", file, "--dry-run")
    #expect(contacts.errors.contains("Contacts: 1 read"), "\(contacts.errors)")
  }
}
