import CRMValues
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension DatabaseFailure {
  /// How far one was when the disk failed, which decides what can be said of the data
  /// (RULES 14.4).
  enum Stage {
    /// Nothing was being written.
    case reading
    /// Within a transaction, which was taken back.
    case writing
    /// At its end. A disk that could not say whether it has the last of it may have it all the same,
    /// and then the next who opens the database finds it there.
    case committing
  }

  static func full(_ stage: Stage) -> CRMError {
    let (en, vi) = nothingChanged(stage)
    return CRMError(
      .database, "the disk is full\(en)", vi: "đĩa đã đầy\(vi)",
      hints: [
        Label(
          "Free some space and run the command again.",
          vi: "Hãy giải phóng dung lượng rồi chạy lại lệnh.")
      ])
  }

  static func notReadOrWritten(
    _ path: String, _ error: DatabaseError, _ stage: Stage
  ) -> CRMError {
    // What could not be written lacks its end, without which nobody takes it for written.
    if stage == .committing, error.extendedResultCode != .SQLITE_IOERR_WRITE {
      return uncertain(path)
    }
    // Where not even what readers share has room, SQLite does not say why it failed.
    if isFull(path) { return full(stage) }
    let (en, vi) = nothingChanged(stage)
    return CRMError(
      .database, "reading or writing \(path) failed\(en)", vi: "đọc hoặc ghi \(path) bị lỗi\(vi)",
      hints: [
        Label(
          "Check the disk's space and health, then run the command again.",
          vi: "Hãy kiểm tra dung lượng và tình trạng đĩa, rồi chạy lại lệnh.")
      ])
  }

  private static func uncertain(_ path: String) -> CRMError {
    CRMError(
      .database,
      "the disk failed while the change was being saved in \(path): it may be there or not",
      vi: "đĩa bị lỗi đúng lúc lưu thay đổi vào \(path): thay đổi có thể đã được lưu hoặc chưa",
      hints: [
        Label(
          "Check the disk's health, and look whether it was saved before running the command "
            + "again: crm log",
          vi: "Hãy kiểm tra tình trạng đĩa, và xem thay đổi đã được lưu chưa trước khi chạy lại "
            + "lệnh: crm log")
      ])
  }

  /// Whether the disk has no room for the least that SQLite needs beside a database: 32 KB.
  private static func isFull(_ path: String) -> Bool {
    var disk = statvfs()
    return statvfs(path, &disk) == 0 && UInt64(disk.f_bavail) * UInt64(disk.f_frsize) < 32 << 10
  }

  private static func nothingChanged(_ stage: Stage) -> (en: String, vi: String) {
    stage == .reading ? ("", "") : ("; nothing was changed", "; dữ liệu không thay đổi")
  }
}
