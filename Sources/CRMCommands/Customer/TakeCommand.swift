import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer take`: makes common customers one's own (RULES 4.8).
enum TakeCommand {
  static var command: Command<Session> {
    let entity = Catalogue.entity(.customer)
    return Command(
      ["customer", "take"],
      Label("Make common customers one's own", vi: "Nhận khách hàng chung về mình"),
      details: [
        Label(
          "You become the owner, and the customer is common no more. How many one may take a day "
            + "is a setting: take_limit.",
          vi: "Bạn thành chủ sở hữu và khách không còn là khách chung. Số khách được nhận mỗi "
            + "ngày do thiết lập take_limit quy định.")
      ],
      operands: [RecordOperands.many(entity)], selects: .customer,
      examples: [
        Example(
          "crm customer take KH000001",
          Label("It is yours from now on", vi: "Khách này thuộc về bạn"))
      ],
      writes: { _, session in
        Work(
          on: ChosenRecords(
            .customer, session, as: { Label("Take \($0.en)", vi: "Nhận \($0.vi)") })
        ) { writing, ids in
          let editing = RecordEditing(entity, writing)
          try editing.apply(to: ids) { try writing.writer.take(customer: $0) }
          editing.report(Deed("take", past: "Took", vi: "nhận"))
        }
      })
  }
}
