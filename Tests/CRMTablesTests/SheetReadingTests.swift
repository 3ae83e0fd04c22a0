import CRMTables
import CRMValues
import Testing

struct SheetReadingTests {
  private static let styles = """
    <numFmts><numFmt numFmtId='164' formatCode='0000000000'/></numFmts>
    <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>
    """

  @Test(
    arguments: [
      ("<row r='2'><c r='B2'><v>1</v></c></row>", [[], [.empty, .number(1, shown: "1")]]),
      (
        "<row><c><v>1</v></c></row><row><c t='b'><v>1</v></c></row>",
        [[.number(1, shown: "1")], [.bool(true)]]
      ),
      (
        "<row><c s='1'><v>46376</v></c><c s='2'><v>912345678</v></c></row>",
        [[.day("2026-12-20"), .number(912_345_678, shown: "0912345678")]]
      ),
      (
        "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>9</v></c></row>",
        [[.text("một"), .text("hai ba")]]
      ),
      (
        "<row><c t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r><rPh><t>x</t></rPh></is></c></row>",
        [[.text("a b")]]
      ),
      (
        "<row><c t='e'><v>#N/A</v></c><c t='str'><f>A1</f><v>kết quả</v></c></row>",
        [[.error("#N/A"), .text("kết quả")]]
      ),
      (
        "<row><c t='d'><v>2026-12-20</v></c><c t='d'><v>mai</v></c></row>",
        [[.day("2026-12-20"), .text("mai")]]
      ),
      (
        "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='C1'><v>4</v></c></row>",
        [[.number(1, shown: "1"), .empty, .number(4, shown: "4")]]
      ),
      (
        "<row><c t='b'><v>TRUE</v></c><c t='b'><v> 0</v></c><c t='b'/><c t='b'><v>true</v></c></row>",
        [[.bool(true), .bool(false), .empty, .bool(true)]]
      ),
      (
        "<row><c s='99999999999'><v> 5 </v></c><c><v>x</v></c></row>",
        [[.number(5, shown: "5"), .text("x")]]
      ),
    ] as [(String, [[Cell]])])
  func xlsx(_ rows: String, _ wanted: [[Cell]]) throws {
    let strings =
      "<si><t>một</t></si><si><r><t>hai</t></r><r><t xml:space='preserve'> ba</t></r></si>"
    #expect(try cells(.sheet(rows, strings: strings, styles: Self.styles)) == wanted)
  }

  @Test(
    arguments: [
      (
        "<t:table-row><t:table-cell o:value-type='float' o:value='7'><x:p>007</x:p></t:table-cell></t:table-row>",
        [[.number(7, shown: "007")]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='float' o:value='1500'><x:p>1.500</x:p></t:table-cell></t:table-row>",
        [[.number(1500, shown: "1500")]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='currency' o:value='1500000'><x:p>1.500.000 ₫</x:p></t:table-cell><t:table-cell o:value-type='percentage' o:value='0.125'><x:p>12,5%</x:p></t:table-cell></t:table-row>",
        [[.number(1_500_000, shown: "1500000"), .number(0.125, shown: "12,5%")]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='float' o:value='x'><x:p>y</x:p></t:table-cell><t:table-cell o:value='7' o:value-type='float'/></t:table-row>",
        [[.text("y"), .number(7, shown: "7")]]
      ),
      (
        "<t:table-row><t:table-cell t:number-columns-repeated='2'/><t:table-cell o:value-type='date' o:date-value='2026-12-20'/></t:table-row>",
        [[.empty, .empty, .day("2026-12-20")]]
      ),
      (
        "<t:table-row t:number-rows-repeated='2'/><t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='boolean' o:boolean-value='true'/></t:table-row>",
        [[], [], [.bool(true)], [.bool(true)]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='string'><x:p> a  b<x:s x:c='2'/>c</x:p><x:p>d<x:tab/>e<x:line-break/>f </x:p></t:table-cell></t:table-row>",
        [[.text("a b  c\nd\te\nf")]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='string'><o:annotation><x:p>ghi chú</x:p></o:annotation><x:p>x</x:p></t:table-cell><t:covered-table-cell o:value-type='time' o:time-value='PT8H'/></t:table-row>",
        [[.text("x"), .time(seconds: 28_800)]]
      ),
      (
        "<t:table-row><t:table-cell o:value-type='string' c:value-type='error'><x:p>#N/A</x:p></t:table-cell></t:table-row>",
        [[.error("#N/A")]]
      ),
    ] as [(String, [[Cell]])])
  func ods(_ rows: String, _ wanted: [[Cell]]) throws {
    #expect(try cells(.document(rows), as: "a.ods") == wanted)
  }

  /// Some programs begin their XML with a blank line, which the standard does not allow.
  @Test func blanksBeforeTheDeclaration() throws {
    var archive = TestArchive()
    archive.add(
      "xl/workbook.xml",
      "\r\n <?xml version='1.0'?><w><sheets><sheet name='S'/></sheets></w>")
    let blanks = String(repeating: "\n", count: 40_000)
    archive.add(
      "xl/worksheets/sheet1.xml",
      blanks + "<?xml version='1.0'?><w><sheetData><row><c><v>1</v></c></row></sheetData></w>")
    #expect(try cells(archive) == [[.number(1, shown: "1")]])
  }

  @Test func sheetsAreChosen() throws {
    var archive = TestArchive()
    archive.add(
      "xl/workbook.xml",
      "<w><sheets><sheet name='Khách'/><sheet name='2' state='hidden'/></sheets></w>")
    archive.add("xl/worksheets/sheet1.xml", "<w><sheetData/></w>")
    archive.add(
      "XL\\Worksheets\\Sheet2.xml", "<w><sheetData><row><c><v>1</v></c></row></sheetData></w>")
    let folder = try TemporaryFolder()
    let source = try openTable(folder.file("a.xlsx", archive.bytes))
    #expect(source.sheets.map(\.isHidden) == [false, true])
    #expect(try SheetChoice("KHACH").index(in: source) == 0)
    #expect(try SheetChoice("2").index(in: source) == 1)
    #expect(try SheetChoice("1").index(in: source) == 0)
    #expect(throws: CRMError.self) { try SheetChoice("3").index(in: source) }
    #expect(try source.rows(ofSheet: 1).next()?.cells == [.number(1, shown: "1")])
    #expect(try source.rows(ofSheet: 0).next() == nil)
  }

  @Test func headingsBelowTitle() throws {
    let rows = "BÁO CÁO KHÁCH HÀNG\n\nMã,Tên,SĐT\nKH1,An,0912\n"
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array(rows.utf8))
    let found = try HeadedRows(openTable(path).rows(ofSheet: 0))
    #expect(found.heading?.cells == [.text("Mã"), .text("Tên"), .text("SĐT")])
    #expect(try found.next()?.cells.first == .text("KH1"))
    let told = try HeadedRows(openTable(path).rows(ofSheet: 0), line: 4)
    #expect(told.heading?.cells.first == .text("KH1"))
    #expect(throws: CRMError.self) { try HeadedRows(openTable(path).rows(ofSheet: 0), line: 9) }
  }
}
