import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm user leave`: hands over everything of who leaves, and closes the login.
enum LeaveCommand {
  static var command: Command<Session> {
    Command(
      ["user", "leave"],
      Label(
        "Hand over everything of who leaves, and close the login",
        vi: "Bàn giao mọi việc của người nghỉ và khóa tài khoản"),
      details: [
        Label(
          "All customers, and of everything else what is still open, go to the receivers: what "
            + "belongs to a customer goes with it. So do the units that who leaves manages, the "
            + "places in user groups and the steps of approvals. What is done stays in the name of who did it. "
            + "On a terminal it says first what it will do, and asks. 'crm undo' takes all of it "
            + "back.",
          vi: "Mọi khách hàng và mọi việc còn dang dở chuyển cho người nhận; việc của khách nào đi "
            + "theo khách đó. Đơn vị đang quản lý, chỗ trong nhóm người dùng và bước duyệt cũng vậy. Việc đã xong vẫn đứng tên người làm. Trên màn hình lệnh, chương trình "
            + "cho xem trước rồi hỏi lại. 'crm undo' hoàn tác tất cả.")
      ],
      operands: [
        Operand(
          "LOGIN", Label("Who leaves", vi: "Người nghỉ việc"),
          completion: .codes(kind: Kind.user.rawValue))
      ],
      options: SplitOption.options, several: true,
      examples: [
        Example(
          "crm user leave lan --to minh hoa --split turns --dry-run",
          Label("Looks first: one to each in turn", vi: "Xem trước: chia lần lượt")),
        Example(
          "crm user leave lan --to minh",
          Label("minh takes over everything", vi: "minh nhận tất cả")),
      ],
      writes: { _, session in try work(session) })
  }

  private static func work(_ session: Session) throws -> Work {
    let login = session.invocation.operands[0]
    let split = try SplitOption.split(session)
    return Work(
      asking: .rehearsed(.user, always: true) { reader in
        let login = try reader.label(.user, leaver(login, reader))
        return Label("Close the login \(login)", vi: "Khóa tài khoản \(login)")
      }
    ) { writing in
      let writer = writing.writer
      let leaver = try leaver(login, writer)
      let users = try receivers(leaver, session, writer)
      let responsibilities = try Responsibilities(writer, to: users, split)
      try responsibilities.giveAll(of: leaver)
      try writer.edit(.user, leaver, [(try UserField.active.position, .integer(0))])
      let deed = try told(
        responsibilities.given, try writer.label(.user, leaver),
        try SplitOption.names(users, writer))
      let said = writing.tense(deed)
      writing.say(said.en, vi: said.vi)
    }
  }

  private static func leaver(_ login: String, _ reader: Reader) throws -> Int64 {
    try reader.one(.user, login)
  }

  private static func receivers(
    _ leaver: Int64, _ session: Session, _ reader: Reader
  ) throws -> [Int64] {
    let users = try SplitOption.receivers(session, reader)
    for user in users { try reader.checkActive(user) }
    guard !users.contains(leaver) else {
      throw CRMError(
        .request, "who leaves cannot take over",
        vi: "người nghỉ việc không thể nhận bàn giao",
        hints: [Label("Name somebody else with --to.", vi: "Hãy chọn người khác bằng --to.")])
    }
    return users
  }

  /// `Handed over 12 customers, 3 care cards of lan to minh; the login is closed.`
  private static func told(
    _ counts: [(kind: Kind, count: Int)], _ login: String, _ to: String
  ) throws -> Deed {
    guard !counts.isEmpty else {
      return Deed(
        past: Label(
          "\(login) had nothing to hand over; the login is closed.",
          vi: "\(login) không có gì để bàn giao; đã khóa tài khoản."),
        conditional: Label(
          "\(login) has nothing to hand over; the login would be closed.",
          vi: "\(login) không có gì để bàn giao; sẽ khóa tài khoản."))
    }
    let what = RecordCounts.list(counts)
    return Deed(
      past: Label(
        "Handed over \(what.en) of \(login) to \(to); the login is closed.",
        vi: "Đã bàn giao \(what.vi) của \(login) cho \(to); đã khóa tài khoản."),
      conditional: Label(
        "Would hand over \(what.en) of \(login) to \(to) and close the login.",
        vi: "Sẽ bàn giao \(what.vi) của \(login) cho \(to) và khóa tài khoản."))
  }
}
