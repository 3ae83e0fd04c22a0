import CRMCore
import CRMEngine
import CRMValues

/// The phone criterion: it also finds customers by the numbers of their contacts, and then says
/// whose they are (RULES 2.2).
enum PhoneCriterion {
  private static let mostNotices = 10
  /// More are not looked up beforehand: a few digits are in a million numbers.
  private static let mostContacts = 500

  /// Returns what `--phone` asks for, as it can be typed; none where it is not given.
  static func asked(_ session: Session) -> [Expression] {
    session.invocation.value("phone").map { [condition($0)] } ?? []
  }

  /// Returns the same with the contacts already looked up, and tells of them.
  static func found(_ session: Session, _ reader: Reader) throws -> [Expression] {
    try session.invocation.value("phone").map { [try found($0, session, reader)] } ?? []
  }

  /// Returns the condition as it can be typed.
  static func condition(_ text: String) -> Expression {
    let own = test("phones", text)
    let contacts = FieldPath([
      FieldPath.Step("contacts", condition: own), FieldPath.Step("count"),
    ])
    return .any([own, .comparison(Comparison(contacts, .compare(.atLeast, Literal("1"))))])
  }

  /// Returns the same condition with the contacts already looked up, and tells on standard
  /// error whose contacts have the number, of customers one may not see as well.
  static func found(_ text: String, _ session: Session, _ reader: Reader) throws -> Expression {
    let own = test("phones", text)
    var query = Query(.contact)
    query.conditions = [own]
    query.limit = mostContacts + 1
    var codes: [String] = []
    var count = 0
    // A part of a number finds only the contacts one sees; a whole one is told as it was asked for,
    // whatever other numbers they have.
    let isWhole = Phone.key(text) != nil
    func look(_ body: () throws -> Void) throws {
      if isWhole { try reader.acrossOwners(body) } else { try body() }
    }
    try look {
      let columns = try reader.columns(
        ["customer", "customer.name", "customer.owner", "phones"], of: .contact)
      try reader.rows(query, columns) { _, values in
        count += 1
        guard let code = values[0].text, !codes.contains(code) else { return }
        if codes.count < mostNotices {
          let texts = values.map { $0.text ?? "" }
          tell(texts, phones: isWhole ? same(text, in: texts[3]) : texts[3], session)
        }
        codes.append(code)
      }
    }
    if count > mostContacts { return condition(text) }
    return codes.isEmpty ? own : .any([own, Criterion.equals("code", codes)])
  }

  /// Returns the one of several numbers that was asked for.
  private static func same(_ text: String, in phones: String) -> String {
    phones.split(separator: ";").map { cleaned(String($0)) }
      .first { Phone.key($0) == Phone.key(text) } ?? cleaned(text)
  }

  private static func tell(_ values: [String], phones: String, _ session: Session) {
    let (code, name, owner) = (values[0], values[1], values[2])
    let en = owner.isEmpty ? "" : " / owner \(owner)"
    let vi = owner.isEmpty ? "" : " / chủ sở hữu \(owner)"
    session.say(
      "Phone \(phones) exists in a contact of customer \(code) \(name)\(en)",
      vi: "Số điện thoại \(phones) đã tồn tại trong liên hệ của khách hàng \(code) \(name)\(vi)")
  }

  /// A whole number is compared as E.164, a part of one by its digits.
  private static func test(_ field: String, _ text: String) -> Expression {
    Phone.key(text) == nil ? Criterion.contains(field, text) : Criterion.equals(field, text)
  }
}
