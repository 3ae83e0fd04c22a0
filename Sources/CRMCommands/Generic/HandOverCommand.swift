import CRMArguments
import CRMCatalogue
import CRMCore
import CRMValues

/// `crm NOUN hand-over`: gives records to another owner.
enum HandOverCommand {
  static func command(_ entity: Entity) -> Command<Session> {
    let noun = entity.kind.rawValue
    return Command(
      [noun, "hand-over"],
      Label(
        "Give \(entity.plural.en.lowercased()) to another owner",
        vi: "Bàn giao \(entity.label.vi.lowercased())"),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "to", value: .one("USER", .codes(kind: Kind.user.rawValue)),
          Label("The new owner", vi: "Người nhận"), necessity: .required)
      ] + GlobalOptions.selecting(noun) + GlobalOptions.writing,
      effect: .writes,
      examples: [
        Example(
          "crm \(noun) hand-over --where 'owner = lan' --to minh",
          Label("Gives everything of lan to minh", vi: "Bàn giao mọi bản ghi của lan cho minh"))
      ]
    ) { invocation, session in
      guard let position = entity.position(of: "owner"), let name = invocation.value("to") else {
        return
      }
      let editing = RecordEditing(entity, session)
      try session.change(entity.kind) { writer, ids in
        let changes = FieldChanges([(position, .integer(try writer.one(.user, name)))])
        try editing.apply(RecordEditing.Edit(changes: changes), to: ids, writer)
        try editing.preview(writer)
      }
      editing.report()
    }
  }
}
