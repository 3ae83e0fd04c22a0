import CRMValues

/// What people read for what is no kind and no field: tables of the engine, and what is kept beside
/// the fields. Other tables and indexes have their names.
enum DoctorWords {
  static func subject(_ word: String) -> Label? { subjects[word] }

  static func field(_ word: String) -> Label? { fields[word] }

  private static let subjects = [
    "file": Label("File", vi: "Tệp"),
    "operation": Label("Operation", vi: "Thao tác"),
    "change": Label("Change", vi: "Thay đổi"),
    "import_sheet": Label("Import", vi: "Lần nhập khẩu"),
    "notification": Label("Notification", vi: "Thông báo"),
    "transfer": Label("Transfer", vi: "Chuyển giao"),
  ]

  private static let fields = [
    "words": Label("Search words", vi: "Từ tìm kiếm"),
    "name_fold": Label("Name without marks", vi: "Tên không dấu"),
    "next_id": Label("Next number", vi: "Số kế tiếp"),
    "next_code": Label("Next code", vi: "Mã kế tiếp"),
    "deleted": Label("In the trash", vi: "Trong thùng rác"),
    "folder": Label("Folder", vi: "Thư mục"),
    "recipient": Label("Recipient", vi: "Người nhận"),
  ]
}
