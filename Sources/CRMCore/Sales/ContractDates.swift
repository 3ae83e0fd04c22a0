import CRMEngine
import CRMValues

/// When a contract ends. One without an expiry date gets it from its term: the same day so many
/// months after it came into force (else after it was signed), or the last of a shorter month
/// (Vietnam's Civil Code of 2015, article 148).
struct ContractDates {
  private let date, effective, expiry, term: Int

  /// A century: more is a slip of the pen.
  static let terms: ClosedRange<Int64> = 1...1200

  init() throws {
    date = try ContractField.date.position
    effective = try ContractField.effectiveDate.position
    expiry = try ContractField.expiryDate.position
    term = try ContractField.term.position
  }

  private func start(_ values: [Value]) -> Day? {
    (values[effective].text ?? values[date].text).flatMap { Day(iso: $0) }
  }

  /// Returns the day that follows from the term, nil where there is no term or no start.
  func expiry(_ values: [Value]) -> Value? {
    guard let months = values[term].integer, let start = start(values) else { return nil }
    return .text(start.adding(months: Int(clamping: months)).iso)
  }

  /// Fills an absent expiry date.
  func fill(_ values: inout [Value]) {
    if values[expiry].isNull, let day = expiry(values) { values[expiry] = day }
  }

  /// Moves an expiry date that followed from the term along with what it followed from, or fills
  /// an absent one; as a change of its own, so that undo takes it back.
  func move(from old: [Value], _ values: inout [Value], _ changed: inout [Int]) {
    guard !changed.contains(expiry), !Set(changed).isDisjoint(with: [date, effective, term]),
      old[expiry] == expiry(old) ?? .null
    else { return }
    let new = expiry(values) ?? .null
    guard new != values[expiry] else { return }
    values[expiry] = new
    changed.append(expiry)
  }

  /// Refuses a term that is none, and an end before the beginning.
  func check(_ values: [Value]) throws {
    if let months = values[term].integer, !Self.terms.contains(months) {
      throw CRMError(
        .request, "a contract has a term of 1 to 1200 months, not \(months)",
        vi: "thời hạn hợp đồng từ 1 đến 1.200 tháng, không phải \(months)")
    }
    if let end = values[expiry].text.flatMap({ Day(iso: $0) }), let start = start(values),
      end < start
    {
      throw CRMError(
        .request,
        "the contract would expire on \(end.text(.en)), before it begins on \(start.text(.en))",
        vi: "hợp đồng hết hạn ngày \(end.text(.vi)), trước khi bắt đầu ngày \(start.text(.vi))",
        hints: [
          Label(
            "Check --expiry-date, --effective-date and --date.",
            vi: "Hãy kiểm tra --expiry-date, --effective-date và --date.")
        ])
    }
  }
}
