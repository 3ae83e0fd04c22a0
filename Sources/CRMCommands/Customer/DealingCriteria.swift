import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The advanced filter: customers by their contracts or transactions (RULES 2.4).
///
/// What counts is dated within `--from` and `--to` (the day a contract was signed, the day of a
/// transaction) and has the given status.
enum DealingCriteria {
  private static let heading = Label(
    "By contracts or transactions", vi: "Theo hợp đồng hoặc giao dịch")

  private static let kinds: [Kind] = [.contract, .transaction]

  static let options: [Option] = [
    Option(
      "by",
      value: .one(
        "contracts|transactions",
        .choices(kinds.map { .init(plural($0), Catalogue.entity($0).label) })),
      Label("Which of the two is counted", vi: "Tính theo hợp đồng hay giao dịch"),
      heading: heading),
    Option("none", Label("Without any", vi: "Chưa có"), heading: heading),
    Option("any", Label("With at least one (the usual)", vi: "Đã có (mặc định)"), heading: heading),
    one(
      "value", "RANGE",
      Label(
        "Contracts worth so much together: 10tr..50tr, 100tr..",
        vi: "Tổng giá trị hợp đồng trong khoảng: 10tr..50tr, 100tr..")),
    one("times", "RANGE", Label("So many of them: 2..5, 3..", vi: "Số lượng: 2..5, 3..")),
    one(
      "fewer-than", "N", Label("Fewer than N, none included", vi: "Ít hơn N, kể cả chưa có")),
    one(
      "from", "DATE",
      Label("Signed or done from this day on", vi: "Ngày ký, ngày giao dịch từ ngày")),
    one(
      "to", "DATE", Label("Signed or done up to this day", vi: "Ngày ký, ngày giao dịch đến ngày")),
    Option(
      "status", value: .one("STATUS", .choices(statuses)),
      Label(
        "Only those with this status; given again, one of them",
        vi: "Chỉ tính tình trạng này; lặp lại là một trong số đó"), repeats: true,
      heading: heading),
  ]

  private static func one(_ name: String, _ placeholder: Placeholder, _ label: Label) -> Option {
    Option(name, value: .one(placeholder), label, heading: heading)
  }

  private static func plural(_ kind: Kind) -> String {
    Catalogue.entity(kind).plural.en.lowercased()
  }

  private static var statuses: [Completion.Choice] {
    var found: [Completion.Choice] = []
    for kind in kinds {
      let entity = Catalogue.entity(kind)
      let status = entity.fields[entity.place(of: TransactionField.status.rawValue)]
      guard case .choice(let choices) = status.kind else { continue }
      for choice in choices where !found.contains(where: { $0.value == choice.key }) {
        found.append(.init(choice.key, choice.label))
      }
    }
    return found
  }

  /// Returns what the options ask for.
  ///
  /// - Throws: a usage error where they do not go together.
  static func conditions(_ session: Session) throws -> [Expression] {
    let invocation = session.invocation
    let criteria = ["none", "any", "value", "times", "fewer-than", "from", "to", "status"]
      .filter(invocation.has)
    guard let name = try invocation.choice("by") else {
      if let first = criteria.first { throw needsKind(first) }
      return []
    }
    let counted = counted(invocation)
    func figure(_ measure: String, _ symbol: Comparison.Symbol, _ value: String) -> Expression {
      let path = FieldPath([FieldPath.Step(name, condition: counted), FieldPath.Step(measure)])
      return .comparison(Comparison(path, .compare(symbol, Literal(value))))
    }
    let some = figure("count", .atLeast, "1")
    if invocation.has("none") {
      if let other = criteria.first(where: { ["any", "value", "times", "fewer-than"].contains($0) })
      {
        throw contradicts(other)
      }
      return [figure("count", .equals, "0")]
    }
    var conditions: [Expression] = []
    if let range = invocation.value("value") {
      guard Catalogue.noun(String(name.dropLast())) == .contract else { throw hasNoValue() }
      // Who has no contract has no value, not one of 0.
      if try parseRange(range, parse: { try Money.parse($0) }).contains(0) {
        conditions.append(some)
      }
      conditions.append(figure("value", .equals, range))
    }
    if let range = invocation.value("times") { conditions.append(figure("count", .equals, range)) }
    if let number = try invocation.integer("fewer-than", in: 1...Int.max) {
      conditions.append(figure("count", .less, String(number)))
    }
    if invocation.has("any") || conditions.isEmpty { conditions.append(some) }
    return conditions
  }

  /// Returns which contracts or transactions count, nil where all do.
  private static func counted(_ invocation: Invocation) -> Expression? {
    var parts: [Expression] = []
    let (from, to) = (invocation.value("from"), invocation.value("to"))
    if from != nil || to != nil {
      parts.append(Criterion.equals("date", "\(from ?? "")..\(to ?? "")"))
    }
    let statuses = invocation.values("status")
    if !statuses.isEmpty { parts.append(Criterion.equals("status", statuses)) }
    return Expression.all(of: parts)
  }

  private static func needsKind(_ option: String) -> CRMError {
    CRMError(
      .usage, "--\(option) needs --by: contracts or transactions?",
      vi: "--\(option) cần --by: hợp đồng (contracts) hay giao dịch (transactions)?",
      hints: [
        Label(
          "Example: crm customer filter --by contracts --\(option)",
          vi: "Ví dụ: crm customer filter --by contracts --\(option)")
      ])
  }

  private static func contradicts(_ option: String) -> CRMError {
    CRMError(
      .usage, "--none and --\(option) cannot both hold",
      vi: "--none và --\(option) không thể cùng thỏa mãn")
  }

  private static func hasNoValue() -> CRMError {
    CRMError(
      .usage, "transactions have no value", vi: "giao dịch không có giá trị",
      hints: [
        Label(
          "Count them with --times, or use --by contracts.",
          vi: "Hãy đếm bằng --times, hoặc dùng --by contracts.")
      ])
  }
}
