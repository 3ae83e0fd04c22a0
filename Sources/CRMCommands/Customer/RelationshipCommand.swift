import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer relationship set`: moves customers to another relationship (RULES 4.7).
enum RelationshipCommand {
  static var command: Command<Session> {
    let entity = Catalogue.entity(.customer)
    return Command(
      ["customer", "relationship", "set"],
      Label("Set the relationship with customers", vi: "Đổi mối quan hệ của khách hàng"),
      operands: [RecordOperands.many(entity)],
      options: [
        Option(
          "to", value: .one("RELATIONSHIP", .codes(kind: Kind.relationship.rawValue)),
          Label("The new one", vi: "Mối quan hệ mới"), necessity: .required)
      ], selects: .customer,

      examples: [
        Example(
          "crm customer relationship set KH000001 KH000002 --to 'Đang tư vấn'",
          Label("Moves two customers on", vi: "Đổi cho hai khách hàng"))
      ],
      writes: { invocation, session in
        guard let name = invocation.value("to") else { return nil }
        let position = try CustomerField.relationship.position
        return Work(on: ChosenRecords(.customer, session)) { writing, ids in
          let editing = RecordEditing(entity, writing)
          let step = try writing.writer.one(.relationship, name)
          let changes = FieldChanges([(position, .integer(step))])
          try editing.apply(RecordEditing.Edit(changes: changes), to: ids)
          editing.report(.change(vi: "đổi mối quan hệ của"))
        }
      })
  }
}
