import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Which column fills which field, and files whose columns make no sense.
@Suite struct ImportColumnsTests {
  let database: TemporaryDatabase

  init() throws { database = try TemporaryDatabase() }

  @Test(
    arguments: [
      "Mã KH,Tên khách hàng,Điện thoại,Tỉnh/Thành phố",
      "CODE,NAME,PHONES,PROVINCE", "code,name,phones,province",
      "Customer code,Customer name,Mobile,City", "ma kh,ten kh,sdt,tinh thanh",
    ])
  func takesHeadingsOfBothLanguages(headings: String) throws {
    let imported = try database.importText("\(headings)\nK1,An,0912345678,Huế\n")
    #expect(imported.report.kind == .customer)
    #expect(
      try database.rows("SELECT code, name, phones, province FROM customer")
        == ["K1|An|0912345678|Huế"])
  }

  @Test func takesColumnsInAnyOrderAndTellsWhatItLeaves() throws {
    let imported = try database.importText(
      "Xếp hạng tiềm năng,Màu,Tên khách hàng,,Mã KH\n5,đỏ,An,x,K1\n")
    #expect(imported.report.unknownHeadings == ["Màu"])
    #expect(imported.report.computedHeadings == ["Xếp hạng tiềm năng"])
    #expect(try database.rows("SELECT code, name, stars FROM customer") == ["K1|An|0"])
  }

  @Test func followsTheMap() throws {
    let imported = try database.importText(
      "Mã KH,Ai,Ở đâu,Fax\nK1,An,Huế,12\n",
      .with {
        $0.kind = .customer
        $0.map = [("ai", "name"), ("Ở đâu", "Tỉnh"), ("Fax", "")]
      })
    #expect(imported.counts == "1+0+0+0")
    #expect(imported.report.unknownHeadings == [])
    #expect(
      try database.rows("SELECT code, name, province, fax FROM customer") == ["K1|An|Huế|∅"])
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", nil, [], "no column is recognised; the headings are: a, b"),
      ("a,b\n1,2\n", .customer, [], "no column fills a field of customers"),
      ("Điểm tiềm năng,x\n1,2\n", .customer, [], "no column fills a field of customers"),
      (
        "Tên KH,Họ tên,Mã KH\nA,B,C\n", .customer, [],
        "columns “Tên KH” and “Họ tên” both fill Name"
      ),
      ("Mã KH,Email\nK1,a@b.vn\n", .customer, [], "customers need a column for: Name"),
      (
        "Số đơn hàng,Ngày đặt hàng\nD1,20/11/2026\n", .order, [],
        "orders need a column for: Customer"
      ),
      (
        "Khách hàng,Ngày chăm sóc\nK1,20/11/2026\n", .careCard, [],
        "care cards need a column for: Code, Order"
      ),
      (
        "Tên KH,x\nA,B\n", .customer, [("x", "provinse")],
        "there is no field “provinse” of customers"
      ),
      ("Tên KH,x\nA,B\n", .customer, [("y", "fax")], "has no column “y”"),
    ] as [(String, Kind?, [(String, String)], String)])
  func refusesAFile(text: String, kind: Kind?, map: [(String, String)], message: String) throws {
    let before = try Dump(database)
    let error = failure {
      try database.importText(
        text,
        .with {
          $0.kind = kind
          $0.map = map.map { (heading: $0.0, field: $0.1) }
        })
    }
    #expect(error?.kind == .request)
    #expect(error?.message.en.contains(message) == true, "\(String(describing: error))")
    #expect(error?.hints.isEmpty == false)
    #expect(try Dump(database) == before)
  }

  @Test func asksWhetherAMisspeltHeadingWasMeant() throws {
    let error = failure {
      try database.importText(
        "Mã KH,Tên khach hnag\nK1,An\n", .with { $0.kind = .customer })
    }
    #expect(error?.hints.first?.vi == "Có phải bạn muốn: --map \"Tên khach hnag=name\"?")
    let imported = try database.importText("Mã KH,Tên KH,Điện thaoi,Màu\nK1,An,0912345678,đỏ\n")
    #expect(imported.report.unknownHeadings == ["Điện thaoi", "Màu"])
    #expect(imported.report.meantFields.mapValues(\.name) == ["Điện thaoi": "phones"])
  }

  @Test func updatesWithoutTheRequiredColumns() throws {
    try database.add(.customer, ["name": .text("An")])
    let imported = try database.importText(
      "Mã KH,Số fax\nKH000001,7\n", .with { $0.mode = .update })
    #expect(imported.counts == "0+1+0+0")
  }

  /// Rows that end early are filled up; rows with more than there are headings are mistakes,
  /// mostly a comma that should have stood in quotation marks.
  @Test func takesShortRowsAndRefusesLongOnes() throws {
    let imported = try database.importText(
      "Tên KH,Số fax,Website\nA\nB,1\n\n,,\nC,1,c.vn,,\nD,1,d.vn,thừa\n")
    #expect(imported.counts == "3+0+0+1")
    #expect(imported.lines == [7])
    #expect(imported.reasons == ["the row has 4 cells, but there are 3 headings"])
    #expect(
      try database.rows("SELECT name, fax, website FROM customer ORDER BY id")
        == ["A|∅|∅", "B|1|∅", "C|1|c.vn"])
  }

  @Test func countsAnEmptyTable() throws {
    #expect(try database.importText("Mã KH,Tên KH\n").counts == "0+0+0+0")
  }
}
