import CRMValues
import GRDB

/// Turns SQLite's errors into what a user can act on.
enum DatabaseFailure {
  /// Returns the error to show for one that SQLite raised on the given file.
  static func error(_ error: DatabaseError, path: String, at stage: Stage = .reading) -> CRMError {
    switch error.resultCode.primaryResultCode {
    // A wait for another writer that a signal ended.
    case .SQLITE_BUSY where Interruption.happened, .SQLITE_INTERRUPT:
      return Interruption.error
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return CRMError(
        .database, "another command is writing to \(path) and did not finish in time",
        vi: "một lệnh khác đang ghi vào \(path) và chưa xong trong thời gian chờ",
        hints: [
          Label(
            "Try again, or wait longer with --timeout SECONDS.",
            vi: "Hãy thử lại, hoặc chờ lâu hơn với --timeout SỐ-GIÂY.")
        ])
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return CRMError(
        .database, "\(path) cannot be written: the file or its folder is read-only",
        vi: "không ghi được \(path): tệp hoặc thư mục chỉ cho đọc",
        hints: [
          Label("Check the rights with: ls -l \(path)", vi: "Kiểm tra quyền bằng: ls -l \(path)")
        ])
    case .SQLITE_FULL:
      return full(stage)
    case .SQLITE_IOERR:
      return notReadOrWritten(path, error, stage)
    case .SQLITE_NOTADB:
      return notOurs(path)
    case .SQLITE_CORRUPT where error.extendedResultCode == .SQLITE_CORRUPT_VTAB:
      return CRMError(
        .database, "the search index of \(path) is damaged",
        vi: "chỉ mục tìm kiếm của \(path) bị hỏng",
        hints: [
          Label(
            "Make it anew from the records: crm doctor --fix",
            vi: "Hãy dựng lại từ các bản ghi: crm doctor --fix")
        ])
    case .SQLITE_CORRUPT:
      return CRMError(
        .database, "\(path) is damaged", vi: "\(path) bị hỏng",
        hints: [
          Label(
            "Put a backup in its place with: crm restore FILE; or save what can be read with: "
              + "sqlite3 \(path) .recover",
            vi: "Hãy dùng bản sao lưu bằng: crm restore TỆP; hoặc cứu dữ liệu bằng: "
              + "sqlite3 \(path) .recover")
        ])
    case .SQLITE_CANTOPEN:
      return CRMError(
        .database, "\(path) cannot be opened", vi: "không mở được \(path)",
        hints: [
          Label(
            "Check that the file and its folder can be read and written by you.",
            vi: "Hãy kiểm tra quyền đọc ghi của bạn trên tệp và thư mục.")
        ])
    default:
      if let tooMuch = StatementLimits.error(error) { return tooMuch }
      return CRMError(
        .bug, "the database refused a statement: \(error.message ?? "no reason given")",
        vi: "cơ sở dữ liệu từ chối một câu lệnh: \(error.message ?? "không rõ lý do")")
    }
  }

  static func notOurs(_ path: String) -> CRMError {
    CRMError(
      .database, "\(path) is not a crm database", vi: "\(path) không phải cơ sở dữ liệu của crm",
      hints: [
        Label(
          "Name the right file with --db FILE or CRM_DB, or make a new one with: crm init",
          vi: "Hãy chỉ đúng tệp bằng --db TỆP hoặc CRM_DB, hoặc tạo mới bằng: crm init")
      ])
  }

  static func notAFile(_ path: String) -> CRMError {
    CRMError(
      .database, "\(path) is no file but a device or a pipe, and holds no database",
      vi: "\(path) không phải tệp mà là thiết bị hoặc ống dẫn, không chứa cơ sở dữ liệu",
      hints: [
        Label(
          "Name the right file with --db FILE or CRM_DB.",
          vi: "Hãy chỉ đúng tệp bằng --db TỆP hoặc CRM_DB.")
      ])
  }

  /// Changes stand in a log beside it, which is read only where the folder can be written.
  static func unfinished(_ path: String) -> CRMError {
    CRMError(
      .database,
      "\(path) cannot be read: changes stand beside it that only who may write in the folder can "
        + "bring in",
      vi: "không đọc được \(path): bên cạnh còn thay đổi mà chỉ người có quyền ghi trong thư mục "
        + "mới đưa vào được",
      hints: [
        Label(
          "Have its owner run any command once, such as: crm log --db \(shellWord(path))",
          vi: "Hãy nhờ chủ tệp chạy một lệnh bất kỳ, chẳng hạn: crm log --db \(shellWord(path))"),
        Label(
          "Or copy all its files to where you may write: cp \(shellWord(path))* FOLDER",
          vi: "Hoặc chép mọi tệp của nó đến nơi bạn ghi được: cp \(shellWord(path))* THƯ-MỤC"),
      ])
  }

  /// SQLite would bring the changes in it into any database that is made in that place.
  static func leftLog(_ file: String) -> CRMError {
    CRMError(
      .conflict, "\(file) holds changes of a database that is gone",
      vi: "\(file) chứa thay đổi của một cơ sở dữ liệu không còn nữa",
      hints: [
        Label(
          "Put that database back, or move the file away: mv \(shellWord(file)) "
            + shellWord(file + ".old"),
          vi: "Hãy đặt lại cơ sở dữ liệu đó, hoặc dời tệp đi: mv \(shellWord(file)) "
            + shellWord(file + ".old"))
      ])
  }

  static func missing(_ path: String) -> CRMError {
    CRMError(
      .database, "there is no database at \(path)", vi: "không có cơ sở dữ liệu tại \(path)",
      hints: [
        Label("Make one with: crm init", vi: "Tạo mới bằng: crm init"),
        Label(
          "Or name another file with --db FILE or CRM_DB.",
          vi: "Hoặc chỉ tệp khác bằng --db TỆP hoặc CRM_DB."),
      ])
  }

  /// The number of its format is none: making or upgrading it was not brought to its end.
  static func halfMade(_ path: String, _ format: Int) -> CRMError {
    CRMError(
      .database, "\(path) is half-made: its format is \(format), which no crm writes",
      vi: "\(path) dở dang: định dạng \(format) không do bản crm nào ghi",
      hints: [
        Label(
          "Put a backup in its place, such as one in \(path).format-….backup, with: crm restore "
            + "FILE",
          vi: "Hãy thay bằng bản sao lưu, chẳng hạn \(path).format-….backup, bằng: crm restore TỆP")
      ])
  }

  static func newer(_ path: String, version: Int, known: Int) -> CRMError {
    CRMError(
      .database,
      "\(path) was written by a newer crm (format \(version), this one knows "
        + "\(known))",
      vi: "\(path) do phiên bản crm mới hơn ghi (định dạng \(version), bản này đọc được "
        + "\(known))",
      hints: [Label("Install the newer version.", vi: "Hãy cài phiên bản mới hơn.")])
  }

  /// Another command has put another database in its place since it was opened.
  static func replaced(_ path: String) -> CRMError {
    CRMError(
      .database, "\(path) was replaced by another meanwhile; nothing was changed",
      vi: "\(path) vừa được thay bằng bản khác; dữ liệu không thay đổi",
      hints: [Label("Run the command again.", vi: "Hãy chạy lại lệnh.")])
  }
}
