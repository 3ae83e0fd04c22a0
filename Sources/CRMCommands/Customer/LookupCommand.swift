import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer lookup`: whether a customer is known, whoever owns it (RULES 2.5). Tells code,
/// name, owner and the two addresses, nothing else.
enum LookupCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "lookup"],
      Label("Look a customer up, whoever owns it", vi: "Tra cứu khách hàng của mọi chủ sở hữu"),
      details: [
        Label(
          "Shows only code, name, owner and the two addresses. Plain words are looked for in "
            + "code, name, phones and addresses. All criteria must hold; none lists everybody.",
          vi: "Chỉ hiện mã, tên, chủ sở hữu và hai địa chỉ. Các từ gõ thêm được tìm trong "
            + "mã, tên, điện thoại và địa chỉ. Mọi tiêu chí cùng phải thỏa mãn; không có tiêu chí "
            + "thì liệt kê tất cả.")
      ],
      operands: [
        Operand(
          "WORDS", Label("Words or a phone number", vi: "Các từ hoặc số điện thoại"), arity: .many)
      ],
      options: criteria + [Listing.limit, Listing.offset, Listing.count] + GlobalOptions.format,

      examples: [
        Example(
          "crm customer lookup 0912345678",
          Label("Whose number is calling", vi: "Số đang gọi là của ai")),
        Example(
          "crm customer lookup --name 'sao mai' --office-address 'lê lợi'",
          Label("By name and address", vi: "Theo tên và địa chỉ")),
      ],
      reads: { _, session in
        Look { reader in
          let phone = try phoneCondition(session, reader)
          try reader.acrossOwners { try run(phone, session, reader) }
        }
      })
  }

  private static let addresses = [
    Option(
      "registered-address", value: .one("TEXT"),
      Label("Part of the registered address", vi: "Một phần địa chỉ đăng ký kinh doanh"),
      heading: FieldCriteria.heading),
    Option(
      "office-address", value: .one("TEXT"),
      Label("Part of the office address", vi: "Một phần địa chỉ văn phòng"),
      heading: FieldCriteria.heading),
  ]

  private static var criteria: [Option] {
    CustomerCriteria.common.filter { $0.long != "email" } + addresses
  }

  private static let columns = [
    "code", "name", "owner", "registered_address", "office_address",
  ]

  /// Returns what is asked of the phone. A part of a number finds only those one sees: by its digits
  /// the number of any other could be guessed.
  private static func phoneCondition(
    _ session: Session, _ reader: Reader
  ) throws -> Expression? {
    guard let phone = phone(session) else { return nil }
    if Phone.key(phone) != nil { return try PhoneCriterion.found(phone, session, reader) }
    if reader.rights.isEverything { return PhoneCriterion.condition(phone) }
    var query = Query(.customer)
    query.conditions = [try PhoneCriterion.found(phone, session, reader)]
    query.limit = mostOfAPart
    var codes: [String] = []
    try reader.rows(query, try reader.columns(["code"], of: .customer)) { _, values in
      codes.append(values[0].text ?? "")
    }
    return Criterion.equals("code", codes.isEmpty ? [""] : codes)
  }

  /// How many customers a part of a number finds at most.
  private static let mostOfAPart = 500

  private static func words(_ session: Session) -> String {
    cleaned(session.invocation.operands.joined(separator: " "))
  }

  private static func phone(_ session: Session) -> String? {
    let words = words(session)
    return session.invocation.value("phone") ?? (Phone.key(words) == nil ? nil : words)
  }

  private static func run(
    _ phone: Expression?, _ session: Session, _ reader: Reader
  ) throws {
    let invocation = session.invocation
    var query = Query(.customer)
    query.conditions = CustomerCriteria.commonConditions(session)
    for option in addresses.map(\.long) {
      guard let text = invocation.value(option) else { continue }
      query.conditions.append(
        Criterion.contains(String(option.map { $0 == "-" ? "_" : $0 }), text))
    }
    let words = words(session)
    if let phone { query.conditions.append(phone) }
    if !words.isEmpty, Phone.key(words) == nil {
      query.words = words
      query.conditions += SearchWords.split(words).map(anywhere)
    }
    let isEmpty = try Listing.put(query, columns: columns, session, reader)
    if isEmpty {
      let line = addLine(words, phone: Self.phone(session), invocation)
      session.say("Nobody found. To add: \(line)", vi: "Không tìm thấy. Thêm mới: \(line)")
    }
  }

  /// The index of words covers more than may be told: a word counts only where RULES 2.5 looks.
  private static func anywhere(_ word: String) -> Expression {
    let fields = ["code", "name", "office_address", "registered_address"]
    let here = Expression.any(fields.map { Criterion.contains($0, word) })
    // Of a phone only the whole number counts.
    return Phone.key(word) == nil ? here : .any([here, Criterion.equals("phones", word)])
  }

  /// Returns the command that adds what was looked for.
  private static func addLine(
    _ words: String, phone: String?, _ invocation: Invocation
  ) -> String {
    let isName = !words.isEmpty && Phone.key(words) == nil
    var given: [(String, String?)] = [
      ("name", invocation.value("name") ?? (isName ? words : nil)), ("phones", phone),
    ]
    given += addresses.map { ($0.long, invocation.value($0.long)) }
    let options = given.compactMap { name, text in
      text.map { " --\(name) \(shellWord($0))" }
    }
    return "crm customer add" + options.joined()
  }
}
