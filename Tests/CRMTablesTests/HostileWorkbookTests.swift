import CRMTestSupport
import CRMValues
import Testing

@testable import CRMTables

/// Files that are broken or made to do harm: an error or rows, never a crash and never without end.
struct HostileWorkbookTests {
  private func message(_ archive: TestArchive, as name: String = "a.xlsx") -> String {
    do {
      _ = try cells(archive, as: name)
      return "read"
    } catch let error as CRMError {
      return error.message.en
    } catch {
      return "\(error)"
    }
  }

  /// A piece of XML that is repeated; tests print their arguments, so that they are short.
  struct Case: CustomTestStringConvertible {
    var before = ""
    let piece: String
    var count = 1
    var after = ""
    let reason: String

    var text: String { before + String(repeating: piece, count: count) + after }
    var testDescription: String { "\(piece.prefix(40)) \(reason)" }
  }

  @Test(
    arguments: [
      Case(piece: "<row>", count: 200_000, reason: "too long, too deep"),
      Case(
        before: "<row a='", piece: "x", count: 3 << 20, after: "'/>", reason: "too long, too deep"),
      Case(
        before: "<row>", piece: "<c><v>1</v></c>", count: 16_385, after: "</row>",
        reason: "16,384 cells"),
      Case(piece: "<row><c r='XFD1'><v>1</v></c></row>", count: 1300, reason: "nearly all cells"),
      Case(
        before: "<row><c t='str'><v>", piece: "x", count: 17 << 20, after: "</v></c></row>",
        reason: "row 1, column 1: a cell of over 4 MB"),
      Case(piece: "<row><c t='str'><v>a\u{1}b</v></c></row>", reason: "not well-formed"),
      Case(piece: "<row>", reason: "mismatched tag"),
    ])
  func sheets(_ hostile: Case) {
    #expect(message(.sheet(hostile.text)).contains(hostile.reason))
  }

  private static let one = "o:value-type='float' o:value='1'/></t:table-row>"

  @Test(
    arguments: [
      Case(
        before: "<t:table-row t:number-rows-repeated='1048576'><t:table-cell ",
        piece: "t:number-columns-repeated='16384' ", after: one, reason: "repeated without end"),
      Case(
        before: "<t:table-row t:number-rows-repeated='999999999999999999'>",
        piece: "<t:table-cell ", after: one, reason: "repeated without end"),
      Case(
        before: "<t:table-row><t:table-cell ", piece: "t:number-columns-repeated='10000000' ",
        after: one, reason: "16,384 cells"),
      Case(
        before: "<t:table-row><t:table-cell o:value-type='string'><x:p>",
        piece: "<x:s x:c='99999'/>", count: 600, after: "</x:p></t:table-cell></t:table-row>",
        reason: "over 4 MB"),
    ])
  func documents(_ hostile: Case) {
    #expect(message(.document(hostile.text), as: "a.ods").contains(hostile.reason))
  }

  @Test func entities() {
    var archive = TestArchive()
    archive.add(
      "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'x'>]><w><sheets><sheet name='&b;'/></sheets></w>"
    )
    #expect(message(archive).contains("declares XML entities"))
  }

  /// A zip bomb is known by what its directory says, before anything is unpacked.
  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
  func zipBomb(_ part: String) {
    var archive = TestArchive.sheet("<row><c><v>1</v></c></row>")
    archive.add(part, Array("<sst/>".utf8), unpacked: 33 << 20)
    #expect(message(archive).contains("\(part) unpacks to over 32 MB (a zip bomb?)"))
  }

  @Test func millionSheets() {
    var archive = TestArchive()
    archive.add(
      "xl/workbook.xml",
      "<w><sheets>" + String(repeating: "<sheet/>", count: 10_001) + "</sheets></w>")
    #expect(message(archive).contains("over 10,000 sheets"))
  }

  @Test func stringsBeyondMemory() throws {
    let pool = StringPool(name: "a.xlsx", memoryLimit: 1000)
    let texts = (0..<500).map { $0 % 7 == 0 ? "" : String(repeating: "ă\($0)", count: $0 % 90) }
    for text in texts { try Array(text.utf8).withUnsafeBufferPointer(pool.append) }
    try pool.seal()
    for index in texts.indices { #expect(try pool.text(index) == texts[index]) }
    for index in texts.indices.reversed() { #expect(try pool.text(index) == texts[index]) }
    #expect(try pool.text(500) == nil)
  }

  /// Bytes of a workbook changed at random: of the archive, and of the XML within it.
  @Test(arguments: 0..<8) func mutations(_ seed: Int) throws {
    var dice = Seeded(state: UInt64(seed))
    let folder = try TemporaryFolder()
    let rows = """
      <row r='1'><c r='A1' t='s'><v>0</v></c><c s='1'><v>46376.5</v></c><c t='inlineStr'><is><t>x</t></is></c></row>
      """
    let document = """
      <t:table-row t:number-rows-repeated='2'><t:table-cell o:value-type='date' o:date-value='2026-12-20'>\
      <x:p>a<x:s x:c='3'/></x:p></t:table-cell></t:table-row>
      """
    for round in 0..<60 {
      let isODS = round % 2 == 0
      let text = Self.mutated(Array((isODS ? document : rows).utf8), &dice)
      let changed = String(decoding: text, as: UTF8.self)
      var bytes =
        (isODS ? TestArchive.document(changed) : .sheet(changed, strings: "<si><t>a</t></si>"))
        .bytes
      if round % 3 == 0 { bytes = Self.mutated(bytes, &dice) }
      let path = try folder.file(isODS ? "a.ods" : "a.xlsx", bytes)
      do {
        try TablePreview(path).writeJSON(to: MemorySink())
      } catch let error as CRMError {
        #expect(error.kind == .request && !error.message.vi.isEmpty)
      }
    }
  }

  private static func mutated(_ bytes: [UInt8], _ dice: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &dice) where bytes.count > 8 {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0...3, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
      default: bytes[place] = [0x39, 0x3C, 0x3E, 0x27, 0xFF, 0x2D].randomElement(using: &dice) ?? 0
      }
    }
    return bytes
  }
}
