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
      details: Nouns.own(entity.kind).handOverDetails,
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "to", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label("The new owner", vi: "Người nhận"), necessity: .required)
      ], selects: entity.kind,

      examples: [
        Example(
          "crm \(noun) \(verb) --where 'owner = lan' --to minh",
          Label("Gives everything of lan to minh", vi: "Bàn giao mọi bản ghi của lan cho minh"))
      ],
      writes: { _, session in try work(entity, session) }
    ).logged(as: Label("handed over", vi: "bàn giao"))
  }

  private static func work(_ entity: Entity, _ session: Session) throws -> Work? {
    guard let name = session.invocation.value("to") else { return nil }
    let position = try entity.position(of: .owner)
    return Work(
      on: ChosenRecords(
        entity.kind, session,
        as: { Label("Hand over \($0.en)", vi: "Bàn giao \($0.vi)") }
      )
    ) { writing, ids in
      let user = try writing.writer.one(.user, name)
      let editing = RecordEditing(entity, writing)
      let changes = FieldChanges([(position, .integer(user))])
      try editing.apply(RecordEditing.Edit(changes: changes), to: ids)
      report(entity, editing, try writing.writer.label(.user, user), writing)
    }
  }

  private static func report(
    _ entity: Entity, _ editing: RecordEditing, _ owner: String, _ writing: Writing
  ) {
    let words = writing.tense(Deed("hand over", past: "Handed over", vi: "bàn giao"))
    let what = RecordCounts.name(entity, editing.changed, editing.onlyName)
    writing.say("\(words.en) \(what.en) to \(owner).", vi: "\(words.vi) \(what.vi) cho \(owner).")
    let rest = editing.chosen - editing.changed
    guard rest > 0 else { return }
    writing.say(
      "\(rest.counted(.en)) already \(rest == 1 ? "was" : "were") of \(owner).",
      vi: "\(rest.counted(.vi)) \(entity.label.vi.lowercased()) vốn đã của \(owner).")
  }
}
