import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm NOUN hand-over`, of customers also `transfer`: gives records to another owner.
enum HandOverCommand {
  static func command(_ entity: Entity, verb: String = "hand-over") -> Command<Session> {
    let noun = entity.kind.rawValue
    return Command(
      [noun, verb],
      Label(
        "Give \(entity.plural.en.lowercased()) to another owner",
        vi: "Bàn giao \(entity.label.vi.lowercased())"),
      details: details(entity),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "to", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label("The new owner", vi: "Người nhận"), necessity: .required)
      ] + GlobalOptions.selecting(noun) + GlobalOptions.writing,
      effect: .writes,
      examples: [
        Example(
          "crm \(noun) \(verb) --where 'owner = lan' --to minh",
          Label("Gives everything of lan to minh", vi: "Bàn giao mọi bản ghi của lan cho minh"))
      ]
    ) { _, session in try run(entity, session) }
  }

  private static func details(_ entity: Entity) -> [Label] {
    guard entity.kind == .customer else { return [] }
    return [
      Label(
        "Who gave what to whom is kept: crm customer transfers list.",
        vi: "Lịch sử chuyển được lưu lại: crm customer transfers list.")
    ]
  }

  private static func run(_ entity: Entity, _ session: Session) throws {
    guard let position = entity.position(of: "owner"), let name = session.invocation.value("to")
    else { return }
    let editing = RecordEditing(entity, session)
    var owner = ""
    try session.change(
      entity.kind, as: { Label("Hand over \($0.en)", vi: "Bàn giao \($0.vi)") }
    ) { writer, ids in
      let user = try writer.one(.user, name)
      owner = try writer.label(.user, user)
      let changes = FieldChanges([(position, .integer(user))])
      try editing.apply(RecordEditing.Edit(changes: changes), to: ids, writer)
      try editing.preview(writer)
    }
    report(entity, editing, owner, session)
  }

  private static func report(
    _ entity: Entity, _ editing: RecordEditing, _ owner: String, _ session: Session
  ) {
    let dry = session.isDryRun
    let what = RecordCounts.name(entity, editing.changed, editing.onlyName)
    session.say(
      "\(dry ? "Would hand over" : "Handed over") \(what.en) to \(owner).",
      vi: "\(dry ? "Sẽ bàn giao" : "Đã bàn giao") \(what.vi) cho \(owner).")
    let rest = editing.chosen - editing.changed
    guard rest > 0 else { return }
    session.say(
      "\(rest) already \(rest == 1 ? "was" : "were") of \(owner).",
      vi: "\(rest) \(entity.label.vi.lowercased()) vốn đã do \(owner) phụ trách.")
  }
}
