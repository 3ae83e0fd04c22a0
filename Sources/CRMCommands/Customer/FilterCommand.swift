import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer filter`: the group filter and the advanced filter (RULES 2.3, 2.4).
enum FilterCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "filter"],
      Label(
        "Filter customers by groups, contracts and transactions",
        vi: "Lọc khách hàng theo nhóm, hợp đồng, giao dịch"),
      details: [
        Label(
          "--and A B: in both. --or A B: in one of them or both. --not A B: not in both; outside "
            + "of one is enough. Each occurrence is one clause and all clauses must hold, so that "
            + "--not A --not B leaves out both. An operand is a group, or any FIELD=VALUE.",
          vi: "--and A B: thuộc cả hai. --or A B: thuộc một trong hai hoặc cả hai. --not A B: "
            + "không thuộc A hoặc không thuộc B. Mỗi lần ghi là một mệnh đề, mọi mệnh đề cùng phải "
            + "đúng, nên --not A --not B loại cả hai. Tham số là tên nhóm, hoặc TRƯỜNG=GIÁ-TRỊ."),
        Label(
          "--by contracts or --by transactions counts those dated --from … --to with --status: "
            + "--none, --any, --times, --fewer-than, and --value, the sum of the contracts.",
          vi: "--by contracts hoặc --by transactions tính các hợp đồng, giao dịch trong khoảng "
            + "--from … --to có --status: --none chưa có, --any đã có, --times số lượng, "
            + "--fewer-than ít hơn, --value tổng giá trị hợp đồng."),
        Label(
          "All other criteria must hold too.", vi: "Các tiêu chí khác luôn phải cùng thỏa mãn."),
      ],
      options: clauses + DealingCriteria.options + CustomerCriteria.common
        + fields.map(\.option) + CriteriaUse.options + Listing.options(.customer),

      examples: [
        Example(
          "crm customer filter --and 'Miền Bắc' 15-25",
          Label("In both groups", vi: "Thuộc cả hai nhóm")),
        Example(
          "crm customer filter --and VIP --not 'Miền Nam' --count",
          Label("How many VIPs are not in the South", vi: "Bao nhiêu VIP không ở miền Nam")),
        Example(
          "crm customer filter --by contracts --none --from 01/01/2026 --owner lan",
          Label("Lan's without a contract this year", vi: "Khách của lan chưa ký năm nay")),
        Example(
          "crm customer filter --by contracts --status active --value 100tr.. --save 'Hợp đồng "
            + "lớn'",
          Label("Kept as a view", vi: "Lưu thành giao diện")),
        Example(
          "crm customer filter --or VIP 'province=Hà Nội' --birthday 01/12..31/12 --explain",
          Label("The same as an expression for --where", vi: "In biểu thức tương đương --where")),
      ],
      saves: { session in
        try CriteriaUse.saving(.customer, session) { _ in try asked(session) }
      },
      reads: { _, session in
        Look { reader in
          if CriteriaUse.isAsked(session) {
            return try CriteriaUse.explain(try asked(session), session)
          }
          var query = Query(.customer)
          query.conditions = try conditions(session)
          query.conditions += try PhoneCriterion.found(session, reader)
          try Listing.put(query, session, reader)
        }
      })
  }

  /// Returns the query as it can be typed.
  private static func asked(_ session: Session) throws -> Query {
    var query = Query(.customer)
    query.conditions = try conditions(session)
    query.conditions += PhoneCriterion.asked(session)
    return query
  }

  private static let heading = Label("Groups", vi: "Nhóm")

  private static let clauses: [Option] = [
    clause("and", Label("In all of these groups", vi: "Thuộc tất cả các nhóm này")),
    clause("or", Label("In at least one of these groups", vi: "Thuộc ít nhất một nhóm này")),
    clause("not", Label("Not in all of these groups", vi: "Không thuộc cùng lúc các nhóm này")),
  ]

  private static func clause(_ name: String, _ label: Label) -> Option {
    Option(
      name, value: .many("GROUP", .codes(kind: "group")), label, repeats: true, heading: heading)
  }

  /// The further criteria: the option, the field, and how they are compared.
  private static let fields: [(option: Option, field: String, symbol: Comparison.Symbol)] = [
    (
      option("created", "RANGE", Label("Created then", vi: "Ngày tạo trong khoảng")), "created",
      .equals
    ),
    (
      option("created-from", "DATE", Label("Created from this day on", vi: "Tạo từ ngày")),
      "created", .atLeast
    ),
    (
      option("created-to", "DATE", Label("Created up to this day", vi: "Tạo đến ngày")),
      "created", .atMost
    ),
    (
      option(
        "birthday", "DAY|RANGE",
        Label(
          "Birthday: 25/12, 20/12..05/01, 'month 12', this-month",
          vi: "Sinh nhật: 25/12, 20/12..05/01, 'tháng 12', tháng này")), "birthday", .equals
    ),
    part("office-address", Label("Part of the office address", vi: "Địa chỉ văn phòng")),
    part("website", Label("Part of the website", vi: "Website")),
    part("country", Label("Country", vi: "Quốc gia")),
    part("province", Label("Province or city", vi: "Tỉnh/Thành phố")),
    part("district", Label("District", vi: "Quận/Huyện")),
    part("ward", Label("Ward or commune", vi: "Phường/Xã")),
  ]

  private static func part(
    _ name: String, _ label: Label
  ) -> (option: Option, field: String, symbol: Comparison.Symbol) {
    let option = option(name, "TEXT", label)
    return (option, String(name.map { $0 == "-" ? "_" : $0 }), .contains)
  }

  private static func option(_ name: String, _ placeholder: Placeholder, _ label: Label) -> Option {
    Option(name, value: .one(placeholder), label, heading: FieldCriteria.heading)
  }

  private static func conditions(_ session: Session) throws -> [Expression] {
    let invocation = session.invocation
    let clauses = invocation.occurrences(of: "and", "or", "not").compactMap { occurrence in
      GroupClause.Join(rawValue: occurrence.option).map { GroupClause($0, occurrence.values) }
    }
    var conditions: [Expression] = []
    switch try GroupClause.expression(clauses) {
    case .all(let parts)?: conditions = parts
    case let other?: conditions = [other]
    case nil: break
    }
    conditions += try DealingCriteria.conditions(session)
    conditions += CustomerCriteria.commonConditions(session)
    for entry in fields {
      guard let value = invocation.value(entry.option.long) else { continue }
      conditions.append(Criterion.compare(entry.field, entry.symbol, value))
    }
    return conditions
  }
}
