import CRMCatalogue
import CRMCore
import CRMValues

/// What is told of an import when it is done.
enum ImportNotes {
  /// Tells what a person should know beside the counts: columns nothing was taken from, list
  /// entries that were added, values that look odd.
  static func tell(_ report: ImportReport, _ session: Session) {
    if !report.unknownHeadings.isEmpty {
      let list = report.unknownHeadings.joined(separator: ", ")
      session.say(
        "Columns not recognised, left out: \(list) (name their fields with --map)",
        vi: "Cột không nhận ra, bỏ qua: \(list) (chỉ trường bằng --map)")
    }
    if !report.computedHeadings.isEmpty {
      let list = report.computedHeadings.joined(separator: ", ")
      session.say(
        "Columns the program works out itself, left out: \(list)",
        vi: "Cột do chương trình tự tính, bỏ qua: \(list)")
    }
    for kind in Catalogue.order {
      let names = report.created.filter { $0.kind == kind }.map(\.name)
      guard !names.isEmpty else { continue }
      let entity = Catalogue.entity(kind)
      let list = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
      session.say(
        "Added \(entity.plural.en.lowercased()): \(list)",
        vi: "Đã thêm \(entity.label.vi.lowercased()): \(list)")
    }
    for warning in report.warnings.prefix(5) {
      session.say(
        "line \(warning.line): \(warning.text.en)", vi: "dòng \(warning.line): \(warning.text.vi)")
    }
    if report.warningCount > 5 {
      let more = report.warningCount - 5
      session.say("… and \(more) more warnings", vi: "… và \(more) cảnh báo nữa")
    }
  }

  static func summary(_ report: ImportReport, landed: Bool, isDryRun: Bool) -> Label {
    let entity = Catalogue.entity(report.kind)
    let what = landed ? "" : isDryRun ? "Dry run, nothing changed. " : "Nothing landed. "
    let gi = landed ? "" : isDryRun ? "Chạy thử, không thay đổi gì. " : "Không nhập gì. "
    let rows = report.rows == report.read ? "" : " (\(report.rows) rows)"
    let dong = report.rows == report.read ? "" : " (\(report.rows) dòng)"
    return Label(
      "\(what)\(entity.plural.en): \(report.read) read\(rows) = \(report.added) added + "
        + "\(report.updated) updated + \(report.unchanged) unchanged + \(report.rejected) rejected",
      vi: "\(gi)\(entity.label.vi): đọc \(report.read)\(dong) = thêm \(report.added) + "
        + "sửa \(report.updated) + không đổi \(report.unchanged) + lỗi \(report.rejected)")
  }

  static func json(_ report: ImportReport, landed: Bool) -> String {
    "{\"kind\":\"\(report.kind.rawValue)\",\"rows\":\(report.rows),\"read\":\(report.read),"
      + "\"added\":\(report.added),\"updated\":\(report.updated),"
      + "\"unchanged\":\(report.unchanged),\"rejected\":\(report.rejected),"
      + "\"rejected_rows\":\(report.rejectedRows),\"landed\":\(landed)}"
  }
}
