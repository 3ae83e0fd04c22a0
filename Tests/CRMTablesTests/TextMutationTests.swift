import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMTables

/// Files of text with bytes changed, cut, doubled: rows or a clear error, never a crash.
@Suite struct TextMutationTests {
  static let seeds: [(String, String)] = [
    ("csv", "sep=;\n\"Mã\"; \"Tên\"\n1;\"Nguyễn \"\"A\"\"\"\n2; x\n"),
    ("csv", "a,b\r\n\"x\ny\", \"z\"\r\n"),
    ("csv", "a,b,c\n1,\"ống 5\" dài,\"x\"\n\"p \"q, r\" s\",2,\"a\n4,5,6\n7,8,9\"\n"),
    (
      "vcf",
      "BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:=C4=90=\nTEL:1\nNOTE:a\n b\nORG:x;y\n"
        + "BDAY;CALSCALE=chinese:1604-05-09\nEND:VCARD\n"
    ),
    (
      "json", "[\n  {\"a\":1},\n  {\"a\":tru, \"b\":[\"]\"]},\n  5,\n  {\"a\":\"x},\n  {\"a\":3}\n]"
    ),
    ("jsonl", "{\"a\":1}\n{\"a\":2,\n5\n{\"a\":\"x\n{\"a\" 3}\n\n{\"a\":4}\n"),
    (
      "vcf",
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=95=5C;=\r\nAn\r\n"
        + "item1.TEL;TYPE=\"a,b\";PREF=1:+84 9\r\nAGENT:\r\nBEGIN:VCARD\r\nEND:VCARD\r\n"
        + "PHOTO;ENCODING=b:AAAA\r\n BB==\r\nADR:;;a\\;b\\, c;;;;\r\nX-A:1\r\nBDAY:--0203\r\nEND:VCARD\r\n"
    ),
    (
      "json",
      "[{\"a\":\"\\ud83d\\ude00x\",\"b\":[1,{\"c\":null}],\"d\":{\"e\":-1.5e3}},\n{\"a\":true}]"
    ),
    ("json", "{\"n\":1,\"customer\":[{\"a\":1}],\"contact\":[{\"b\":\"ễ\"}]}"),
    ("jsonl", "{\"entity\":\"a\",\"x\":1}\n{\"entity\":\"b\",\"y\":[]}\n"),
  ]

  static func mutate(_ bytes: [UInt8], _ dice: inout Seeded) -> [UInt8] {
    var bytes = bytes
    let marks: [UInt8] = [
      0, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3A, 0x3B, 0x3D, 0x5B, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF,
    ]
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0...5, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes[place] = marks.randomElement(using: &dice) ?? 0
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(marks.randomElement(using: &dice) ?? 0, at: place)
      case 4: bytes.removeLast(bytes.count - place)
      default:
        let end = Int.random(in: place..<bytes.count, using: &dice)
        bytes.insert(contentsOf: bytes[place...end], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: seeds) func mutated(_ format: String, _ text: String) throws {
    var dice = Seeded(state: 2026)
    let folder = try TemporaryFolder()
    for round in 0..<400 {
      let bytes = Self.mutate(Array(text.utf8), &dice)
      let path = try folder.file("a.\(format)", bytes)
      var options = ReadOptions(format: TableFormat(rawValue: format))
      options.chunkSize = [1, 3, 1 << 16][round % 3]
      if round % 5 == 0 { options.encoding = TextEncoding.allCases.randomElement(using: &dice) }
      do {
        let sink = MemorySink()
        let preview = try TablePreview(path, options: options)
        try preview.writeJSON(to: sink)
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(sink.bytes))
        }
      } catch let error as CRMError {
        #expect(error.kind == .request, "\(error.message.en)")
      }
      guard format != "csv", let source = try? openTable(path, options: options) else { continue }
      for index in source.sheets.indices {
        let rows = try source.rows(ofSheet: index)
        while try rows.next() != nil {}
      }
    }
  }
}
