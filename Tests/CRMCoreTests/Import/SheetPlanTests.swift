import CRMTables
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// A file of several sheets that is written down in the test.
final class FakeSource: TableSource {
  struct Sheet {
    var name: String?
    var isHidden = false
    var rows: [[String]]
  }

  let name = "book.xlsx"
  let format = TableFormat.xlsx
  let dialect: CSVDialect? = nil
  let content: [Sheet]
  var sheets: [SheetInfo] { content.map { SheetInfo(name: $0.name, isHidden: $0.isHidden) } }

  init(_ content: [Sheet]) { self.content = content }

  func rows(ofSheet index: Int) throws -> any RowReader { Rows(content[index].rows) }

  final class Rows: RowReader {
    let sheetName: String? = nil
    private var rows: ArraySlice<TableRow>

    init(_ rows: [[String]]) {
      self.rows =
        rows.enumerated().map { line, cells in
          TableRow(line: line + 1, cells: cells.map { $0.isEmpty ? .empty : .text($0) })
        }[...]
    }

    func next() throws -> TableRow? { rows.popFirst() }
  }
}

@Suite struct SheetPlanTests {
  private func plan(
    _ sheets: [FakeSource.Sheet], _ options: ImportOptions = ImportOptions(),
    sheet: SheetChoice? = nil, headerRow: Int? = nil
  ) throws -> SheetPlan {
    try SheetPlan(FakeSource(sheets), options, sheet: sheet, headerRow: headerRow)
  }

  static let orders = FakeSource.Sheet(
    name: "Bán hàng",
    rows: [["Số đơn hàng", "Khách hàng", "Ngày đặt hàng"], ["D1", "K1", "20/11/2026"]])
  static let customers = FakeSource.Sheet(
    name: "Khách hàng", rows: [["DANH SÁCH"], ["Mã KH", "Tên"], ["K1", "An"]])
  static let tags = FakeSource.Sheet(name: "tag", rows: [["Name"], ["Nóng"]])
  static let notes = FakeSource.Sheet(name: "Ghi chú", rows: [["a", "b"], ["1", "2"]])
  static let secret = FakeSource.Sheet(
    name: "Cũ", isHidden: true, rows: [["Mã KH", "Tên KH"], ["K1", "An"]])

  @Test func takesWhatIsReferredToFirst() throws {
    let plan = try plan([Self.orders, Self.notes, Self.customers, Self.secret, Self.tags])
    #expect(plan.sheets.map(\.kind) == [.tag, .customer, .order])
    #expect(plan.sheets.map(\.heading.line) == [1, 2, 1])
    #expect(plan.unknown == ["Ghi chú"])
    #expect(plan.hidden == ["Cũ"])
    let rows = try plan.rows(of: plan.sheets[1])
    #expect(try rows.next()?.cells.map(\.text) == ["K1", "An"])
    #expect(try rows.next() == nil)
  }

  @Test(
    arguments: [
      ("Customers", Kind.customer), ("khách hàng", .customer), ("KHACH HANG (2)", .customer),
      ("care_card", .careCard), ("Thẻ chăm sóc", .careCard), ("Lines", nil), ("Sheet1", nil),
    ] as [(String, Kind?)])
  func knowsSheetsByName(name: String, kind: Kind?) {
    #expect(SheetNameKinds().kind(name) == kind)
  }

  /// Every kind's sheet of an export is known again, in both languages.
  @Test(arguments: Catalogue.nouns, Language.allCases)
  func knowsTheSheetsOfExports(kind: Kind, language: Language) {
    let title = Catalogue.entity(kind).plural.text(in: language)
    #expect(SheetNameKinds().kind(title) == kind)
  }

  @Test func takesOneSheetByNameOrPlace() throws {
    let all = [Self.orders, Self.customers, Self.secret]
    #expect(try plan(all, sheet: .name("cũ")).sheets.map(\.kind) == [.customer])
    #expect(try plan(all, sheet: .place(1)).sheets.map(\.kind) == [.order])
    #expect(failure { try plan(all, sheet: .name("x")) }?.kind == .request)
  }

  @Test func takesTheSheetsOfAKind() throws {
    let all = [Self.orders, Self.customers, Self.tags]
    #expect(try plan(all, .with { $0.kind = .customer }).sheets.map(\.name) == ["Khách hàng"])
  }

  @Test func believesTheLineOfTheHeadings() throws {
    let plan = try plan([Self.customers], headerRow: 3)
    #expect(plan.sheets.first?.heading.cells.map(\.text) == ["K1", "An"])
    #expect(failure { try self.plan([Self.customers], headerRow: 9) }?.kind == .request)
  }

  @Test func takesASheetOfNoKnownKindForTheOneThatIsMeant() throws {
    let plan = try plan([Self.notes])
    #expect(plan.sheets.map(\.kind) == [nil])
    #expect(plan.unknown.isEmpty)
  }

  @Test func refusesAFileWithoutRows() {
    let error = failure { try plan([.init(name: "a", rows: []), .init(name: "b", rows: [])]) }
    #expect(error?.message.en == "book.xlsx has no rows")
  }

  @Test func givesEachSheetTheOptionsThatConcernIt() throws {
    let options = ImportOptions.with {
      $0.map = [("Tên", "name"), ("Ngày đặt hàng", "date")]
      $0.set = [("province", "Huế"), ("channel", "tele")]
      $0.match = ["phones"]
    }
    let plan = try plan([Self.orders, Self.customers], options)
    try plan.checkOptions()
    let fitted = plan.sheets.map(plan.options)
    #expect(fitted.map { $0.map.map(\.heading) } == [["Tên"], ["Ngày đặt hàng"]])
    #expect(fitted.map { $0.set.map(\.field) } == [["province"], ["channel"]])
    #expect(fitted.map(\.match) == [["phones"], ["code"]])
    #expect(fitted.map(\.kind) == [.customer, .order])
  }

  @Test(
    arguments: [
      (ImportOptions.with { $0.map = [("Màu", "name")] }, "book.xlsx has no column “Màu”"),
      (
        .with { $0.set = [("colour", "x")] }, "--set: no sheet is of a kind with the field “colour”"
      ),
      (
        .with { $0.onlyColumns = ["x"] }, "--only-columns: no sheet is of a kind with the field “x”"
      ),
      (.with { $0.match = ["x"] }, "--match: no sheet is of a kind with the field “x”"),
    ] as [(ImportOptions, String)])
  func refusesOptionsThatConcernNone(options: ImportOptions, message: String) throws {
    let plan = try plan([Self.orders, Self.customers], options)
    #expect(failure { try plan.checkOptions() }?.message.en == message)
  }

  /// One known word among several cells is chance, a title fills one cell.
  @Test(
    arguments: [
      ([["Khách hàng"], ["Mã KH", "Tên KH"], ["K1", "An"]], 2),
      ([["Ngày", "x", "y"], ["Mã KH", "Tên KH", "SĐT"], ["K1", "An", "1"]], 2),
      ([["Tên KH"], ["An"], ["Bảo"]], 1), ([["Báo cáo", "2026"], ["Name", "Phones"]], 2),
    ])
  func findsTheHeadings(rows: [[String]], line: Int) throws {
    let plan = try plan([.init(name: nil, rows: rows)], .with { $0.kind = .customer })
    #expect(plan.sheets.first?.heading.line == line)
  }
}
