import CRMValues
import Testing

@testable import CRMTables

/// The sheets of an OpenDocument file are found without parsing their rows.
struct ODSOutlineTests {
  @Test(
    arguments: [
      (
        "<o:spreadsheet><t:table n='1'><r>x</r></t:table></o:spreadsheet>",
        "<t:table n='1'></t:table>"
      ),
      (
        "<o:spreadsheet><t:table/><t:table></t:table></o:spreadsheet>",
        "<t:table/><t:table></t:table>"
      ),
      (
        "<s:spreadsheet><x/><table a='>' b=\"'/\"><c><table>x</table></c><c/></table><y>z</y></s:spreadsheet>",
        "<x/><table a='>' b=\"'/\"></table><y>z</y>"
      ),
      (
        "<spreadsheet><table><!-- </table> --><![CDATA[</table>]]><?a </table>?></table>\n<table>\n</table></spreadsheet>",
        "<table></table>\n<table></table>"
      ),
      ("<a><table>kept</table></a><spreadsheet/>", "<a><table>kept</table></a><spreadsheet/>"),
    ])
  func leavesRowsOut(_ text: String, _ wanted: String) throws {
    for size in [1, 2, 3, 7, 4096] {
      let outline = try Self.read(ODSOutline(Pieces(Array(text.utf8))), size + 1)
      #expect(outline.contains(wanted), "pieces of \(size)")
      #expect(outline.utf8.count < text.utf8.count || !text.contains("<r>"))
    }
  }

  /// What tags cannot be told apart in, and what comes after a document type, stays whole.
  @Test(
    arguments: [
      "<!DOCTYPE a><spreadsheet><table>x</table></spreadsheet>",
      "<?xml version='1.0' encoding='utf-16'?><spreadsheet><table>x</table></spreadsheet>",
    ])
  func leavesTheUnusualAlone(_ text: String) throws {
    #expect(try Self.read(ODSOutline(Pieces(Array(text.utf8))), 4096) == text)
  }

  @Test func wideCharactersAreRead() throws {
    let text = TestArchive.content(
      "<t:table-row><t:table-cell><x:p>ễ</x:p></t:table-cell></t:table-row>")
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { le($0) }
    var archive = TestArchive()
    archive.add("content.xml", bytes)
    #expect(try cells(archive, as: "a.ods") == [[.text("ễ")]])
  }

  /// The place of a fault is that of the file, not of what was left in.
  @Test func faultsKeepTheirPlaces() throws {
    var archive = TestArchive()
    archive.add("content.xml", "<spreadsheet>\n<table>\n<r/>\n</table>\n<a></b></spreadsheet>")
    let error = #expect(throws: CRMError.self) { try cells(archive, as: "a.ods") }
    #expect(error?.message.en.contains("content.xml:5:6: mismatched tag") == true)
  }

  @Test func sheetsAndTheirRowsAgree() throws {
    var archive = TestArchive()
    archive.add(
      "content.xml",
      """
      <d><styles><style name='off'><table-properties display='false'/></style></styles>
      <spreadsheet><!-- <table name='no'> --><table name='a &amp; "b"' style-name='off'/>
      <table name='c'><table-row><table-cell value-type='float' value='1'><p>1</p></table-cell>
      </table-row></table></spreadsheet></d>
      """)
    let folder = try TemporaryFolder()
    let source = try openTable(folder.file("a.ods", archive.bytes))
    #expect(source.sheets.map(\.name) == ["a & \"b\"", "c"])
    #expect(source.sheets.map(\.isHidden) == [true, false])
    #expect(try source.rows(ofSheet: 1).next()?.cells == [.number(1, shown: "1")])
    #expect(try source.rows(ofSheet: 0).next() == nil)
  }

  private static func read(_ bytes: any XMLBytes, _ size: Int) throws -> String {
    var buffer = [UInt8](repeating: 0, count: size)
    var all: [UInt8] = []
    while true {
      let got = try buffer.withUnsafeMutableBytes(bytes.read)
      if got == 0 { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<got]
    }
  }
}

/// Bytes in memory as a document.
private final class Pieces: XMLBytes {
  private var bytes: ArraySlice<UInt8>
  let title = "a.xml"
  let fileName = "a"
  let progress = 0.0

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = bytes.prefix(buffer.count)
    buffer.copyBytes(from: got)
    bytes = bytes.dropFirst(got.count)
    return got.count
  }
}
