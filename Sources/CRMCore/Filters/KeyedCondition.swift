import CRMCatalogue
import CRMValues

extension FilterCompiler {
  /// Returns the condition that one of a record's numbers answers a question. Numbers are
  /// equal by their E.164 form; `~` compares digits, the leading zero standing for +84.
  func phonesCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return keyed(field, [literal]) { phoneKeys($0).first }
    case .isIn(let literals): return keyed(field, literals) { phoneKeys($0).first }
    case .contains(let literal):
      let digits = literal.text.filter { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return contains(field, literal) }
      return containsDigits(field, .text(digits))
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column(field))
    }
  }

  /// Returns the condition that one of a record's addresses answers a question.
  func emailsCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return keyed(field, [literal]) { EmailAddress.key($0) }
    case .isIn(let literals): return keyed(field, literals) { EmailAddress.key($0) }
    case .contains(let literal): return contains(field, literal)
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column(field))
    }
  }

  /// Looks values up in the key table. What has no key is compared as it was typed, with each
  /// part of the text.
  private func keyed(
    _ field: Field, _ literals: [Literal], _ key: (String) -> String?
  ) -> Condition {
    let keys = literals.compactMap { key($0.text).map(Value.text) }
    var parts: [Condition] = []
    if !keys.isEmpty {
      let member = Condition.member("key", of: keys).fragment
      parts.append(
        Condition(
          "\(raw: alias).id IN (SELECT record FROM \(raw: self.keys(field)) WHERE \(member))",
          isDecided: true))
    }
    for literal in literals where key(literal.text) == nil {
      let part = Value.text("; \(cleaned(literal.text));")
      parts.append(Condition("instr('; ' || \(column(field)) || ';', \(part)) > 0"))
    }
    return .any(parts)
  }

  private func containsDigits(_ field: Field, _ digits: Value) -> Condition {
    // The key table is ordered by key, so that it is read once, not for every record. Numbers
    // without key are found by the digits of the text.
    let typed: SQLFragment =
      "replace(replace(replace(\(column(field)), ' ', ''), '.', ''), '-', '')"
    return Condition(
      """
      \(raw: alias).id IN (SELECT record FROM \(raw: keys(field)) \
      WHERE instr(key, \(digits)) > 0 \
      OR (key LIKE '+84%' AND instr('0' || substr(key, 4), \(digits)) > 0)) \
      OR instr(\(typed), \(digits)) > 0
      """)
  }
}
