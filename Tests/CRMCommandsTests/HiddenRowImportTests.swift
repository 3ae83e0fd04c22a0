import CRMTestSupport
import Testing

/// What a sheet hides is told: hidden rows are taken, hidden sheets are not.
@Suite struct HiddenRowImportTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  private func workbook(_ rows: [(visibility: String, cells: [String])]) -> String {
    let rows = rows.map { row in
      "<t:table-row t:visibility='\(row.visibility)'>"
        + row.cells.map { "<t:table-cell o:value-type='string'><x:p>\($0)</x:p></t:table-cell>" }
        .joined() + "</t:table-row>"
    }.joined()
    return "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      + "xmlns:t='t' xmlns:x='x'><o:body><o:spreadsheet><t:table t:name='S'>\(rows)</t:table>"
      + "</o:spreadsheet></o:body></o:document-content>"
  }

  @Test func hiddenRowsAreTakenAndTold() throws {
    let path = try fixture.file(
      "kh.fods",
      workbook([
        ("visible", ["Tên khách hàng", "Điện thoại"]), ("visible", ["Một", "0912009901"]),
        ("filter", ["Hai", "0912009902"]), ("collapse", ["Ba", "0912009903"]),
        ("filter", ["", ""]),
      ]))
    let outcome = fixture.run("customer", "import", path)
    #expect(
      outcome.errors == """
        2 rows that the sheet hides (by a filter or by hand) are read like the others
        Customers: 3 read = 3 added + 0 updated + 0 unchanged + 0 rejected

        """)
    #expect(
      fixture.run("undo").code == 0)
    #expect(
      fixture.runVietnamese("customer", "import", path).errors.hasPrefix(
        "2 dòng đang ẩn trong trang tính (do lọc hoặc ẩn tay) vẫn được đọc như các dòng khác\n"))
  }

  /// The lines of documents are gathered first, and still known as hidden.
  @Test func hiddenLinesOfDocumentsAreTold() throws {
    let path = try fixture.file(
      "dh.fods",
      workbook([
        ("visible", ["Số đơn hàng", "Khách hàng", "Mã sản phẩm", "Số lượng", "Đơn giá"]),
        ("visible", ["D1", "KH000001", "SP000001", "1", "50"]),
        ("filter", ["", "", "SP000001", "2", "50"]),
      ]))
    let outcome = fixture.run("order", "import", path)
    #expect(
      outcome.errors == """
        1 row that the sheet hides (by a filter or by hand) is read like the others
        Orders: 1 read (2 rows) = 1 added + 0 updated + 0 unchanged + 0 rejected

        """)
  }
}
