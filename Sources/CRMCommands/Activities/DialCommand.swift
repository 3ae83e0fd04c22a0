import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm call dial CUSTOMER`: runs the configured dial command, and notes the call (RULES 15.3).
enum DialCommand {
  static var command: Command<Session> {
    Command(
      ["call", "dial"],
      Label("Dial a customer, and note the call", vi: "Gọi khách hàng và ghi lại cuộc gọi"),
      details: [
        Label(
          "Set the program that dials: crm config set dial.command 'PROGRAM {}', {} being the "
            + "number. A call that it could not make is not noted.",
          vi: "Đặt chương trình gọi: crm config set dial.command 'CHƯƠNG-TRÌNH {}', {} là số máy. "
            + "Không gọi được thì không ghi lại.")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: [
        Option(
          "phone", value: .one("NUMBER"),
          Label(
            "Which number, where there are several (the first)",
            vi: "Số nào, nếu khách có nhiều số (mặc định: số đầu)"))
      ],
      examples: [
        Example("crm call dial KH000001", Label("Dials the first number", vi: "Gọi số đầu tiên"))
      ],
      writes: { invocation, session in
        let entity = try session.entity(.call)
        let found = try session.read { try number(invocation, session, $0) }
        return RecordAdding(entity).work(
          [RecordAdding.Draft([])],
          preset: { _ in
            [
              (try CallField.customer.position, .integer(found.customer)),
              (try CallField.phone.position, .text(found.number)),
            ]
          }
        ).beginning { try found.dialling.run() }
      })
  }

  private static func number(
    _ invocation: Invocation, _ session: Session, _ reader: Reader
  ) throws -> (customer: Int64, number: String, dialling: Dialling) {
    guard !session.isHosted else {
      throw CRMError(
        .notPermitted, "nothing is dialled on a shared host", vi: "máy dùng chung không gọi số được"
      )
    }
    let command = try reader.setting(.dialCommand)
    guard !command.isEmpty else {
      throw CRMError(
        .request, "no dial command is set", vi: "chưa đặt lệnh gọi",
        hints: [
          Label(
            "Set one: crm config set dial.command 'PROGRAM {}'",
            vi: "Đặt bằng: crm config set dial.command 'CHƯƠNG-TRÌNH {}'")
        ])
    }
    let customer = try reader.one(.customer, invocation.operands[0])
    let phones = try reader.record(.customer, customer)?["phones"].text ?? ""
    let code = try reader.label(.customer, customer)
    let all = phones.split(separator: ";").map { cleaned(String($0)) }
    let wanted = invocation.value("phone").flatMap(Phone.key)
    if let typed = invocation.value("phone"), wanted == nil {
      throw CRMError(
        .usage, "“\(typed)” is not a phone number", vi: "“\(typed)” không phải số điện thoại")
    }
    guard
      let phone = all.first(where: {
        wanted == nil ? Phone.key($0) != nil : Phone.key($0) == wanted
      })
    else {
      throw CRMError(
        .request, "customer \(code) has no such number to dial",
        vi: "khách hàng \(code) không có số máy như vậy để gọi",
        hints: [
          Label(
            "Add it: crm customer edit \(code) --add-phone NUMBER",
            vi: "Thêm số: crm customer edit \(code) --add-phone SỐ")
        ])
    }
    let digits = Phone.dialable(phone).filter { $0.isNumber || $0 == "+" }
    return (
      customer, phone,
      Dialling(command, number: digits, within: try reader.setting(.dialSeconds))
    )
  }
}
