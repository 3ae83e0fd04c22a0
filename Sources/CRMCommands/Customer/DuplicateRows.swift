import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Pairs of customers that may be one, a row each.
enum DuplicateRows {
  /// `keep` and `other` head the columns that `crm customer merge --pairs` reads.
  private static let columns = [
    RowColumn("score", .integer, Label("Score", vi: "Điểm")),
    RowColumn("keep", .code, Label("Keep", vi: "Giữ"), stays: true),
    RowColumn(
      "keep_name", .text, Label("Keep: name", vi: "Giữ: tên"), short: Label("Name", vi: "Tên"),
      stays: true),
    RowColumn("keep_owner", .text, Label("Keep: owner", vi: "Giữ: chủ sở hữu"), yields: 1),
    RowColumn("other", .code, Label("Other", vi: "Gộp"), stays: true),
    RowColumn(
      "other_name", .text, Label("Other: name", vi: "Gộp: tên"), short: Label("Name", vi: "Tên"),
      stays: true),
    RowColumn("other_owner", .text, Label("Other: owner", vi: "Gộp: chủ sở hữu"), yields: 2),
    RowColumn("reasons", .references(.customer), Label("Reasons", vi: "Lý do"), stays: true),
  ]

  static func put(
    _ pairs: some Collection<Duplicates.Pair>, _ session: Session, _ reader: Reader
  ) throws {
    let form = try session.outputForm()
    if form == .table, pairs.isEmpty {
      return session.say("no duplicates found", vi: "không tìm thấy khách hàng trùng")
    }
    let style = session.style(form)
    let writer = try session.openRows(
      form, columns, key: "duplicates", title: Label("Duplicates", vi: "Khách hàng trùng"))
    for pair in pairs {
      if Interruption.happened { throw Interruption.error }
      let row =
        [.integer(Int64(pair.score))] + (try names(pair.keep, reader))
        + (try names(pair.other, reader)) + [.text(reasons(pair.reasons, style))]
      try writer.write(zip(columns, row).map { $0.kind.cell($1, style) })
    }
    try writer.finish()
  }

  private static func names(_ id: Int64, _ reader: Reader) throws -> [Value] {
    guard let names = try reader.names(ofCustomer: id) else { return [.null, .null, .null] }
    return [.text(names.code), .text(names.name), names.owner.map(Value.text) ?? .null]
  }

  private static func reasons(_ reasons: DuplicateReasons, _ style: CellStyle) -> String {
    DuplicateReasons.all.filter { reasons.contains($0.reason) }
      .map { style.audience == .programs ? $0.key : $0.label.text(in: style.language) }
      .joined(separator: QueryColumn.separator)
  }
}
