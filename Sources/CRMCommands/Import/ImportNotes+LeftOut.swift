import CRMEngine
import CRMValues

/// What an import leaves out of a file, and says so: columns and rows.
extension ImportNotes {
  /// Tells of the columns nothing was taken from, in which something stands.
  static func tellColumns(_ report: ImportReport, _ place: String, _ session: Session) {
    if !report.unknownHeadings.isEmpty {
      let list = report.unknownHeadings.map { heading in
        let meant = report.meantFields[heading]?.label
        return meant.map { Label("\(heading) (\($0.en)?)", vi: "\(heading) (\($0.vi)?)") }
          ?? Label(same: heading)
      }.joined(separator: ", ")
      session.say(
        place + "Columns not recognised, left out: \(list.en) (name their fields with --map)",
        vi: place + "Cột không nhận ra, bỏ qua: \(list.vi) (chỉ trường bằng --map)")
    }
    if let first = report.unnamedColumns.first {
      let list = report.unnamedColumns.joined(separator: ", ")
      session.say(
        place + "Columns without a heading, their values left out: \(list) "
          + "(name their fields: --map \"\(first)=field\")",
        vi: place + "Cột không có tiêu đề, bỏ qua các giá trị: \(list) "
          + "(chỉ trường bằng --map \"\(first)=trường\")")
    }
    if !report.superfluousHeadings.isEmpty {
      let list = report.superfluousHeadings.joined(separator: ", ")
      session.say(
        place + "Columns of fields that another column fills, left out: \(list)",
        vi: place + "Cột của trường đã có cột khác điền, bỏ qua: \(list)")
    }
    if !report.passedHeadings.isEmpty {
      let list = report.passedHeadings.joined(separator: ", ")
      session.say(
        place + "Columns that are not needed here, left out: \(list)",
        vi: place + "Cột không cần ở đây, bỏ qua: \(list)")
    }
  }

  /// Tells of the days whose year was left out.
  static func yearless(_ days: YearlessDays, _ place: String) -> Label {
    let label = days.field.label
    let (day, year) = days.count == 1 ? ("day was", "a year") : ("days were", "years")
    return Label(
      "\(place)\(label.en): \(days.count.counted(.en)) \(day) taken without \(year), since the "
        + "file shows only two digits of it, as a spreadsheet completes 27/04 (first in line "
        + "\(days.line)); where the year is meant, write it in four digits",
      vi: "\(place)\(label.vi): \(days.count.counted(.vi)) ngày được lấy không có năm, vì tệp chỉ "
        + "ghi hai số cuối của năm, như bảng tính tự điền khi gõ 27/04 (đầu tiên ở dòng "
        + "\(days.line)); nếu đúng là năm đó, hãy viết đủ bốn số")
  }

  /// Tells of the rows that are no records.
  static func tellPassedRows(_ report: ImportReport, _ place: String, _ session: Session) {
    func lines(_ reason: PassedRow.Reason) -> String? {
      let lines = report.passedRows.filter { $0.reason == reason }.map { String($0.line) }
      guard !lines.isEmpty else { return nil }
      return lines.prefix(10).joined(separator: ", ")
        + (lines.count > 10 ? ", … (\(lines.count))" : "")
    }
    if let total = lines(.total) {
      session.say(
        place + "Rows of totals, left out: line \(total)",
        vi: place + "Dòng tổng cộng, bỏ qua: dòng \(total)")
    }
    if let heading = lines(.heading) {
      session.say(
        place + "Headings that come again, left out: line \(heading)",
        vi: place + "Dòng tiêu đề lặp lại, bỏ qua: dòng \(heading)")
    }
    if let signature = lines(.signature) {
      session.say(
        place + "Rows of signatures, left out: line \(signature)",
        vi: place + "Dòng ký tên, bỏ qua: dòng \(signature)")
    }
  }
}
