import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The criteria by which customers are found (RULES 2.1).
enum CustomerCriteria {
  private static let heading = FieldCriteria.heading

  /// The criteria that `list` and `filter` share.
  static let common: [Option] = [
    one("code", "CODE", Label("Code, or a range of codes", vi: "Mã, hoặc khoảng mã")),
    one("name", "TEXT", Label("Part of the name", vi: "Một phần tên")),
    many(
      "owner", "USER", .codes(kind: "user"), Label("Owner", vi: "Chủ sở hữu")),
    one(
      "email", also: ["emails"], "TEXT", Label("Email, or part of it", vi: "Email, hoặc một phần")),
    one(
      "phone", also: ["phones"], "NUMBER",
      Label(
        "Phone in any spelling, or part of it; contacts' too",
        vi: "Số điện thoại, viết kiểu nào cũng được, hoặc một phần; cả số của liên hệ")),
  ]

  static let options: [Option] =
    common + [
      one("tax-code", "CODE", Label("Tax code, or part of it", vi: "Mã số thuế, hoặc một phần")),
      FieldCriteria.mine,
      flag("unassigned", Label("Without owner", vi: "Chưa có chủ sở hữu")),
      one("stars", "N", Label("Stars: 4, 3.., ..2", vi: "Số sao: 4, 3.., ..2")),
      many("tier", "TIER", .codes(kind: "tier"), Label("Tier", vi: "Phân cấp")),
      many(
        "level", "LEVEL", .values(kind: "customer", field: "level"),
        Label("Level", vi: "Mức độ")),
      many(
        "relationship", "RELATIONSHIP", .codes(kind: "relationship"),
        Label("Relationship", vi: "Mối quan hệ")),
      flag("common", Label("Common customers", vi: "Khách hàng chung")),
      Option(
        "forgotten", value: .optional("DAYS"),
        Label(
          "Last contact more than so many days ago (90)",
          vi: "Lần liên hệ cuối đã quá số ngày này (90)"), heading: heading),
      flag(
        "unread", Label("With comments I have not read", vi: "Có trao đổi tôi chưa đọc")),
    ]

  private static func one(
    _ name: String, also: [String] = [], _ placeholder: Placeholder, _ label: Label
  ) -> Option {
    Option(name, also: also, value: .one(placeholder), label, heading: heading)
  }

  private static func many(
    _ name: String, _ placeholder: Placeholder, _ completion: Completion, _ label: Label
  ) -> Option {
    Option(
      name, value: .one(placeholder, completion),
      Label("\(label.en); given again, one of them", vi: "\(label.vi); lặp lại là một trong số đó"),
      repeats: true, heading: heading)
  }

  private static func flag(_ name: String, _ label: Label) -> Option {
    Option(name, label, heading: heading)
  }

  /// Returns what the options of `list` ask for.
  ///
  /// - Parameter isTold: whether the contacts that have the phone are looked up and told of.
  static func conditions(
    _ session: Session, _ reader: Reader, isTold: Bool
  ) throws -> [Expression] {
    let invocation = session.invocation
    var conditions = commonConditions(session)
    conditions +=
      isTold ? try PhoneCriterion.found(session, reader) : PhoneCriterion.asked(session)
    if let text = invocation.value("tax-code") {
      conditions.append(Criterion.contains("tax_code", text))
    }
    if invocation.has("mine") {
      conditions.append(Criterion.mine(Catalogue.entity(.customer), session))
    }
    if invocation.has("unassigned") { conditions.append(Criterion.isEmpty("owner")) }
    if let stars = invocation.value("stars") {
      conditions.append(Criterion.equals("stars", try starRange(stars)))
    }
    let levels = invocation.values("level")
    if !levels.isEmpty { conditions.append(level(levels)) }
    for name in ["tier", "relationship"] {
      let values = invocation.values(name)
      if !values.isEmpty { conditions.append(Criterion.equals(name, values)) }
    }
    if invocation.has("common") { conditions.append(Criterion.equals("common", "yes")) }
    if invocation.has("forgotten") {
      let days = try invocation.integer("forgotten", in: 0...100_000)
      conditions.append(
        ForgottenCustomers.condition(days: try days ?? ForgottenCustomers.days(reader)))
    }
    if invocation.has("unread") {
      conditions.append(try UnreadCriterion.customers(session, reader, isFound: isTold))
    }
    return conditions
  }

  /// Of one of some levels; among the others is counted, and so listed, who is approached and who
  /// has none (RULES 4.4).
  private static func level(_ levels: [String]) -> Expression {
    guard levels.contains(where: { ["other", "khac"].contains(folded($0)) }) else {
      return Criterion.equals("level", levels)
    }
    return .any([Criterion.equals("level", levels + ["approached"]), Criterion.isEmpty("level")])
  }

  /// Refuses stars that nobody can have; what is no number the filter refuses.
  private static func starRange(_ text: String) throws -> String {
    guard let range = try? parseRange(text, parse: parseWholeNumber) else { return text }
    let stars: ClosedRange<Int64> = 0...5
    guard [range.lower, range.upper].allSatisfy({ $0.map(stars.contains) ?? true }) else {
      throw CRMError(
        .usage, "--stars: there are 0 to 5 stars, not “\(text)”",
        vi: "--stars: chỉ có từ 0 đến 5 sao, không có “\(text)”",
        hints: [Label("Write 4, 3.. or ..2", vi: "Viết 4, 3.. hoặc ..2")])
    }
    return text
  }

  /// Returns what the options of ``common`` but the phone ask for; the email where the command
  /// has it.
  static func commonConditions(_ session: Session) -> [Expression] {
    let invocation = session.invocation
    var conditions: [Expression] = []
    if let code = invocation.value("code") { conditions.append(Criterion.equals("code", code)) }
    if let name = invocation.value("name") { conditions.append(Criterion.contains("name", name)) }
    let owners = invocation.values("owner")
    if !owners.isEmpty { conditions.append(Criterion.equals("owner", owners)) }
    if invocation.declares("email"), let email = invocation.value("email") {
      conditions.append(
        EmailAddress.isValid(email)
          ? Criterion.equals("emails", email) : Criterion.contains("emails", email))
    }
    return conditions
  }
}
