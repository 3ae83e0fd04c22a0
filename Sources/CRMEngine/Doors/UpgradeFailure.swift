import CRMTables
import CRMValues
import Foundation
import GRDB

/// Why a database of an older format cannot be used, and what to do about it.
enum UpgradeFailure {
  /// It is older, and the command is none that upgrades.
  static func due(_ path: String, _ format: Int, _ current: Int) -> CRMError {
    CRMError(
      .database, "\(path) is of format \(format) and has yet to be upgraded to \(current)",
      vi: "\(path) có định dạng \(format), cần được nâng lên \(current)",
      hints: [
        Label("Any command does it: \(command(path))", vi: "Lệnh nào cũng làm: \(command(path))")
      ])
  }

  /// It is older, and whoever runs the command may not write it.
  static func notWritable(_ path: String, _ format: Int, _ current: Int) -> CRMError {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let owner = attributes?[.ownerAccountName] as? String
    return CRMError(
      .database,
      "\(path) has to be upgraded from format \(format) to \(current), and cannot be written",
      vi: "\(path) cần được nâng từ định dạng \(format) lên \(current), nhưng không ghi được",
      hints: [
        Label(
          "Run any command once as its owner\(owner.map { " (\($0))" } ?? ""), where file and "
            + "folder can be written: \(command(path))",
          vi: "Hãy chạy một lệnh bất kỳ với tài khoản chủ tệp\(owner.map { " (\($0))" } ?? ""), "
            + "nơi ghi được tệp và thư mục: \(command(path))"),
        Label(
          "Or copy the file to where you may write, and name that with --db FILE.",
          vi: "Hoặc chép tệp đến nơi bạn ghi được rồi chỉ tệp đó bằng --db TỆP."),
      ])
  }

  /// It is a copy that an upgrade or a restore made, and is to stay one.
  static func isCopy(_ path: String) -> CRMError {
    let base = DatabaseFiles.baseOfCopy(path) ?? path
    let command = "cp \(shellWord(path)) \(shellWord(base + ".old"))"
    let hint = Label(
      "Copy it to another name first, and open that: \(command)",
      vi: "Hãy chép nó sang tên khác rồi mở tệp đó: \(command)")
    guard DatabaseFiles.baseOfReplaced(FilePath.resolved(path)) == nil else {
      return CRMError(
        .database, "\(path) is what a restore replaced, and is kept as it is",
        vi: "\(path) là bản đã được thay khi khôi phục, được giữ nguyên",
        hints: [
          Label(
            "To go back to it: crm restore \(shellWord(path))",
            vi: "Để quay lại bản đó: crm restore \(shellWord(path))"), hint,
        ])
    }
    return CRMError(
      .database, "\(path) is a copy from before an upgrade, and is kept as it is",
      vi: "\(path) là bản sao trước khi nâng cấp, được giữ nguyên", hints: [hint])
  }

  /// Without a copy nothing is upgraded.
  static func noCopy(of path: String, _ copy: String, _ error: any Error) -> CRMError {
    let reason = BackupFailure.reason(error)
    return CRMError(
      .database,
      "\(path) was not upgraded, because the copy \(copy) could not be made: \(reason.en)",
      vi: "chưa nâng cấp \(path) vì không tạo được bản sao \(copy): \(reason.vi)",
      hints: [
        Label(
          "Check that there is room for it and that you may write in the folder, then run the "
            + "command again.",
          vi: "Hãy kiểm tra dung lượng đĩa và quyền ghi trong thư mục, rồi chạy lại lệnh.")
      ])
  }

  /// A step failed, and everything was taken back.
  static func failed(
    _ path: String, _ format: Int, _ current: Int, _ error: any Error
  ) -> CRMError {
    if let error = error as? DatabaseError, !isOfTheData(error) {
      return DatabaseFailure.error(error, path: path, at: .writing)
    }
    let reason = BackupFailure.reason(error)
    return CRMError(
      .database,
      "\(path) cannot be upgraded from format \(format) to \(current), and is as it was: "
        + reason.en,
      vi: "không nâng được \(path) từ định dạng \(format) lên \(current), dữ liệu vẫn như cũ: "
        + reason.vi,
      hints: [
        Label(
          "Something else has changed the file: put a backup in its place, or go on with the crm "
            + "that wrote it.",
          vi: "Tệp đã bị chương trình khác thay đổi: hãy dùng bản sao lưu, hoặc tiếp tục với bản "
            + "crm "
            + "đã ghi nó.")
      ])
  }

  /// Whether it says that the data is not what a step takes it for, and not that the disk failed.
  private static func isOfTheData(_ error: DatabaseError) -> Bool {
    [.SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
  }

  private static func command(_ path: String) -> String { "crm log --db \(shellWord(path))" }
}
