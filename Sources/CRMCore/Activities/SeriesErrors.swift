import CRMEngine
import CRMValues

/// What is wrong with what comes again.
enum SeriesErrors {
  static let untilAlone = CRMError(
    .request, "an end needs something that comes again", vi: "có ngày kết thúc mà không lặp lại",
    hints: [
      Label(
        "Add --repeat weekly, or leave --until out",
        vi: "Thêm --repeat 'hằng tuần', hoặc bỏ --until")
    ])

  static func needsTime(_ field: Field) -> CRMError {
    CRMError(
      .request, "what comes again needs a first time: \(field.label.en.lowercased())",
      vi: "việc lặp lại cần thời gian của lần đầu: \(field.label.vi.lowercased())",
      hints: [
        Label(
          "Write it with --\(field.option) tomorrow", vi: "Ghi bằng --\(field.option) mai")
      ])
  }

  static func endsBefore(_ until: Day, _ first: Day) -> CRMError {
    CRMError(
      .request, "it ends on \(until.text(.en)), before its first time on \(first.text(.en))",
      vi: "ngày lặp cuối \(until.text(.vi)) trước lần đầu \(first.text(.vi))")
  }
}
