import CRMTables
import CRMValues
import Foundation
import Testing

/// A cell that was read and is written again is read as before.
@Suite struct CellCopyTests {
  @Test(
    arguments: [
      (.empty, .text, .empty), (.text("0912"), .money, .text("0912")),
      (.bool(true), .text, .bool(true)), (.day("2026-12-20"), .text, .day("2026-12-20")),
      (.dateTime("2026-12-20T08:30:00"), .day, .dateTime("2026-12-20T08:30:00")),
      (.time(seconds: 93_909), .text, .text("26:05:09")), (.error("#N/A"), .money, .text("#N/A")),
      (.number(912, shown: "0912"), .code, .text("0912")),
      (.number(912, shown: "0912"), .money, .decimal("912")),
      (.number(1_500_000, shown: "1,500,000"), .money, .decimal("1500000")),
      (.number(1_500_000, shown: "1,500,000"), .text, .text("1,500,000")),
      (.number(0.15, shown: "15%"), .percent, .percent("15")),
      (.number(0.15, shown: "15%"), .text, .text("15%")),
      (.number(8, shown: "8"), .percent, .decimal("8")),
      (.number(1.4999, shown: "1.5"), .decimal, .decimal("1.4999")),
      (.number(1.234, shown: "1.234"), .decimal, .decimal("1.2340")),
      (.number(1.234, shown: "1.234"), .text, .decimal("1.234")),
      (.number(1e20, shown: "1E+20"), .text, .decimal("1E+20")),
      (.number(.infinity, shown: "1e999"), .money, .decimal("1e999")),
    ] as [(Cell, ColumnKind, OutputCell)])
  func keepsWhatTheColumnNeeds(_ cell: Cell, _ column: ColumnKind, _ wanted: OutputCell) {
    #expect(OutputCell(cell, in: column) == wanted)
  }

  /// Cards of other programs, as many as there are among the fixtures: what an import sees of them
  /// is the same after they were copied.
  @Test func cardsReadTheSameWhenCopied() throws {
    let folder = SheetsTwiceTests.folder + "/vcf"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".vcf") }.sorted()
    #expect(files.count > 20)
    for file in files {
      guard let source = try? openTable("\(folder)/\(file)") else { continue }
      let before = try Self.rows(source)
      let place = try TemporaryFolder()
      let path = try place.file("copy.vcf", [])
      let copies = try #require(try VCardCopies(of: source, to: .path(path)))
      for (line, _) in before {
        try copies.write(line: line, adding: [("X-CRM-IMPORT-LINE", "\(line)")])
      }
      try copies.finish()
      let after = try Self.rows(try openTable(path))
      let wanted = before.map { line, fields in
        fields.merging(["import_line": "\(line)"]) { $1 }
      }
      let isSame = after.map(\.fields) == wanted
      #expect(isSame, "\(file): \(after)\nfor \(before)")
    }
  }

  /// What each card has in its columns.
  private static func rows(
    _ source: any TableSource
  ) throws -> [(line: Int, fields: [String: String])] {
    let rows = try source.rows(ofSheet: 0)
    let headings = try rows.next()?.cells.map(\.text) ?? []
    var all: [(Int, [String: String])] = []
    while let row = try rows.next() {
      let filled = zip(headings, row.cells.map(\.text)).filter { !$1.isEmpty }
      all.append((row.line, Dictionary(filled) { $1 }))
    }
    return all
  }

  /// Going back in the file, asking for a line where no card begins, and what only a 2.1 card has.
  @Test func cardsAreFoundInAnyOrder() throws {
    let place = try TemporaryFolder()
    let text = (1...3).map { "BEGIN:VCARD\nFN:K\($0)\nNOTE:a\\;b\nEND:VCARD\n" }.joined()
    let source = try openTable(try place.file("a.vcf", Array(text.utf8)))
    let path = try place.file("b.vcf", [])
    let copies = try #require(try VCardCopies(of: source, to: .path(path)))
    for line in [9, 1, 5] { try copies.write(line: line, adding: []) }
    #expect(throws: CRMError.self) { try copies.write(line: 2, adding: []) }
    try copies.finish()
    #expect(
      try Self.rows(openTable(path)).map(\.fields)
        == ["K3", "K1", "K2"].map { ["name": $0, "description": "a;b"] })
    let csv = try openTable(try place.file("a.csv", Array("a\n1\n".utf8)))
    #expect(try VCardCopies(of: csv, to: .path(path)) == nil)
  }
}
