import CRMValues

extension FilterCompiler {
  /// Returns the condition that one of a record's numbers answers a question. Numbers are
  /// equal by their E.164 form; `~` compares digits, the leading zero standing for +84.
  func phonesCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return keyed(field, [literal], phoneKey)
    case .isIn(let literals): return keyed(field, literals, phoneKey)
    case .contains(let literal):
      let digits = literal.text.filter { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else { return contains(field, literal) }
      return containsDigits(field, digits)
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column(field))
    }
  }

  /// Returns the condition that one of a record's addresses answers a question.
  func emailsCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return keyed(field, [literal], EmailAddress.key)
    case .isIn(let literals): return keyed(field, literals, EmailAddress.key)
    case .contains(let literal): return contains(field, literal)
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column(field))
    }
  }

  /// The key of a number; of what is none as well.
  private func phoneKey(_ text: String) -> String {
    phoneKeys(text).first ?? oddPhoneKey(cleaned(text))
  }

  /// Looks values up in the key table.
  private func keyed(
    _ field: Field, _ literals: [Literal], _ key: (String) -> String
  ) -> Condition {
    let member = Condition.member("key", of: literals.map { .text(key($0.text)) }).fragment
    return Condition(
      "\(raw: alias).id IN (SELECT record FROM \(raw: keys(field)) WHERE \(member))",
      isDecided: true)
  }

  private func containsDigits(_ field: Field, _ digits: String) -> Condition {
    // The key table is ordered by key, so that it is read once, not for every record. Only a
    // leading zero can stand for the +84 of a key.
    var holds: SQLFragment = "instr(key, \(Value.text(digits))) > 0"
    // No number is as long as the pattern of LIKE may be.
    if digits.hasPrefix("0"), digits.utf8.count <= FilterCompiler.longestPattern {
      holds = "\(holds) OR key LIKE \(Value.text("+84" + digits.dropFirst() + "%"))"
    }
    return Condition(
      "\(raw: alias).id IN (SELECT record FROM \(raw: keys(field)) WHERE \(holds))",
      isDecided: true)
  }
}
