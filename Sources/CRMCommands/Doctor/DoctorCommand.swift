import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm doctor`: finds every fault of the database, and mends what follows from other data
/// (RULES 14.3).
enum DoctorCommand {
  static let summary = Label("Find and mend what is wrong with the data", vi: "Kiểm tra dữ liệu")

  static var command: Command<Session> {
    Command(
      ["doctor"], summary,
      details: [
        Label(
          "Looks at the file and its tables, references, belonging, circles, what was done, "
            + "values, "
            + "amounts, scores, totals, search, codes and rights, and tells each fault: where it "
            + "is, "
            + "what is there, what should be. Nothing is written.",
          vi:
            "Kiểm tra tệp và các bảng, tham chiếu, bản ghi cha, vòng lặp, nhật ký, giá trị, thành "
            + "tiền, điểm, tổng số, tìm kiếm, mã và quyền; báo từng lỗi: ở đâu, đang là gì, đúng "
            + "ra "
            + "là gì. Không thay đổi dữ liệu."),
        Label(
          "With --fix all that follows from other data is worked out anew, as one operation. What "
            + "only somebody can know is left, and the next step named.",
          vi:
            "Với --fix, mọi thứ suy ra được từ dữ liệu khác được tính lại, trong một thao tác. "
            + "Điều "
            + "chỉ người dùng biết thì giữ nguyên và có gợi ý bước tiếp theo."),
        Label(
          "Exit code 0 where all is well, 1 where faults are left.",
          vi: "Mã thoát 0 khi không có lỗi, 1 khi còn lỗi."),
      ],
      options: [fix, all, ProgressBar.option] + GlobalOptions.format,
      examples: [
        Example("crm doctor", Label("What is wrong", vi: "Kiểm tra")),
        Example(
          "crm doctor --fix --dry-run",
          Label("What mending would change", vi: "Xem sẽ sửa những gì")),
        Example(
          "crm doctor --json",
          Label(
            "Every fault, for a program",
            vi: "Mọi lỗi, cho chương "
              + "trình")),
      ],
      writes: { invocation, session in
        if invocation.has("fix") { return mending(session) }
        try Runner(session).run(
          Look { reader in
            let report = try DoctorReport(session, isTried: false)
            try report.examine(reader)
            try report.put()
          })
        return nil
      })
  }

  private static let fix = Option(
    "fix", Label("Mend what follows from other data", vi: "Sửa những gì suy ra được"))

  private static let all = Option(
    "all",
    Label("Every fault, not only the first 20 of a check", vi: "Mọi lỗi, không chỉ 20 lỗi mỗi mục"))

  private static func mending(_ session: Session) -> Work {
    Work(previewed: false) { writing in
      let report = try DoctorReport(session, isTried: writing.tense == .conditional)
      try report.mend(writing)
      writing.afterwards { try report.put() }
    }
  }
}
