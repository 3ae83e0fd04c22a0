import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What happens to rows of records that exist, and to rows of records that do not.
@Suite struct ImportModesTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    try database.add(
      .customer,
      [
        "name": .text("An"), "fax": .text("1"), "phones": .text("0912345678"),
        "emails": .text("An@Example.vn"), "tax_code": .text("0312345678"),
        "groups": .list([1]),
      ])
  }

  private func customers() throws -> [String] {
    try database.rows("SELECT code, name, fax FROM customer ORDER BY id")
  }

  static let file = """
    Mã KH,Tên khách hàng,Số fax
    kh000001,An Bình,
    KH000009,Chi,9

    """

  @Test(
    arguments: [
      (
        ImportOptions.Mode.add, "1+0+0+1", ["KH000001|An|1", "KH000009|Chi|9"],
        ["code KH000001 already exists among the customers"]
      ),
      (
        .update, "0+1+0+1", ["kh000001|An Bình|1"], ["there is no customer “KH000009”"]
      ),
      (.upsert, "1+1+0+0", ["kh000001|An Bình|1", "KH000009|Chi|9"], []),
    ])
  func addsOrUpdates(
    mode: ImportOptions.Mode, counts: String, customers: [String], reasons: [String]
  ) throws {
    let imported = try database.importText(Self.file, .with { $0.mode = mode })
    #expect(imported.counts == counts)
    #expect(imported.report.read == imported.report.rows)
    #expect(try self.customers() == customers)
    #expect(imported.reasons == reasons)
  }

  @Test func changesNothingTheSecondTime() throws {
    try database.importText(Self.file)
    let before = try Dump(database)
    let last = try database.lastOperation()
    #expect(try database.importText(Self.file).counts == "0+0+2+0")
    #expect(try Dump(database) == before)
    #expect(try database.lastOperation() == last)
  }

  @Test(
    arguments: [(ImportOptions.Blank.keep, "1", "[1]"), (.clear, nil, "[]")]
      as [(ImportOptions.Blank, String?, String)])
  func keepsOrClearsBlankCells(blank: ImportOptions.Blank, fax: String?, groups: String) throws {
    let imported = try database.importText(
      "Mã KH,Tên khách hàng,Số fax,Nhóm khách hàng\nKH000001,An,,\n", .with { $0.blank = blank })
    #expect(imported.counts == (blank == .keep ? "0+0+1+0" : "0+1+0+0"))
    #expect(try database.value(.customer, 1, "fax")?.text == fax)
    #expect(try "\(database.value(.customer, 1, "groups")?.list ?? [])" == groups)
  }

  @Test(arguments: ImportOptions.Blank.allCases)
  func neverClearsWhatIsRequired(blank: ImportOptions.Blank) throws {
    let imported = try database.importText(
      "Mã KH,Tên khách hàng,Số fax\nKH000001,,2\n",
      .with {
        $0.mode = .update
        $0.blank = blank
      })
    #expect(imported.counts == (blank == .keep ? "0+1+0+0" : "0+0+0+1"))
    #expect(try customers() == [blank == .keep ? "KH000001|An|2" : "KH000001|An|1"])
  }

  /// By what a row finds its record, however it is spelt.
  @Test(
    arguments: [
      ("phones", "Điện thoại", "+84 912.345.678"), ("phone", "SĐT", "84912345678"),
      ("emails", "Email", "an@example.VN"), ("email", "Email", "AN@EXAMPLE.VN"),
      ("tax_code", "MST", "0312345678"), ("tax-code", "Mã số thuế", "0312345678"),
      ("name", "Tên KH", "An"),
    ])
  func matches(field: String, heading: String, value: String) throws {
    let heads = field == "name" ? heading : "\(heading),Tên KH"
    let imported = try database.importText(
      "\(heads),Số fax\n\(value),\(field == "name" ? "" : "An,")7\n", .with { $0.match = [field] })
    #expect(imported.counts == "0+1+0+0")
    #expect(try customers() == ["KH000001|An|7"])
  }

  @Test func triesTheFieldsInOrder() throws {
    try database.add(.customer, ["name": .text("Bảo"), "phones": .text("0987654321")])
    let imported = try database.importText(
      """
      Mã KH,Tên KH,Điện thoại,Số fax
      KH000002,Bảo,,5
      ,An,0912345678,6

      """,
      .with { $0.match = ["code", "phones"] })
    #expect(imported.counts == "0+2+0+0")
    #expect(try customers() == ["KH000001|An|6", "KH000002|Bảo|5"])
  }

  @Test func refusesWhereSeveralMatch() throws {
    try database.write { writer in
      try writer.allowDuplicates(true)
      try writer.add(
        .customer,
        Catalogue.entity(.customer).values([
          "name": .text("Bảo"), "phones": .text("0912345678"),
        ]))
    }
    let imported = try database.importText(
      "Tên KH,Điện thoại\nX,0912345678\n", .with { $0.match = ["phones"] })
    #expect(imported.counts == "0+0+0+1")
    #expect(imported.reasons == ["“0912345678” names 2 customers: KH000001, KH000002"])
  }

  @Test func refusesToMatchByNoField() throws {
    let error = failure {
      try database.importText("Tên KH\nX\n", .with { $0.match = ["colour"] })
    }
    #expect(error?.kind == .usage)
    #expect(error?.message.en == "--match: customers have no field “colour”")
  }

  @Test func asksBeforeItTakesFromTheTrash() throws {
    try database.trash(.customer, 1)
    let before = try Dump(database)
    let refused = try database.importText(Self.file, .with { $0.mode = .update })
    #expect(refused.reasons.first == "code kh000001 belongs to a customer in the trash")
    #expect(try Dump(database) == before)
    let restored = try database.importText(
      Self.file,
      .with {
        $0.mode = .update
        $0.restoresTrashed = true
      })
    #expect(restored.counts == "0+1+0+1")
    #expect(try database.read { try $0.find(.customer, code: "KH000001")?.isDeleted } == false)
  }

  @Test func countsARestoredRecordAsUpdated() throws {
    try database.trash(.customer, 1)
    let imported = try database.importText(
      "Mã KH,Tên KH\nKH000001,An\n", .with { $0.restoresTrashed = true })
    #expect(imported.counts == "0+1+0+0")
  }

  /// A row that is refused leaves its record in the trash.
  @Test func restoresNothingForARefusedRow() throws {
    try database.trash(.customer, 1)
    try database.add(.customer, ["name": .text("Bảo"), "emails": .text("b@example.vn")])
    let before = try Dump(database)
    let imported = try database.importText(
      "Mã KH,Tên KH,Email\nKH000001,An,b@example.vn\n", .with { $0.restoresTrashed = true })
    #expect(imported.counts == "0+0+0+1")
    #expect(try Dump(database).differences(from: before) == [])
  }

  @Test(arguments: ["ok", "bad"])
  func dryRunChangesNothing(email: String) throws {
    let before = try Dump(database)
    let last = try database.lastOperation()
    let text =
      "Mã KH,Tên KH,Email,Nguồn\nKH000001,Mới,,Tờ rơi\n,Chi,\(email)@example.vn,Báo\n,,x,y\n"
    let options = ImportOptions.with { $0.createsMissing = true }
    let trial = try database.importText(text, options, dryRun: true)
    #expect(trial.counts == "1+1+0+1")
    #expect(try Dump(database) == before)
    #expect(try database.lastOperation() == last)
    #expect(try database.importText(text, options).counts == trial.counts)
  }
}
