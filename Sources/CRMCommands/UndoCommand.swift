import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm undo` and `crm redo`: take back what a command did, and do it again.
enum UndoCommand {
  static let summary = Label("Take back what a command did", vi: "Hoàn tác một thao tác")
  static let redoSummary = Label("Do again what was undone", vi: "Làm lại thao tác vừa hoàn tác")

  static let force = Option(
    "force",
    Label(
      "Also where later commands changed the same fields",
      vi: "Kể cả khi thao tác sau đã sửa cùng trường"))

  static var undo: Command<Session> {
    Command(
      ["undo"], summary,
      details: [
        Label(
          "Reverses your own latest operation, or that of a number of 'crm log', as a new "
            + "operation. "
            + "What others did is undone by who may configure, by its number.",
          vi:
            "Đảo ngược thao tác gần nhất của bạn, hoặc thao tác theo số trong 'crm log'. Thao tác "
            + "của người khác: người có quyền cấu hình hoàn tác theo số.")
      ],
      operands: [
        Operand(
          "N", Label("The number of an operation", vi: "Số của thao tác"), arity: .optional,
          completion: .custom("operations"))
      ],
      options: [force, ApprovedOption.option], several: true,
      examples: [
        Example("crm undo", Label("Takes back the latest", vi: "Hoàn tác thao tác gần nhất")),
        Example(
          "crm undo 12 --dry-run",
          Label("Shows what taking back 12 changes", vi: "Xem hoàn tác thao tác 12 đổi những gì")),
      ],
      writes: { invocation, session in
        let asked = AskedOperation(try invocation.operands.first.map(number), session)
        let undo = work(asking: asked.question(toRedo: false)) {
          try Undo.undo($0, asked.number, force: invocation.has("force"))
        }
        return invocation.operands.isEmpty ? passingBy(undo) : undo
      }
    ).logged(as: Label("undid", vi: "hoàn tác"))
  }

  /// Says that what was done last is passed by, as there is nothing of it to take back.
  private static func passingBy(_ undo: Work) -> Work {
    Work(asking: undo.question) { writing in
      if let passed = try OperationLog.latestWithoutChanges(writing.writer) {
        writing.say(
          "Operation \(passed.number) (\(passed.command)) only worked out anew what follows from "
            + "other data, and stays.",
          vi: "Thao tác \(passed.number) (\(passed.command)) chỉ tính lại phần suy ra được từ dữ "
            + "liệu khác nên được giữ.")
      }
      try undo.body(writing)
    }
  }

  static var redo: Command<Session> {
    Command(
      ["redo"], redoSummary,
      details: [
        Label(
          "Without a number your own latest undo is taken back.",
          vi: "Không có số: làm lại thao tác mà bạn vừa hoàn tác.")
      ],
      operands: [
        Operand(
          "N", Label("The number of an undone operation", vi: "Số của thao tác đã hoàn tác"),
          arity: .optional, completion: .custom("operations"))
      ],
      options: [force, ApprovedOption.option], several: true,
      examples: [
        Example(
          "crm redo", Label("Does the last undone again", vi: "Làm lại thao tác vừa hoàn tác"))
      ],
      writes: { invocation, session in
        let asked = AskedOperation(try invocation.operands.first.map(number), session)
        return work(
          Deed("redo", past: "Redid", vi: "làm lại"), asking: asked.question(toRedo: true)
        ) {
          try Undo.redo($0, asked.number, force: invocation.has("force"))
        }
      }
    ).logged(as: Label("redid", vi: "làm lại"))
  }

  static func number(_ text: String) throws -> Int64 {
    guard let number = Int64(text), number > 0 else {
      throw CRMError(
        .usage, "“\(text)” is not the number of an operation",
        vi: "“\(text)” không phải số của thao tác",
        hints: [Label("See the numbers with: crm log", vi: "Xem các số bằng: crm log")])
    }
    return number
  }

  static func work(
    _ deed: Deed = Deed("undo", past: "Undid", vi: "hoàn tác"),
    asking question: Work.Question? = nil,
    _ reverse: @escaping (Writer) throws -> (operation: Int64, records: Int)
  ) -> Work {
    Work(asking: question) { writing in
      ApprovedOption.apply(writing)
      let done = try reverse(writing.writer)
      let operation = try OperationLog.operation(writing.writer, done.operation)
      let command = operation?.command ?? ""
      let verb = writing.tense(deed)
      // What is undone for somebody else is said.
      let author = operation?.actor ?? ""
      let isOwn = writing.writer.actor.isMe(author)
      let whose = isOwn ? Label(same: "") : Label(" of \(author)", vi: " của \(author)")
      writing.say(
        "\(verb.en) operation \(done.operation)\(whose.en) (\(command)): "
          + "\(done.records.counted(.en)) \(done.records == 1 ? "change" : "changes").",
        vi: "\(verb.vi) thao tác \(done.operation)\(whose.vi) (\(command)): "
          + "\(done.records.counted(.vi)) thay đổi.")
    }
  }
}
