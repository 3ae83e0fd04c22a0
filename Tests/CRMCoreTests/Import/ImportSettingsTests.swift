import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What is set for every row, which columns are taken, and keys of several fields.
@Suite struct ImportSettingsTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    try database.add(.customer, ["name": .text("An"), "fax": .text("1")])
  }

  @Test func fillsWhatRowsLeaveOpen() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Tỉnh\nK1,Bảo,\nK2,Chi,Huế\n",
      .with { $0.set = [("province", "Hà Nội"), ("groups", "Miền Bắc;Miền Nam"), ("Fax", "7")] })
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try database.rows("SELECT code, province, fax FROM customer WHERE id > 1")
        == ["K1|Hà Nội|7", "K2|Huế|7"])
    #expect(try database.value(.customer, 3, "groups")?.list == [1, 3])
  }

  @Test func changesWhatIsThere() throws {
    let text = "Mã KH,Tên KH\nKH000001,An\n"
    let options = ImportOptions.with { $0.set = [("fax", "2")] }
    #expect(try database.importText(text, options).counts == "0+1+0+0")
    #expect(try database.importText(text, options).counts == "0+0+1+0")
  }

  /// A care card's customer and order, which a list of cards does not name.
  @Test func satisfiesWhatIsRequired() throws {
    try database.addOrder(1)
    let text = "Mã thẻ chăm sóc,Nội dung\nT1,Gọi\nT2,Thăm\n"
    let without = failure { try database.importText(text, .with { $0.kind = .careCard }) }
    #expect(without?.message.en.contains("care cards need a column for: Customer, Order") == true)
    #expect(without?.hints.first?.en.contains("--set customer=…") == true)
    let imported = try database.importText(
      text,
      .with {
        $0.kind = .careCard
        $0.set = [("customer", "KH000001"), ("order", "DH000001")]
      })
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try database.rows("SELECT code, customer, \"order\" FROM care_card")
        == ["T1|1|1", "T2|1|1"])
  }

  @Test func tellsTheKindTogetherWithTheHeadings() throws {
    try database.addOrder(1)
    let imported = try database.importText(
      "Mã thẻ chăm sóc,Nội dung\nT1,Gọi\n",
      .with { $0.set = [("customer", "KH000001"), ("order", "DH000001")] })
    #expect(imported.report.kind == .careCard)
  }

  @Test func addsMissingEntriesOnce() throws {
    let imported = try database.importText(
      "Tên KH\nBảo\nChi\n",
      .with {
        $0.kind = .customer
        $0.set = [("source", "Hội chợ"), ("groups", "VIP")]
        $0.createsMissing = true
      })
    #expect(imported.counts == "2+0+0+0")
    #expect(imported.report.created.map(\.name) == ["Hội chợ", "VIP"])
  }

  @Test func fillsFieldsOfLines() throws {
    try database.add(.product, ["code": .text("SP1"), "name": .text("Sữa")])
    let imported = try database.importText(
      "Số đơn hàng,line.product,Số lượng\nD1,SP1,2\nD1,SP1,3\n",
      .with { $0.set = [("customer", "KH000001"), ("line.price", "5000")] })
    #expect(imported.counts == "1+0+0+0")
    #expect(
      try database.rows("SELECT quantity, price FROM order_line") == ["20000|5000", "30000|5000"])
  }

  @Test(
    arguments: [
      ([("colour", "đỏ")], [], "--set: there is no field “colour” of customers"),
      ([("score", "5")], [], "--set: Score is worked out by the program"),
      ([("fax", "1"), ("Số fax", "2")], [], "--set: Fax is set twice"),
      ([("fax", "1")], [("x", "fax")], "--set and --map “x” both fill Fax"),
      ([("source", "Mặt trăng")], [], "--set: there is no source “Mặt trăng”"),
      ([("birthday", "31/02")], [], "--set: Birthday: "),
    ] as [([(String, String)], [(String, String)], String)])
  func refusesSettings(
    set: [(String, String)], map: [(String, String)], message: String
  ) throws {
    let error = failure {
      try database.importText(
        "Mã KH,Tên KH,x\nK1,B,C\n",
        .with {
          $0.kind = .customer
          $0.set = set.map { (field: $0.0, value: $0.1) }
          $0.map = map.map { (heading: $0.0, field: $0.1) }
        })
    }
    #expect(
      error?.message.en.hasPrefix(message) == true, "\(String(describing: error))")
  }

  @Test func takesOnlyTheColumnsAskedFor() throws {
    let imported = try database.importText(
      "Mã KH,Tên KH,Số fax,Website\nkh000001,Bảo,9,b.vn\n",
      .with {
        $0.mode = .update
        $0.onlyColumns = ["fax"]
      })
    #expect(imported.counts == "0+1+0+0")
    #expect(
      try database.rows("SELECT code, name, fax, website FROM customer") == ["KH000001|An|9|∅"])
  }

  @Test(
    arguments: [
      (["colour"], "--only-columns: there is no field “colour” of customers"),
      (["website"], "has no column “website”"),
      (["fax"], "customers need a column for: Name"),
    ])
  func refusesColumns(names: [String], message: String) throws {
    let error = failure {
      try database.importText(
        "Mã KH,Tên KH,Số fax\nK1,B,9\n",
        .with {
          $0.kind = .customer
          $0.onlyColumns = names
        })
    }
    #expect(error?.message.en.contains(message) == true, "\(String(describing: error))")
  }

  /// Two people of one name at two companies are told apart by both together.
  @Test func matchesByFieldsTogether() throws {
    try database.add(.customer, ["name": .text("Bình Minh")])
    for customer in [Int64(1), 2] {
      try database.add(
        .contact, ["customer": .integer(customer), "name": .text("Lan"), "main": .integer(0)])
    }
    let imported = try database.importText(
      "Khách hàng,Họ tên,Chức vụ\nKH000002,Lan,Kế toán\nKH000002,Hoa,Giám đốc\n",
      .with { $0.match = ["code", "customer+name"] })
    #expect(imported.counts == "1+1+0+0")
    #expect(
      try database.rows("SELECT customer, name, position FROM contact ORDER BY id")
        == ["1|Lan|∅", "2|Lan|Kế toán", "2|Hoa|Giám đốc"])
    let byName = try database.importText(
      "Khách hàng,Họ tên\nKH000002,Lan\n", .with { $0.match = ["name"] })
    #expect(byName.reasons == ["“Lan” names 2 contacts: LH000001, LH000002"])
  }

  @Test func matchesByNoLinks() throws {
    let error = failure {
      try database.importText(
        "Tên KH,Nhóm KH\nX,Y\n",
        .with {
          $0.kind = .customer
          $0.match = ["groups"]
        })
    }
    #expect(
      error?.message.en == "--match: Groups holds several records and cannot find one")
  }
}
