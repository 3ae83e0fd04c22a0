import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

@Suite struct InputErrorTests {
  private func error(_ path: String, _ options: ReadOptions = ReadOptions()) -> CRMError? {
    do {
      _ = try openTable(path, options: options)
      return nil
    } catch {
      return error as? CRMError
    }
  }

  /// What programs save under the name of a workbook is told as what it is.
  @Test(arguments: [
    (
      "<html xmlns:o=\"urn\"><body><table><tr><td>Tên</td></tr></table></body></html>",
      "a web page (HTML)"
    ),
    ("\u{FEFF}\r\n<!DOCTYPE HTML>\n<table>", "a web page (HTML)"),
    ("<table border=1><tr><td>Tên</td></tr></table>", "a web page (HTML)"),
    ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "a web page (HTML)"),
    (
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"",
      "a saved web page (MHT)"
    ),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
        + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
      "XML of Excel 2003 (SpreadsheetML)"
    ),
  ]) func markup(_ text: String, _ what: String) throws {
    let folder = try TemporaryFolder()
    for name in ["a.xls", "a.csv", "a.xlsx"] {
      let wide: [UInt8] =
        [0xFF, 0xFE]
        + text.utf16.flatMap { unit -> [UInt8] in
          [UInt8(unit & 255), UInt8(unit >> 8)]
        }
      for bytes in [Array(text.utf8), wide] {
        let error = error(try folder.file(name, bytes))
        #expect(
          error?.message.en == "\(folder.path)/\(name): the file is \(what), whatever it is called")
        #expect(error?.hints.isEmpty == false)
      }
    }
    // A text in angle brackets is a heading like any other.
    #expect(error(try folder.file("b.csv", Array("<Tên>,<SĐT>\nAn,1\n".utf8))) == nil)
  }

  @Test func missing() throws {
    let folder = try TemporaryFolder()
    let error = error("\(folder.path)/none.csv")
    #expect(error?.message.en == "\(folder.path)/none.csv: no such file")
    #expect(error?.message.vi == "\(folder.path)/none.csv: không có tệp này")
    #expect(error?.kind == .request)
    #expect(error?.hints.isEmpty == false)
  }

  @Test func folder() throws {
    let folder = try TemporaryFolder()
    #expect(error(folder.path)?.message.en == "\(folder.path): is a folder, not a file")
  }

  @Test func partOfPathIsAFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", [0x61])
    #expect(error(path + "/b")?.message.en.hasSuffix("part of the path is not a folder") == true)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func noPermission() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", [0x61])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(error(path)?.message.en == "\(path): no permission to read the file")
  }

  @Test func empty() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", [])
    #expect(error(path)?.message.en == "\(path): the file is empty")
    var options = ReadOptions()
    options.acceptsEmpty = true
    #expect(try openTable(path, options: options).rows(ofSheet: 0).next() == nil)
  }

  @Test(
    arguments: [
      ("a.txt", Array("%PDF-1.7\n".utf8), "a PDF document"),
      ("a", [0x1F, 0x8B, 8, 0], "a gzip archive"),
      ("a.csv", [0x89, 0x50, 0x4E, 0x47], "a picture"),
      ("a.db", Array("SQLite format 3\0".utf8), "an SQLite database"),
      ("a.csv", [1, 2, 3, 4, 5, 6, 7, 8], "binary data"),
    ] as [(String, [UInt8], String)])
  func binary(_ name: String, _ bytes: [UInt8], _ kind: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(name, bytes)
    #expect(error(path)?.message.en == "\(path): not a text file: it looks like \(kind)")
  }

  @Test func workbookThatIsNone() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.xlsx", Array("PK\u{3}\u{4}".utf8))
    #expect(
      error(path)?.message.en
        == "\(path): the file is damaged: its zip archive is cut off or broken")
    let text = try folder.file("b.xlsx", Array("a,b".utf8))
    #expect(
      error(text)?.message.en == "\(text): the file is not a workbook, whatever it is called")
  }

  @Test func nameThatClaimsTooMuch() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.xls", Array("mã,tên\n".utf8))
    let source = try openTable(path)
    #expect(source.format == .csv)
    #expect(try source.rows(ofSheet: 0).next()?.cells == [.text("mã"), .text("tên")])
  }

  /// A descriptor that cannot seek, whose bytes come one by one.
  @Test func pipe() throws {
    let pipe = Pipe()
    let writer = Thread {
      for byte in Array("mã;tên\n1;Đức\n".utf8) {
        pipe.fileHandleForWriting.write(Data([byte]))
      }
      pipe.fileHandleForWriting.closeFile()
    }
    writer.start()
    let source = try openTable(
      descriptor: pipe.fileHandleForReading.fileDescriptor, name: "-")
    let rows = try source.rows(ofSheet: 0)
    #expect(try rows.next()?.cells == [.text("mã"), .text("tên")])
    #expect(try rows.next() == TableRow(line: 2, cells: [.text("1"), .text("Đức")]))
    #expect(try rows.next() == nil)
  }

  /// No bytes whatever may trap.
  @Test func arbitraryBytes() throws {
    var dice = Seeded(state: 7)
    let likely = Array("ab,;\"\"\n\r\t \u{0}đ=".utf8) + [0xFF, 0xFE, 0xEF, 0xBB, 0xBF, 0x80]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        likely.randomElement(using: &dice) ?? 0
      }
      var options = ReadOptions()
      options.chunkSize = Int.random(in: 1...20, using: &dice)
      options.encoding = Bool.random(using: &dice) ? nil : TextEncoding.allCases.randomElement()
      _ = try read(bytes, options)
    }
  }
}
