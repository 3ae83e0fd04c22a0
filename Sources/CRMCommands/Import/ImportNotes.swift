import CRMCore
import CRMEngine
import CRMValues

/// What is told of an import when it is done.
enum ImportNotes {
  /// Tells what a person should know beside the counts: columns nothing was taken from, list
  /// entries that were added, values that look odd.
  ///
  /// - Parameter sheet: the sheet, where there are several.
  static func tell(_ report: ImportReport, _ sheet: String?, _ writing: Writing) {
    let session = writing.session
    let place = sheet.map { "\($0): " } ?? ""
    tellColumns(report, place, session)
    tellPassedRows(report, place, session)
    if report.hiddenRows > 0 {
      let count = report.hiddenRows
      let (rows, are) = count == 1 ? ("row", "is") : ("rows", "are")
      session.say(
        "\(place)\(count.counted(.en)) \(rows) that the sheet hides (by a filter or by hand) \(are) read like the "
          + "others",
        vi:
          "\(place)\(count.counted(.vi)) dòng đang ẩn trong trang tính (do lọc hoặc ẩn tay) vẫn được đọc như các "
          + "dòng khác")
    }
    if report.rejected > 0, let first = report.missingFields.first {
      let en = report.missingFields.map(\.label.en).joined(separator: ", ")
      let vi = report.missingFields.map(\.label.vi).joined(separator: ", ")
      session.say(
        "\(place)Nothing in the file fills \(en): name a property with --map X-…=\(first.option), "
          + "or give every card a value with --set \(first.option)=…",
        vi: "\(place)Tệp không có gì ứng với \(vi): hãy chỉ thuộc tính bằng --map "
          + "X-…=\(first.option), hoặc đặt một giá trị cho mọi thẻ bằng --set \(first.option)=…")
    }
    let lacking = Catalogue.order.filter(report.lackingKinds.contains).map(Catalogue.entity)
    if report.rejected > 0, let first = lacking.first {
      let en = lacking.map { $0.plural.en.lowercased() }.joined(separator: ", ")
      let vi = lacking.map { $0.label.vi.lowercased() }.joined(separator: ", ")
      session.say(
        "\(place)Entries that are not in the lists yet (\(en)): have them added with "
          + "--create-missing, or add them first: crm \(first.kind.rawValue) add --name …",
        vi: "\(place)Mục chưa có trong danh mục (\(vi)): dùng --create-missing để thêm luôn, "
          + "hoặc thêm trước: crm \(first.kind.rawValue) add --name …")
    }
    for kind in Catalogue.order {
      let names = report.created.filter { $0.kind == kind }.map(\.name)
      guard !names.isEmpty else { continue }
      let entity = Catalogue.entity(kind)
      let list = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
      let words = writing.tense(.add)
      // Always told: an entry that a slip of the pen made has to be found.
      session.say(
        "\(words.en) \(entity.plural.en.lowercased()): \(list)",
        vi: "\(words.vi) \(entity.label.vi.lowercased()): \(list)")
      let noun = Nouns.own(kind)
      for note in names.prefix(10).flatMap({ noun.entryNotes($0) }) { session.say(note) }
    }
    for days in report.yearlessDays { session.say(yearless(days, place)) }
    for warning in report.warnings.prefix(5) {
      session.say(
        "\(place)line \(warning.line): \(warning.text.en)",
        vi: "\(place)dòng \(warning.line): \(warning.text.vi)")
    }
    if report.warningCount > 5 {
      let more = report.warningCount - 5
      session.say(
        "… and \(more.counted(.en)) more warnings", vi: "… và \(more.counted(.vi)) cảnh báo nữa")
    }
  }

  static func summary(_ report: ImportReport, _ writing: Writing) -> Label {
    let entity = Catalogue.entity(report.kind)
    var state = Label(same: "")
    if !writing.lands {
      state = writing.tense(
        Deed(
          past: Label("Nothing landed. ", vi: "Không nhập khẩu gì. "),
          conditional: Label(
            "Dry run, nothing changed. ", vi: "Chạy thử, không thay đổi gì. ")))
    }
    let counts = counts(report, writing.tense)
    var along = Label(same: "")
    let others = Catalogue.order.compactMap { kind in report.along[kind].map { (kind, $0) } }
    if !others.isEmpty {
      let what = RecordCounts.list(others)
      along = Label("; \(what.en) with them", vi: "; kèm \(what.vi)")
    }
    return Label(
      "\(state.en)\(entity.plural.en): \(counts.en)\(along.en)",
      vi: "\(state.vi)\(entity.label.vi): \(counts.vi)\(along.vi)")
  }

  private static func counts(_ report: ImportReport, _ tense: Tense) -> Label {
    let will = tense == .conditional ? "sẽ " : ""
    let rows = report.rows == report.read ? "" : " (\(report.rows.counted(.en)) rows)"
    let dong = report.rows == report.read ? "" : " (\(report.rows.counted(.vi)) dòng)"
    return Label(
      "\(report.read.counted(.en)) read\(rows) = \(report.added.counted(.en)) added + "
        + "\(report.updated.counted(.en)) updated + "
        + "\(report.unchanged.counted(.en)) unchanged + \(report.rejected.counted(.en)) rejected",
      vi:
        "đọc \(report.read.counted(.vi))\(dong) = \(will)thêm \(report.added.counted(.vi)) + "
        + "\(will)sửa \(report.updated.counted(.vi)) + "
        + "không đổi \(report.unchanged.counted(.vi)) + lỗi \(report.rejected.counted(.vi))")
  }

  /// Names the columns of all sheets that the program fills itself.
  static func tellComputed(_ reports: [ImportReport], _ session: Session) {
    var headings: [String] = []
    for report in reports where report.rows > 0 || reports.count == 1 {
      headings += report.computedHeadings.filter { !headings.contains($0) }
    }
    guard !headings.isEmpty else { return }
    let list = headings.joined(separator: ", ")
    session.say(
      "Columns the program works out itself, left out: \(list)",
      vi: "Cột do chương trình tự tính, bỏ qua: \(list)")
  }

  /// Names the sheets nothing is taken from.
  static func tellLeftOut(_ plan: SheetPlan, _ session: Session) {
    if !plan.hidden.isEmpty {
      let list = list(plan.hidden)
      session.say(
        "Hidden sheets, left out: \(list) (take one with --sheet)",
        vi: "Trang tính ẩn, bỏ qua: \(list) (lấy một trang bằng --sheet)")
    }
    if !plan.unknown.isEmpty {
      let list = list(plan.unknown)
      session.say(
        "Sheets of no known kind, left out: \(list) (take one with --sheet and --into)",
        vi: "Trang tính không rõ loại, bỏ qua: \(list) (lấy một trang bằng --sheet và --into)")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }

  /// Returns the counts: of each sheet that had rows, and where there are several of all together.
  static func summaries(_ reports: [ImportReport], _ writing: Writing) -> [Label] {
    let filled = reports.filter { $0.read > 0 }
    var labels = (filled.isEmpty ? Array(reports.prefix(1)) : filled).map {
      summary($0, writing)
    }
    guard filled.count > 1 else { return labels }
    var sum = ImportReport(kind: Nouns.main)
    for report in filled { sum.add(report) }
    let counts = counts(sum, writing.tense)
    labels.append(
      Label("Together: \(counts.en)", vi: "Tổng cộng: \(counts.vi)"))
    return labels
  }
}
