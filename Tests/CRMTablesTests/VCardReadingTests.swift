import CRMValues
import Foundation
import Testing

@testable import CRMTables

/// The rows of a vCard file by heading.
func cards(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) throws -> [[String: String]] {
  let folder = try TemporaryFolder()
  let rows = try openTable(try folder.file("a.vcf", bytes), options: options).rows(ofSheet: 0)
  let headings = try rows.next()?.cells.map(\.text) ?? []
  var cards: [[String: String]] = []
  while let row = try rows.next() {
    let filled = zip(headings, row.cells).filter { !$1.isEmpty }
    cards.append(Dictionary(filled.map { ($0, $1.text) }, uniquingKeysWith: { first, _ in first }))
  }
  return cards
}

func card(_ lines: String...) throws -> [String: String] {
  let text = (["BEGIN:VCARD"] + lines + ["END:VCARD", ""]).joined(separator: "\r\n")
  return try cards(Array(text.utf8)).first ?? [:]
}

@Suite struct VCardReadingTests {
  struct Example: CustomTestStringConvertible {
    let testDescription: String
    let lines: String
    let fields: [String: String]

    init(_ lines: String, _ fields: [String: String]) {
      (testDescription, self.lines, self.fields) = (lines, lines, fields)
    }
  }

  static let examples = [
    Example("FN:An\nTEL;CELL;VOICE:0912 345 678", ["name": "An", "phones": "0912 345 678"]),
    Example(
      "FN:An\nTEL;TYPE=home,voice:1111\nTEL;TYPE=\"cell,pref\":2222\nTEL;PREF=1:3333",
      ["name": "An", "phones": "2222; 3333; 1111"]),
    Example("FN:An\nitem1.TEL:1\nitem1.X-ABLabel:Nhà", ["name": "An", "phones": "1"]),
    Example("FN:An\nTEL;TYPE=work,fax:22", ["name": "An", "fax": "22"]),
    Example(
      "FN:An\nTEL;VALUE=uri:tel:+84-912-345;ext=12",
      ["name": "An", "phones": "+84-912-345 ext 12"]),
    Example("N:Nguyễn;An;Văn;Ông;", ["name": "Nguyễn Văn An", "honorific": "Ông"]),
    Example("N:Doe;John;Q.;;", ["name": "John Q. Doe"]),
    Example(
      "ORG:Công ty A\\;B;Phòng 1",
      ["name": "Công ty A;B", "kind": "organisation", "department": "Phòng 1"]),
    Example(
      "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Nguy=E1=BB=\n=85n An", ["name": "Nguyễn An"]),
    Example("FN;CHARSET=UTF-8;ENCODING=B:Tmd1eeG7hW4=", ["name": "Nguyễn"]),
    Example("FN:Ngu\n yễn\n\t An", ["name": "Nguyễn An"]),
    Example("FN:An\nNOTE:a\\nb\\, c\\; d\\\\e", ["name": "An", "description": "a\nb, c; d\\e"]),
    Example("FN:An\nURL:http\\://x.vn/a", ["name": "An", "website": "http://x.vn/a"]),
    Example("FN:An\nBDAY:--0203", ["name": "An", "birthday": "--02-03"]),
    Example(
      "FN:An\nBDAY:1996-10-22T14:00:00Z", ["name": "An", "birthday": "1996-10-22T14:00:00Z"]),
    Example(
      "FN:An\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03", ["name": "An", "birthday": "--02-03"]),
    Example(
      "FN:An\nEMAIL:\"An\" <an@x.vn>\nEMAIL:mailto:b@x.vn",
      ["name": "An", "emails": "an@x.vn; b@x.vn"]),
    Example(
      "FN:An\nADR;HOME:;;1 Lê Lợi;Huế;;;\nADR;WORK:;;2 Lý Tự Trọng;Quận 1;TP HCM;700000;Việt Nam",
      [
        "name": "An", "office_address": "2 Lý Tự Trọng, Quận 1, TP HCM, 700000, Việt Nam",
        "other_addresses": "1 Lê Lợi, Huế",
      ]),
    Example(
      "FN:An\nGENDER:M\nTITLE:Giám đốc\nGEO:10.77;106.69",
      ["name": "An", "gender": "male", "position": "Giám đốc", "location": "10.77,106.69"]),
    Example(
      "FN:An\nX-MA-KH:KH1\nCATEGORIES:a,b\\,c",
      ["name": "An", "X-MA-KH": "KH1", "categories": "a; b,c"]),
    Example("FN:An\nPHOTO;ENCODING=b:AAAA\n BBBB\nTEL:1", ["name": "An", "phones": "1"]),
    Example(
      "FN:An\nAGENT:\nBEGIN:VCARD\nFN:Bình\nTEL:2\nEND:VCARD\nTEL:1", ["name": "An", "phones": "1"]),
    Example("FN:An\n# no property\nTEL:1", ["name": "An", "phones": "1"]),
  ]

  @Test(arguments: examples, ["\n", "\r\n", "\r"]) func card(_ example: Example, lineBreak: String)
    throws
  {
    let text = "BEGIN:VCARD\n\(example.lines)\nEND:VCARD\n".replacingOccurrences(
      of: "\n", with: lineBreak)
    for size in [1, 2, 5, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      #expect(try cards(Array(text.utf8), options) == [example.fields], "chunks of \(size)")
    }
  }

  @Test func severalWithoutAnEnd() throws {
    let text = "\u{FEFF}BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C"
    #expect(Set(try cards(Array(text.utf8)).compactMap { $0["name"] }) == ["A", "B", "C"])
  }

  @Test func utf16() throws {
    let text = "\u{FEFF}BEGIN:VCARD\r\nFN:Nguyễn An\r\nEND:VCARD\r\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try cards(bytes) == [["name": "Nguyễn An"]])
  }

  /// The second byte of 表 is a backslash in ASCII, the fold is inside a character.
  @Test func charsets() throws {
    let lines: [[UInt8]] = [
      Array("BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:".utf8), [0x95, 0x5C],
      Array("\r\nNOTE:Nguy".utf8), [0xE1, 0xBB], Array("\r\n ".utf8), [0x85],
      Array("n\r\nEND:VCARD".utf8),
    ]
    #expect(try cards(lines.flatMap { $0 }) == [["name": "表", "description": "Nguyễn"]])
  }

  @Test func picturesAreTold() throws {
    let folder = try TemporaryFolder()
    let text =
      "BEGIN:VCARD\nFN:A\nPHOTO;BASE64:\(String(repeating: "A", count: 100_000))\nEND:VCARD\n"
    let source = try openTable(try folder.file("a.vcf", Array(text.utf8)))
    #expect(source.notices.map(\.en).joined().contains("1 pictures"))
  }

  @Test(arguments: [
    (
      "BEGIN:VCARD\nNOTE:" + String(repeating: "x", count: 300),
      "a.vcf:2: the property that starts here is longer than 200 bytes"
    ),
    (
      "BEGIN:VCARD\nNOTE:x" + String(repeating: "\n y", count: 300),
      "a.vcf:2: the property that starts here is longer than 200 bytes"
    ),
    (
      "BEGIN:VCARD\n" + String(repeating: "TEL:1\n", count: 10_001),
      "a.vcf:402: the card has more than 10,000 properties or is too large"
    ),
    ("FN:An\n", "a.vcf: no vCard in the file"),
  ]) func limits(_ text: String, _ message: String) throws {
    var options = ReadOptions(format: .vcf)
    options.cellLimit = 200
    let folder = try TemporaryFolder()
    let path = try folder.file("a.vcf", Array(text.utf8))
    let error = #expect(throws: CRMError.self) { try openTable(path, options: options) }
    let said = error?.message.en.replacingOccurrences(of: folder.path + "/", with: "")
    #expect(said == message)
  }
}
