import CRMValues
import Testing

@testable import CRMTables

/// Texts made to be read without end: an error at once, whatever follows.
struct HostileTextTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let before: String
    let piece: String
    let count: Int
    let reason: String

    var testDescription: String { "\(name) \(reason)" }
    var bytes: [UInt8] { Array((before + String(repeating: piece, count: count)).utf8) }
  }

  private static let card = "BEGIN:VCARD\r\nVERSION:3.0\r\n"

  @Test(
    arguments: [
      Case(
        name: "a.vcf", before: card + "NOTE:x", piece: "\r\n ", count: 20_000,
        reason: "a.vcf:3: the property that starts here is longer than 1 MB"),
      Case(
        name: "b.vcf", before: card + "NOTE;ENCODING=QUOTED-PRINTABLE:", piece: "=\r\n",
        count: 20_000, reason: "b.vcf:3: the property that starts here is longer than 1 MB"),
      Case(
        name: "c.vcf", before: card + "NOTE:", piece: "xxxxxxxx\r\n ", count: 200_000,
        reason: "c.vcf:3: the property that starts here is longer than 1 MB"),
      Case(
        name: "d.vcf", before: "", piece: "x\r\n", count: 20_000, reason: "no vCard in the file"),
      Case(
        name: "e.vcf", before: card, piece: "X:1\n", count: 10_001,
        reason: "the card has more than 10,000 properties"),
      Case(
        name: "a.json", before: #"[{"a":"#, piece: "[", count: 200,
        reason: "more than 100 arrays and objects"),
      Case(
        name: "a.csv", before: "", piece: "a,", count: 20_000,
        reason: "a.csv:1: the row has more than 16,384 cells"),
    ])
  func refused(_ hostile: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(hostile.name, hostile.bytes)
    let error = #expect(throws: CRMError.self) {
      try TablePreview(path).writeJSON(to: MemorySink())
    }
    #expect(error?.message.en.contains(hostile.reason) == true)
  }

  /// Cards may have any number of properties of other programs; of those few are in one card.
  @Test func manyColumns() throws {
    let cards = (0..<600).map { "BEGIN:VCARD\nFN:An \($0)\nX-P\($0):v\($0)\nEND:VCARD\n" }
    let folder = try TemporaryFolder()
    let rows = try openTable(folder.file("a.vcf", Array(cards.joined().utf8))).rows(ofSheet: 0)
    let headings = try #require(try rows.next()?.cells)
    #expect(headings.count == 501)
    for number in 0..<600 {
      let cells = try #require(try rows.next()?.cells)
      #expect(cells[0] == .text("An \(number)"))
      #expect(cells.count { $0 != .empty } == (number < 500 ? 2 : 1))
      if number < 500 {
        #expect(headings[number + 1] == .text("X-P\(number)"))
        #expect(cells[number + 1] == .text("v\(number)"))
      }
    }
  }
}
