import CRMTables
import CRMTestSupport
import CRMValues
import Foundation
import Testing

/// A percentage is one of something: no door takes less than nothing or more than all of it.
@Suite struct PercentRangeTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture.company() }

  @Test(arguments: [
    ["order", "add", "--customer", "KH000001", "--line", "SP01:1::150"],
    ["product", "edit", "SP01", "--tax", "150", "--yes"],
    ["tier", "add", "--name", "Vàng", "--discount", "150%"],
  ]) func isRefusedWhereTyped(words: [String]) {
    let outcome = fixture.run(words, language: .vi)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.contains("150% không nằm trong khoảng 0% đến 100%"), "\(outcome.errors)")
  }

  @Test func isRefusedAsJSON() {
    let outcome = fixture.run("product", "add", "--json", "-", input: "{\"name\":\"A\",\"tax\":-1}")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("Tax %: -1% is not between 0% and 100%"), "\(outcome.errors)")
  }

  @Test(arguments: [OutputCell.decimal("150"), .percent("150"), .text("150%")])
  func isRefusedInWorkbooks(cell: OutputCell) throws {
    let file = fixture.file("sp.xlsx")
    let writer = try openWriter(.xlsx, to: .path(file))
    try writer.beginSheet(
      OutputSheet(
        key: "", title: "Sản phẩm",
        columns: ["Mã sản phẩm", "Tên sản phẩm", "Thuế %"].map { OutputColumn(key: $0, title: $0) })
    )
    try writer.write([.text("S9"), .text("Kem"), cell])
    try writer.finish()
    let outcome = fixture.run("import", file, "--dry-run")
    #expect(
      outcome.errors.hasPrefix("\(file):2: Tax %: 150% is not between 0% and 100%\n"),
      "\(outcome.errors)")
  }
}
