import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer common add|remove|apply`: customers that everybody sees, by hand and by rule
/// (RULES 4.8).
enum CommonCommands {
  static var commands: [Command<Session>] { [set(true), set(false), apply] }

  private static func set(_ isCommon: Bool) -> Command<Session> {
    let entity = Catalogue.entity(.customer)
    let verb = isCommon ? "add" : "remove"
    return Command(
      ["customer", "common", verb],
      isCommon
        ? Label("Make customers common to everybody", vi: "Thêm khách hàng chung")
        : Label("Make customers no longer common", vi: "Bỏ khách hàng chung"),
      operands: [RecordOperands.many(entity)],
      selects: .customer,

      examples: [
        Example(
          "crm customer common \(verb) KH000001",
          isCommon
            ? Label("Everybody sees it", vi: "Mọi người đều thấy")
            : Label("Only its own people see it", vi: "Chỉ người liên quan thấy"))
      ],
      writes: { _, session in
        let position = try CustomerField.common.position
        return Work(on: ChosenRecords(.customer, session)) { writing, ids in
          let editing = RecordEditing(entity, writing)
          let changes = FieldChanges([(position, .integer(isCommon ? 1 : 0))])
          try editing.apply(RecordEditing.Edit(changes: changes), to: ids)
          if !isCommon, let id = ids.first, ids.count == 1,
            let rule = try writing.writer.commonRules(holdingOf: id).first
          {
            return writing.say(
              "It stays common: the rule “\(rule)” holds of it.",
              vi: "Vẫn là khách hàng chung: quy tắc “\(rule)” đang đúng.")
          }
          editing.report(.change(vi: isCommon ? "cho dùng chung" : "bỏ dùng chung"))
        }
      })
  }

  private static var apply: Command<Session> {
    Command(
      ["customer", "common", "apply"],
      Label("Make customers common by the rules", vi: "Áp dụng quy tắc khách hàng chung"),
      details: [
        Label(
          "The rules (crm common-rule) hold by themselves whenever a customer or what belongs to "
            + "it is written; this does it for all.",
          vi: "Quy tắc (crm common-rule) tự áp dụng mỗi khi khách hàng hoặc dữ liệu của khách được "
            + "ghi; lệnh này áp dụng cho mọi khách.")
      ],
      examples: [
        Example(
          "crm customer common apply", Label("All rules, all customers", vi: "Mọi quy tắc"))
      ],
      writes: { _, _ in
        Work { writing in
          let applied = try writing.writer.applyCommonRules()
          if applied.isEmpty {
            writing.say(
              "There is no rule; add one with: crm common-rule add",
              vi: "Chưa có quy tắc; thêm bằng: crm common-rule add")
          }
          for rule in applied {
            writing.say(
              "\(rule.name): \(rule.gained.counted(.en)) in.",
              vi: "\(rule.name): \(writing.tense(.add).vi.lowercased()) "
                + "\(rule.gained.counted(.vi)).")
          }
        }
      })
  }
}
