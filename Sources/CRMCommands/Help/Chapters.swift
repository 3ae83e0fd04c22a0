import CRMArguments
import CRMValues

/// What the help, the man page and the reference say beside the commands.
enum Chapters {
  static var all: [Chapter] {
    [
      records, filters, values, imports, rights, approvals, exitStatus, environment, files,
    ]
  }

  private static var exitStatus: Chapter {
    Chapter(
      "exit-status", Label("Exit status", vi: "Mã thoát"),
      [
        .init("0", Label("Done.", vi: "Đã xong.")),
        .init(
          "1",
          Label(
            "The request could not be carried out: not found, invalid value, rejected rows.",
            vi: "Không thực hiện được: không tìm thấy, giá trị sai, dòng bị loại.")),
        .init("2", Label("The command line is wrong.", vi: "Dòng lệnh sai.")),
        .init(
          "3",
          Label(
            "The database is missing, locked, newer than this program, or damaged.",
            vi: "Cơ sở dữ liệu không có, đang bị khóa, mới hơn chương trình, hoặc bị hỏng.")),
        .init("4", Label("The acting user may not do this.", vi: "Không có quyền.")),
        .init(
          "5",
          Label(
            "Conflict: a duplicate, a locked record, or changed meanwhile.",
            vi: "Xung đột: trùng, bản ghi bị khóa, hoặc đã bị sửa.")),
        .init("70", Label("A fault of the program.", vi: "Lỗi của chương trình.")),
      ])
  }

  private static var environment: Chapter {
    Chapter(
      "environment", Label("Environment", vi: "Biến môi trường"),
      [
        .init("CRM_DB", Label("The database, as --db.", vi: "Tệp dữ liệu, như --db.")),
        .init("CRM_USER", Label("The acting user, as --as.", vi: "Người thao tác, như --as.")),
        .init("CRM_LANG", Label("vi or en, as --lang.", vi: "vi hoặc en, như --lang.")),
        .init("CRM_TODAY", Label("The day, as --today.", vi: "Ngày hôm nay, như --today.")),
        .init(
          "CRM_PAGER, PAGER",
          Label("Shows long tables on a terminal.", vi: "Xem bảng dài trên màn hình.")),
        .init("NO_COLOR", Label("No colour, if not empty.", vi: "Không tô màu, nếu khác rỗng.")),
        .init(
          "TZ", Label("The time zone, else Vietnam's.", vi: "Múi giờ, nếu không là giờ Việt Nam.")),
      ])
  }

  private static var files: Chapter {
    Chapter(
      "files", Label("Files", vi: "Tệp"),
      [
        .init(
          "~/.local/share/crm/crm.sqlite",
          Label("The database, where nothing else is named.", vi: "Tệp dữ liệu mặc định."))
      ])
  }
}
