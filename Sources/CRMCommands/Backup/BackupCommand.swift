import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// `crm backup FILE`: the whole database in one plain file (RULES 14.1).
enum BackupCommand {
  static let summary = Label(
    "Make a backup of the whole database", vi: "Sao lưu toàn bộ cơ sở dữ liệu")

  static var command: Command<Session> {
    Command(
      ["backup"], summary,
      details: [
        Label(
          "Others go on working meanwhile; what the backup holds is one consistent state. It is put "
            + "in place once it is whole, checked and on the disk, readable by you only, and takes "
            + "no other file's place.",
          vi: "Người khác vẫn làm việc bình thường; bản sao lưu là một trạng thái nhất quán. Tệp "
            + "chỉ xuất hiện khi đã ghi đủ, kiểm tra xong và nằm trên đĩa, chỉ bạn đọc được, và "
            + "không ghi đè tệp nào."),
        Label(
          "With --keep each backup has its moment in its name (crm-20261130-201500.sqlite), and of "
            + "those only the newest stay.",
          vi: "Với --keep, tên mỗi bản có thời điểm (crm-20261130-201500.sqlite), và chỉ giữ các "
            + "bản mới nhất."),
      ],
      operands: [
        Operand(
          "FILE", Label("The backup; - is standard output", vi: "Tệp sao lưu; - là đầu ra chuẩn"),
          completion: .files(["sqlite"]))
      ],
      options: [
        Option(
          "keep", value: .one("NUMBER"),
          Label(
            "Put the moment in the name, and keep so many of the newest",
            vi: "Thêm thời điểm vào tên, và giữ chừng ấy bản mới nhất"))
      ],
      examples: [
        Example(
          "crm backup crm-sao-luu.sqlite",
          Label("Makes one backup", vi: "Tạo một bản sao lưu")),
        Example(
          "crm backup crm.sqlite --keep 14",
          Label(
            "Every night from cron: the last fourteen", vi: "Mỗi đêm bằng cron: 14 bản gần nhất")
        ),
        Example(
          "crm backup - | gzip >crm.sqlite.gz",
          Label("To another program", vi: "Chuyển cho chương trình khác")),
      ],
      reads: { invocation, session in
        let place = try place(invocation, session)
        return Look { reader in
          try check(place, session)
          let backup = try reader.backUp(to: place, of: session.databasePath)
          try tell(backup, session)
        }
      })
  }

  private static func place(_ invocation: Invocation, _ session: Session) throws -> BackupPlace {
    let path = invocation.operands[0]
    let count = try invocation.integer("keep", in: 1...10_000)
    guard path == "-" else { return count.map { .rotating(path, keep: $0) } ?? .file(path) }
    guard count == nil else {
      throw CRMError(
        .usage, "--keep goes with a file, not with standard output",
        vi: "--keep đi với tệp, không đi với đầu ra chuẩn")
    }
    guard !session.environment.isOutputTerminal else {
      throw CRMError(
        .usage, "a backup is nothing to be read on a terminal",
        vi: "bản sao lưu không đọc được trên màn hình",
        hints: [
          Label(
            "Name a file, or pass it on: crm backup - | gzip >crm.sqlite.gz",
            vi: "Hãy chỉ một tệp, hoặc chuyển tiếp: crm backup - | gzip >crm.sqlite.gz")
        ])
    }
    return .sink(session.environment.output)
  }

  /// Refuses what no backup may be put at. One with a moment in its name takes no place anyhow.
  private static func check(_ place: BackupPlace, _ session: Session) throws {
    switch place {
    case .file(let path):
      _ = try session.output(path)
      guard FilePath.isTaken(path) else { return }
      throw CRMError.alreadyThere(
        path,
        hints: [
          Label(
            "Or have each called after its moment: --keep NUMBER",
            vi: "Hoặc đặt tên theo thời điểm: --keep SỐ")
        ])
    case .rotating(let pattern, _):
      if FilePath.split(pattern).name.isEmpty || FilePath.isFolder(pattern) {
        throw CRMError.isDirectory(pattern)
      }
    case .sink: _ = try session.output("-")
    }
  }

  private static func tell(_ backup: Backup, _ session: Session) throws {
    guard let path = backup.path else { return }
    let size = FileSize.text(backup.size)
    try session.put(
      session.text(
        Label(
          "\(path): \(size.en), checked: pages, indexes, references, format \(backup.format)",
          vi: "\(path): \(size.vi), đã kiểm tra: trang, chỉ mục, tham chiếu, định dạng "
            + "\(backup.format)")))
    for old in backup.removed {
      try session.put(session.text(Label("removed \(old)", vi: "đã xóa \(old)")))
    }
  }
}
