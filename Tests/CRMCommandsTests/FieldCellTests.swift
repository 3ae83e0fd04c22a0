import CRMEngine
import CRMTables
import CRMValues
import Testing

@testable import CRMCommands

/// How values of the kinds that name things go out.
@Suite struct FieldCellTests {
  @Test(
    arguments: [
      (FieldKind.noun(), "care-card", OutputForm.json, "care-card"),
      (.noun(), "care-card", .csv, "Thẻ chăm sóc"), (.noun(), "customer", .table, "Khách hàng"),
      (.noun(or: [Choice("all", Label("All", vi: "Tất cả"))]), "all", .table, "Tất cả"),
      (.record, "order:DH000001", .json, "order:DH000001"),
      (.record, "order:DH000001", .xlsx, "order:DH000001"),
      (.record, "order:DH000001", .table, "đơn hàng DH000001"),
      (.moment, "2026-12-01T14:00:00+07:00", .xlsx, "2026-12-01T14:00:00"),
      (.moment, "2026-12-01T14:00:00+07:00", .tsv, "2026-12-01T14:00:00+07:00"),
      (.moment, "2026-12-01", .xlsx, "2026-12-01"),
      (.condition(.kind(.customer)), "stars > 3", .table, "stars > 3"),
    ])
  func isWritten(kind: FieldKind, stored: String, form: OutputForm, shown: String) {
    let style = CellStyle(form, language: .vi, zone: .vietnam)
    #expect(kind.cell(.text(stored), style).text == shown)
  }
}
