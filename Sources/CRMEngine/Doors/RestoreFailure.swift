import CRMValues

/// Why a backup is not restored, and what to do about it. The database is as it was.
enum RestoreFailure {
  private static let another = Label("Name another backup", vi: "Hãy chỉ một bản sao lưu khác")

  static func notAFile(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): no file, and so no backup", vi: "\(name): không phải tệp sao lưu",
      hints: [Label("A dash is standard input", vi: "Dấu - là đầu vào chuẩn")])
  }

  static func isItself(_ name: String) -> CRMError {
    CRMError(
      .usage, "\(name): this is the database itself", vi: "\(name): đây chính là cơ sở dữ liệu",
      hints: [another])
  }

  static func notOurs(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): not a backup of a crm database",
      vi: "\(name): không phải bản sao lưu của crm", hints: [another])
  }

  static func damaged(_ name: String, _ reason: Label) -> CRMError {
    CRMError(
      .request, "\(name): the backup is damaged: \(reason.en)",
      vi: "\(name): bản sao lưu bị hỏng: \(reason.vi)", hints: [another])
  }

  /// Its tables are not those of its format: this program could not work with it.
  static func lacking(_ name: String, _ lacking: [SchemaShape.Difference]) -> CRMError {
    let all = lacking.map { "\($0.table): \($0.line)" }
    let list = all.prefix(5).joined(separator: "; ") + (all.count > 5 ? "; …" : "")
    return CRMError(
      .request, "\(name): its tables lack what belongs to its format: \(list)",
      vi: "\(name): bảng thiếu phần phải có theo định dạng: “\(list)”",
      hints: [
        another,
        Label(
          "See what else is wrong with it: crm doctor --db FILE",
          vi: "Xem còn lỗi gì: crm doctor --db TỆP"),
      ])
  }

  /// It holds what this program would lose or not look after.
  static func unknown(_ name: String, _ tables: [String]) -> CRMError {
    let list = tables.prefix(5).joined(separator: ", ") + (tables.count > 5 ? ", …" : "")
    return CRMError(
      .request, "\(name): holds what this crm does not know: \(list)",
      vi: "\(name): có phần mà bản crm này không biết: \(list)",
      hints: [
        Label(
          "Restore it with the crm that wrote it, or a newer one.",
          vi: "Hãy khôi phục bằng bản crm đã ghi nó, hoặc bản mới hơn.")
      ])
  }

  static func otherPageSize(_ path: String, _ new: Int, _ old: Int) -> CRMError {
    let command = "mv \(shellWord(path)) \(shellWord(path + ".old"))"
    return CRMError(
      .database,
      "\(path) has pages of \(old.counted(.en)) bytes, the backup of \(new.counted(.en)): one "
        + "cannot replace the other",
      vi:
        "\(path) có trang \(old.counted(.vi)) byte, bản sao lưu \(new.counted(.vi)) byte: không "
        + "thay nhau được",
      hints: [
        Label(
          "While no command runs, move the database away, then restore: \(command)",
          vi: "Khi không có lệnh nào chạy, hãy dời cơ sở dữ liệu đi rồi khôi phục: \(command)")
      ])
  }

  /// There is no database that says who may do what, and it is not the owner who asks.
  static func nobodyToAsk(_ path: String, isThere: Bool, _ reason: CRMError?) -> CRMError {
    let why =
      reason?.message
      ?? (isThere
        ? Label("\(path) cannot be used", vi: "\(path) không dùng được")
        : Label("there is no database at \(path)", vi: "không có cơ sở dữ liệu tại \(path)"))
    return CRMError(
      .notPermitted, "\(why.en); only the owner of the file may restore it",
      vi: "\(why.vi); chỉ chủ tệp được khôi phục",
      hints: [
        Label(
          "Run it as the owner of the file, without --as and CRM_USER.",
          vi: "Hãy chạy bằng tài khoản chủ tệp, không có --as và CRM_USER.")
      ])
  }
}
