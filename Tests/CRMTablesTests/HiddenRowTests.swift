import CRMTables
import Testing

/// Rows that a sheet hides are read like the others, and known as hidden.
@Suite struct HiddenRowTests {
  /// `1 2- 4`: the lines, those of hidden rows marked.
  private func lines(_ name: String, _ bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let rows = try openTable(try folder.file(name, bytes)).rows(ofSheet: 0)
    var lines: [String] = []
    while let row = try rows.next() { lines.append("\(row.line)" + (row.isHidden ? "-" : "")) }
    return lines.joined(separator: " ")
  }

  @Test func xlsx() throws {
    let cell = "<c><v>1</v></c>"
    let rows =
      "<row r='1'>\(cell)</row><row r='2' hidden='1'>\(cell)</row><row r='3' hidden='true'/>"
      + "<row r='4' hidden='0'>\(cell)</row><row r='5' hidden='true'>\(cell)</row>"
    #expect(try lines("a.xlsx", TestArchive.sheet(rows).bytes) == "1 2- 4 5-")
  }

  @Test func ods() throws {
    func row(_ attributes: String) -> String {
      "<t:table-row \(attributes)><t:table-cell o:value-type='float' o:value='1'/></t:table-row>"
    }
    let rows =
      row("") + row("t:visibility='filter'")
      + row("t:visibility='collapse' t:number-rows-repeated='2'") + row("t:visibility='visible'")
    #expect(try lines("a.ods", TestArchive.document(rows).bytes) == "1 2- 3- 4- 5")
  }

  @Test func xls() throws {
    let bytes = BIFFBuilder.biff8 { sheet in
      for (row, flags) in [0x00, 0x20, 0x40, 0x30].enumerated() {
        let bounds = BIFFBuilder.place(row, 0, xf: 1) + [0xFF, 0, 0, 0, 0, 0]
        sheet.record(0x0208, bounds + [UInt8(flags), 1, 0x0F, 0])
      }
      for row in 0..<4 { sheet.number(row, 0, 1) }
    }
    #expect(try lines("a.xls", bytes) == "1 2- 3 4-")
  }
}
