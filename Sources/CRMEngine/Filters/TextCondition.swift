import CRMValues

extension FilterCompiler {
  /// Returns the condition that a text answers a question. Equality is sameness where marks count
  /// (RULES 1.5); `~` finds parts without regard to case and marks.
  func textCondition(_ field: Field, _ question: Question) throws -> Condition {
    let column = column(field)
    switch question {
    case .equals(let literal): return same(field, [literal])
    case .isIn(let literals): return same(field, literals)
    case .ordered(let symbol, let literal):
      return Condition("\(column) \(raw: symbol.rawValue) \(text(literal))")
    case .contains(let literal): return contains(field, literal)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column)
    }
  }

  /// Returns the condition that a code answers a question; codes are compared without regard to
  /// ASCII case, by their column's collation, and have ranges.
  func codeCondition(_ field: Field, _ question: Question) throws -> Condition {
    let column = column(field)
    switch question {
    case .equals(let literal) where literal.text.contains(".."):
      let range = try located(literal, field.name) { try parseRange($0) { $0 } }
      return Condition(ValueRange(range, Value.text).condition(column))
    case .contains(let literal):
      let part = cleaned(literal.text)
      guard part.utf8.count <= Self.longestPattern else {
        return Condition("instr(lower(\(column)), lower(\(Value.text(part)))) > 0")
      }
      return Condition("\(column) LIKE \(Self.pattern(part)) ESCAPE '\\'")
    case .equals, .ordered, .isIn, .isWithin, .isPresent:
      return try textCondition(field, question)
    }
  }

  /// Returns the condition that a text is the same as one of some: by the spellings that are kept of
  /// the field, else by what each record has.
  private func same(_ field: Field, _ literals: [Literal]) -> Condition {
    let column = column(field)
    let keys = literals.map { Value.text(identityText($0.text)) }
    guard !keys.isEmpty else { return .member(column, of: []) }
    if entity.keepsSpellings(of: field) {
      return Condition("\(column) IN (\(spellings(field, keys)))")
    }
    guard keys.count == 1 else {
      return Condition("identity_text(\(column)) IN (\(SQLFragment.list(keys)))")
    }
    let isSame: SQLFragment = "same_text(\(column), \(keys[0])) = 1"
    guard field.name == "name", entity.hasFoldedName else { return Condition(isSame) }
    let folded = Value.text(folded(literals[0].text))
    return Condition("\(raw: alias).name_fold = \(folded) AND \(isSame)")
  }

  /// Returns a query of the spellings of some keys; plain codes are their own.
  private func spellings(_ field: Field, _ keys: [Value]) -> SQLFragment {
    let texts = Spellings.texts(entity.kind, field.name)
    guard field.kind == .code else {
      return "\(raw: texts) IN (\(SQLFragment.list(keys)))"
    }
    let rows = SQLFragment.joined(keys.map { "(\($0))" }, ", ")
    return """
      WITH wanted(code) AS (VALUES \(rows)) SELECT code FROM wanted UNION ALL \
      \(raw: texts) IN (SELECT code FROM wanted)
      """
  }

  /// Returns the condition that a tax code answers a question; separators do not count.
  func taxCodeCondition(_ field: Field, _ question: Question) throws -> Condition {
    let plain: SQLFragment =
      "replace(replace(replace(\(column(field)), ' ', ''), '.', ''), '-', '')"
    switch question {
    case .equals(let literal):
      guard let key = TaxCode.key(literal.text) else { return try textCondition(field, question) }
      return Condition("\(plain) = \(Value.text(key))")
    case .contains(let literal):
      let digits = literal.text.filter { !" .-".contains($0) }
      return Condition("instr(\(plain), \(Value.text(digits))) > 0")
    case .ordered, .isIn, .isWithin, .isPresent:
      return try textCondition(field, question)
    }
  }

  /// Returns the condition that a text holds a part.
  func contains(_ field: Field, _ literal: Literal) -> Condition {
    let part = folded(literal.text)
    if field.name == "name", entity.search.contains("name") {
      guard part.utf8.count <= Self.longestPattern else {
        return Condition("instr(\(raw: alias).name_fold, \(Value.text(part))) > 0")
      }
      return Condition("\(raw: alias).name_fold LIKE \(Self.pattern(part)) ESCAPE '\\'")
    }
    return Condition("holds_folded(\(column(field)), \(Value.text(part))) = 1")
  }

  func present(_ column: SQLFragment) -> Condition {
    Condition("coalesce(\(column), '') <> ''", isDecided: true)
  }

  func text(_ literal: Literal) -> Value { .text(cleaned(literal.text)) }

  /// Bytes of a text that LIKE looks for, which takes 50,000 of a pattern, escapes included; a
  /// longer one is looked for in a slower way.
  static let longestPattern = 20_000

  static func pattern(_ part: String) -> Value {
    var pattern = "%"
    for character in part {
      if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
      pattern.append(character)
    }
    return .text(pattern + "%")
  }
}
