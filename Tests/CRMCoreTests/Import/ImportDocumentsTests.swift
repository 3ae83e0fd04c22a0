import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Rows with the same code make one document, wherever they stand in the file.
@Suite struct ImportDocumentsTests {
  let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    for name in ["A", "B"] { try database.add(.customer, ["name": .text(name)]) }
    for name in ["P", "Q"] {
      try database.add(
        .product, ["name": .text(name), "price": .integer(100), "tax": .integer(100_000)])
    }
  }

  private func importLines(_ rows: String...) throws -> Imported {
    try database.importText(
      "Số đơn hàng,Khách hàng,Ngày đặt hàng,Mã sản phẩm,Số lượng,Đơn giá\n"
        + rows.map { $0 + "\n" }.joined())
  }

  /// Every order as `code customer total: quantity×price …`.
  private func orders() throws -> [String] {
    try database.rows(
      """
      SELECT o.code || ' ' || c.code || ' ' || o.total || ': ' || coalesce(
        (SELECT group_concat((quantity / 10000) || '×' || price, ' ')
         FROM (SELECT * FROM order_line WHERE "order" = o.id ORDER BY id)), '')
      FROM sales_order o JOIN customer c ON c.id = o.customer ORDER BY o.id
      """)
  }

  static let whole = ["D1 KH000001 330: 1×100 2×100", "D2 KH000002 55: 1×50"]

  @Test func takesLinesThatStandTogether() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000002,2,100",
      "D2,KH000002,21/11/2026,SP000001,,50")
    #expect(imported.report.kind == .order)
    #expect(imported.counts == "2+0+0+0")
    #expect(imported.report.rows == 3)
    #expect(try orders() == Self.whole)
  }

  @Test func takesLinesThatStandApart() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D2,KH000002,21/11/2026,SP000001,1,50",
      "D1,KH000001,20/11/2026,SP000002,2,")
    #expect(imported.counts == "2+0+0+0")
    #expect(try orders() == Self.whole)
  }

  @Test func takesHeaderValuesFromTheFirstRow() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "d1,,,SP000002,2,", "D2,KH000002,,SP000001,1,50",
      "D1,,,SP000002,3,")
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try orders() == ["D1 KH000001 660: 1×100 2×100 3×100", "D2 KH000002 55: 1×50"])
  }

  /// The number is merged over the lines, or written once.
  @Test func takesLinesBelowAHead() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", ",,,SP000002,2,", "D2,KH000002,21/11/2026,SP000001,1,50"
    )
    #expect(imported.counts == "2+0+0+0")
    #expect(try orders() == Self.whole)
  }

  @Test func takesLinesBelowAHeadWithoutACode() throws {
    let imported = try importLines(
      ",KH000001,20/11/2026,SP000001,1,", ",,,SP000002,2,", ",KH000002,21/11/2026,SP000001,1,50")
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try orders() == ["DH000001 KH000001 330: 1×100 2×100", "DH000002 KH000002 55: 1×50"])
  }

  /// The lines below the first row of a document that goes on further down are its own, too.
  @Test func takesLinesBelowAHeadThatStandsApart() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D2,KH000002,21/11/2026,SP000001,1,50",
      "D1,,,SP000002,2,", ",,,SP000001,3,")
    #expect(imported.counts == "2+0+0+0")
    #expect(
      try orders() == ["D1 KH000001 660: 1×100 2×100 3×100", "D2 KH000002 55: 1×50"])
  }

  @Test func refusesADocumentWithAllLinesBelowItsHead() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", ",,,SP000009,2,", "D2,KH000002,21/11/2026,SP000001,1,50"
    )
    #expect(imported.counts == "1+0+0+1")
    #expect(imported.lines == [2, 3])
    #expect(try orders() == ["D2 KH000002 55: 1×50"])
  }

  /// A total and a row of nothing but amounts are no lines, and spoil none.
  @Test(arguments: [",,,Tổng cộng,3,", "Tổng cộng:,,,,3,", ",,,,3,200"])
  func leavesTotalsOut(_ total: String) throws {
    let imported = try importLines("D1,KH000001,20/11/2026,SP000001,1,", total)
    #expect(imported.counts == "1+0+0+1")
    #expect(imported.lines == [3])
    #expect(try orders() == ["D1 KH000001 110: 1×100"])
  }

  /// What is added for one document is there for the next.
  @Test func addsAnEntryOnTheWay() throws {
    var options = ImportOptions()
    options.createsMissing = true
    let imported = try database.importText(
      """
      Số đơn hàng,Khách hàng,Mã sản phẩm,Số lượng,Đơn giá,Thanh toán
      D1,KH000001,SP000001,1,50,Ví điện tử
      D2,KH000001,SP000001,1,50,ví điện tử
      D2,KH000001,SP000002,1,50,Ví  điện tử
      D3,KH000001,SP000001,1,50,Thẻ
      D3,KH000001,SP000002,1,50,Séc

      """, options)
    #expect(imported.counts == "2+0+0+1")
    #expect(imported.report.created.map(\.name) == ["Ví điện tử"])
    #expect(
      imported.rejected.first?.reasons.map(\.text.en) == [
        "line 6: Payment method is not that of line 5 of the same document"
      ])
  }

  @Test func makesADocumentOfEveryRowWithoutACode() throws {
    let imported = try importLines(
      ",KH000001,20/11/2026,SP000001,1,", ",KH000001,20/11/2026,SP000001,1,")
    #expect(imported.counts == "2+0+0+0")
    #expect(try orders() == ["DH000001 KH000001 110: 1×100", "DH000002 KH000001 110: 1×100"])
  }

  /// Wherever the mistake stands, nothing of the document lands and all its rows are handed back.
  @Test(
    arguments: [
      ("D1,KH000001,20/11/2026,XX,1,", "D1,KH000001,20/11/2026,SP000002,2,", "there is no product"),
      ("D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,XX,2,", "there is no product"),
      ("D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,,2,", "Product is missing"),
      (
        "D1,KH000009,20/11/2026,SP000001,1,", "D1,KH000009,20/11/2026,SP000001,2,",
        "there is no customer"
      ),
      ("D1,KH000001,31/02/2026,SP000001,1,", "D1,,,SP000001,2,", "Date: "),
      ("D1,,20/11/2026,SP000001,1,", "D1,,,SP000001,2,", "Customer is missing"),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000002,20/11/2026,SP000001,2,",
        "line 3: Customer is not that of line 2 of the same document"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,21/11/2026,SP000001,2,",
        "line 3: Date is not that of line 2 of the same document"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,",
        "D1,KH000001,20/11/2026,SP000001,900000000,9000000000000",
        "the line's amount is too large"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000001,0,",
        "the quantity of a line cannot be 0"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,",
        "D1,KH000001,20/11/2026,SP000001,1,5000000000000000000",
        "Unit price: 5,000,000,000,000,000,000 is not between"
      ),
    ])
  func refusesADocumentAsAWhole(first: String, second: String, reason: String) throws {
    let before = try Dump(database)
    let imported = try importLines(first, second)
    #expect(imported.counts == "0+0+0+1")
    #expect(imported.lines == [2, 3])
    #expect(imported.report.rejectedRows == 2)
    #expect(imported.reasons.first?.contains(reason) == true, "\(imported.reasons)")
    #expect(try Dump(database).differences(from: before) == [])
  }

  /// An amount beyond range is the matter of its order alone.
  @Test func landsTheOrdersBesideOneOfTooLargeAnAmount() throws {
    let imported = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000002,2,100",
      ",KH000001,20/11/2026,SP000001,9,1000000000000000",
      "D3,KH000001,20/11/2026,SP000001,1,50",
      "D3,KH000001,20/11/2026,SP000001,2,900000000000000",
      "D2,KH000002,21/11/2026,SP000001,,50")
    #expect(imported.counts == "2+0+0+2")
    #expect(imported.lines == [4, 5, 6])
    #expect(
      imported.reasons
        == [String](
          repeating: "the line's amount is too large: more than 1,000,000,000,000,000 đ", count: 3))
    #expect(try orders() == Self.whole)
  }

  /// Wherever the rows of a refused document stand, none of them lands.
  @Test(
    arguments: [
      ("D1,KH000001,20/11/2026,XX,1,", "d1,KH000001,20/11/2026,SP000002,2,", "no product"),
      ("D1,KH000001,20/11/2026,SP000002,2,", "d1,KH000001,20/11/2026,XX,1,", "no product"),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000002,20/11/2026,SP000002,2,",
        "line 4: Customer is not that of line 2 of the same document"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,22/11/2026,SP000002,2,",
        "line 4: Date is not that of line 2 of the same document"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000002,2,,,x",
        "line 4 has 8 cells, but there are 6 headings"
      ),
      (
        "D1,KH000001,20/11/2026,SP000001,1,,,x", "D1,KH000001,20/11/2026,SP000002,2,",
        "line 2 has 8 cells, but there are 6 headings"
      ),
    ])
  func refusesAScatteredDocumentAsAWhole(first: String, last: String, reason: String) throws {
    let imported = try importLines(first, "D2,KH000002,21/11/2026,SP000001,1,50", last)
    #expect(imported.counts == "1+0+0+1")
    #expect(imported.lines == [2, 4])
    #expect(imported.reasons.allSatisfy { $0.contains(reason) }, "\(imported.reasons)")
    #expect(try orders() == [Self.whole[1]])
  }

  /// A later row would replace the lines of the document that an earlier one has become.
  @Test func refusesACodeThatTheFileItselfGaveAway() throws {
    let imported = try importLines(
      ",KH000001,20/11/2026,SP000001,1,", "DH000001,KH000002,20/11/2026,SP000002,2,")
    #expect(imported.counts == "1+0+0+1")
    #expect(imported.reasons == ["an earlier row of the file has already become DH000001"])
    #expect(try orders() == ["DH000001 KH000001 110: 1×100"])
  }

  /// The lines go to the document that is found, whichever way it is.
  @Test func replacesTheLinesOfTheDocumentThatMatches() throws {
    _ = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D2,KH000002,21/11/2026,SP000001,1,50")
    let imported = try database.importText(
      "Khách hàng,Ngày đặt hàng,Mã sản phẩm,Số lượng\nKH000001,20/11/2026,SP000002,3\n",
      .with { $0.match = ["customer"] })
    #expect(imported.counts == "0+1+0+0")
    #expect(try orders() == ["D1 KH000001 330: 3×100", Self.whole[1]])
  }

  @Test func changesNothingTheSecondTime() throws {
    let rows = [
      "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000002,2,",
      "D2,KH000002,21/11/2026,SP000001,1,50",
    ]
    _ = try importLines(rows[0], rows[1], rows[2])
    let before = try Dump(database)
    #expect(try importLines(rows[0], rows[1], rows[2]).counts == "0+0+2+0")
    #expect(try importLines(rows[0], rows[2], rows[1]).counts == "0+0+2+0")
    #expect(try Dump(database) == before)
  }

  /// An approved order keeps its lines as well as its header.
  @Test(arguments: ["1,", "2,"])
  func keepsToTheApproval(quantity: String) throws {
    _ = try importLines("D1,KH000001,20/11/2026,SP000001,1,")
    try database.edit(.order, 1, ["approval": .text("approved")])
    let before = try Dump(database)
    let imported = try importLines("D1,KH000001,20/11/2026,SP000001,\(quantity)")
    #expect(imported.counts == (quantity == "1," ? "0+0+1+0" : "0+0+0+1"))
    #expect(imported.reasons.allSatisfy { $0.contains("is approved and therefore locked") })
    #expect(try Dump(database).differences(from: before) == [])
  }

  @Test func replacesTheLinesOfADocumentThatWasThere() throws {
    _ = try importLines(
      "D1,KH000001,20/11/2026,SP000001,1,", "D1,KH000001,20/11/2026,SP000002,2,",
      "D2,KH000002,21/11/2026,SP000001,1,50")
    let imported = try importLines(
      "D1,KH000002,20/11/2026,SP000001,4,", "D2,KH000002,21/11/2026,SP000001,1,50",
      "D1,KH000002,20/11/2026,SP000002,5,")
    #expect(imported.counts == "0+1+1+0")
    #expect(try orders() == ["D1 KH000002 990: 4×100 5×100", Self.whole[1]])
    try database.undo()
    #expect(try orders() == Self.whole)
  }
}
