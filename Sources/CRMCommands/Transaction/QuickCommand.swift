import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm transaction quick CUSTOMER NAME`: what was just said with a customer, in one line
/// (RULES 9.2).
enum QuickCommand {
  static var command: Command<Session> {
    let entity = Catalogue.entity(.transaction)
    return Command(
      ["transaction", "quick"],
      Label("Note a transaction with a customer in one line", vi: "Thêm giao dịch nhanh"),
      details: [
        Label(
          "Only the name is needed; a type, a description and the rest can be given. The customer's "
            + "owner owns it, unless --owner names another.",
          vi:
            "Chỉ cần tên giao dịch; loại, mô tả và các trường khác tùy chọn. Chủ sở hữu khách hàng "
            + "là chủ sở hữu giao dịch, trừ khi --owner chỉ người khác.")
      ],
      operands: [
        RecordOperands.one(Catalogue.entity(.customer)),
        Operand("NAME", Label("What it was", vi: "Tên giao dịch")),
      ],
      options: FieldOptions.options(entity, requires: false, except: ["customer", "name", "code"]),

      examples: [
        Example(
          "crm transaction quick KH000001 'Hẹn gặp thứ sáu' --type 'Gọi điện' --status done",
          Label("A call that is done", vi: "Cuộc gọi đã xong"))
      ],
      writes: { invocation, session in
        let entity = try session.entity(.transaction)
        guard !cleaned(invocation.operands[1]).isEmpty else {
          throw CRMError(.usage, "the name is empty", vi: "tên bị trống")
        }
        let named = [
          entity.typed("customer", invocation.operands[0]),
          entity.typed("name", invocation.operands[1]),
        ]
        let typed = try FieldOptions.typed(entity, invocation)
        return RecordAdding(entity).work([RecordAdding.Draft(named.compactMap { $0 } + typed)])
      })
  }
}
