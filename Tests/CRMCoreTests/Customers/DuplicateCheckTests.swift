import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// The configurable duplicate check (RULES 3.1).
@Suite struct DuplicateCheckTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    try database.add(
      .customer,
      [
        "code": .text("A1"), "name": .text("Công ty Hòa Bình"), "phones": .text("0912345678"),
        "emails": .text("a@b.vn"), "fax": .text("(028) 3829 5511; máy lẻ"),
        "tax_code": .text("0312687878-001"), "office_address": .text("1 Lê Lợi, Q.1"),
        "description": .text("Khách quen"), "birthday": .text("1999-11-03"),
        "owner": .integer(1),
      ])
  }

  private func choose(_ names: String) throws {
    try database.write { try $0.set(Setting.duplicateFields.declared, to: names) }
  }

  private func refusal(_ named: [String: Value]) -> String? {
    failure {
      try database.add(.customer, named.merging(["name": .text("Khác")]) { own, _ in own })
    }?.message.vi
  }

  /// A field, a value that is the same, one that is not, and what is said.
  @Test(
    arguments: [
      ("name", "CÔNG TY  HOÀ BÌNH", "Cong ty Hoa Binh", "Tên khách hàng"),
      ("code", "a1", "A2", "Mã khách hàng"),
      ("emails", "x@b.vn; A@B.VN", "b@b.vn", "Email"),
      ("phones", "+84 912.345.678", "0912345679", "Số điện thoại"),
      ("fax", "+842838295511", "02838295512", "Số fax"),
      ("fax", "Máy Lẻ", "máy", "Số fax"),
      ("tax_code", "0312687878 001", "0312687878", "Mã số thuế"),
      ("office_address", "1 lê lợi, q.1", "1 Le Loi, Q.1", "Địa chỉ văn phòng"),
      ("description", "khách  quen", "khách quen hơn", "Mô tả"),
      ("birthday", "1999-11-03", "--11-03", "Ngày sinh"),
    ])
  func refusesWhatTheSettingNames(field: String, same: String, other: String, label: String)
    throws
  {
    try choose(field)
    #expect(
      refusal([field: .text(same)])?.hasPrefix(
        "\(label) đã tồn tại trong khách hàng A1 Công ty Hòa Bình thuộc chủ sở hữu admin: ")
        == true, "\(refusal([field: .text(same)]) ?? "no refusal")")
    #expect(refusal([field: .text(other)]) == nil)
  }

  @Test func saysOneMessageAField() throws {
    try choose("name,emails,fax")
    let error = failure {
      try database.add(
        .customer,
        [
          "name": .text("công ty hoà bình"), "emails": .text("a@b.vn"),
          "fax": .text("02838295511"), "phones": .text("0912345678"),
        ])
    }
    #expect(error?.kind == .conflict)
    let who = "already exists in customer A1 Công ty Hòa Bình of owner admin"
    #expect(
      error?.message.en == """
        Email \(who): a@b.vn; Name \(who): công ty hoà bình; Fax \(who): 02838295511
        """)
  }

  /// Both ways a customer becomes live again, and the one it ceases to be by, count.
  @Test func recordsInTheTrashDoNotCount() throws {
    try choose("name,tax_code")
    try database.trash(.customer, 1)
    #expect(refusal(["tax_code": .text("0312687878001"), "name": .text("Một")]) == nil)
    try database.write { try $0.trash(.customer, 2) }
    try database.restore(.customer, 1)
    #expect(refusal(["tax_code": .text("0312687878001")])?.hasPrefix("Mã số thuế") == true)
  }

  @Test func looksAtWhatIsNewInAnEditOnly() throws {
    try choose("name,phones")
    let twin = try database.write { writer in
      try writer.allowDuplicates(true, of: .customer)
      return try writer.add(
        .customer,
        Entity.customer.values([
          "name": .text("Công ty Hòa Bình"), "phones": .text("0912345678"),
        ]))
    }
    try database.edit(.customer, twin, ["description": .text("x")])
    try database.edit(.customer, twin, ["phones": .text("0912345678; 0999999999")])
    try database.edit(.customer, twin, ["name": .text("Hòa Bình")])
    #expect(
      failure { try database.edit(.customer, twin, ["name": .text("công ty Hoà Bình")]) }?.kind
        == .conflict)
    // A record is never its own duplicate.
    try database.edit(.customer, 1, ["name": .text("CÔNG TY HÒA BÌNH")])
  }

  @Test(arguments: ["phones", "emails"])
  func looksAtContactsToo(field: String) throws {
    let value = Value.text(field == "phones" ? "0355555555" : "c@b.vn")
    try database.add(
      .contact, ["name": .text("Lan"), "customer": .integer(1), field: value])
    #expect(
      refusal([field: value])?.contains(
        " đã tồn tại trong liên hệ của khách hàng A1 Công ty Hòa Bình thuộc chủ sở hữu admin")
        == true)
    // The customer itself may have its contact's.
    try database.edit(.customer, 1, [field: value])
    try choose(field == "phones" ? "emails" : "phones")
    #expect(refusal([field: value]) == nil)
  }

  @Test func importsRefuseTheSame() throws {
    try choose("name,office_address")
    let imported = try database.importText(
      "Tên KH,Địa chỉ\nCông ty Hòa Bình,\nKhác,1 LÊ LỢI, Q.1\nMới,2 Lê Lợi\nmới,\n"
        .replacing("1 LÊ LỢI, Q.1", with: "\"1 LÊ LỢI, Q.1\""))
    #expect(imported.lines == [2, 3, 5])
    #expect(imported.counts == "1+0+0+3")
  }

  @Test func keepsKeysOnlyForWhatIsChosen() throws {
    func keys() throws -> [String] {
      try database.rows("SELECT count(*), count(DISTINCT record) FROM customer_duplicate_key")
    }
    let before = try Dump(database)
    #expect(try keys() == ["0|0"])
    try choose("fax,name,phones")
    #expect(try keys() == ["3|1"])
    try database.add(.customer, ["name": .text("Một"), "fax": .text("Máy lẻ 2")])
    #expect(try keys() == ["5|2"])
    try database.undo()
    #expect(try keys() == ["3|1"])
    try database.undo(try database.lastOperation() - 2)
    #expect(try Dump(database).differences(from: before) == [])
    try database.redo()
    #expect(try keys() == ["3|1"])
    try choose("phones")
    #expect(try keys() == ["0|0"])
  }

  @Test func looksUpByIndexes() throws {
    try choose("name,code,emails,phones,fax,tax_code,office_address,description,birthday")
    let plan = try database.plans { reader in
      let check = DuplicateCheck(reader.cache)
      let values = Entity.customer.values([
        "name": .text("Công ty Hòa Bình"), "code": .text("x"), "emails": .text("x@y.vn"),
        "phones": .text("0999999999"), "fax": .text("x"), "tax_code": .text("1"),
        "office_address": .text("x"), "description": .text("x"), "birthday": .text("--01-01"),
      ])
      _ = failure { try check.check(reader.keys, values) }
    }
    #expect(plan.contains { $0.contains("customer_duplicate_key") || $0.contains("SEARCH k") })
    #expect(plan.contains { $0.contains("customer_by_code (code=?)") })
    #expect(plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN contact") } == [])
  }
}
