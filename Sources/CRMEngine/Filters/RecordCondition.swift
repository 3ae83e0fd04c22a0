import CRMValues

extension FilterCompiler {
  /// Returns the condition that a link to a record of any kind answers a question.
  func recordCondition(_ field: Field, _ question: Question) throws -> Condition {
    switch question {
    case .equals(let literal): return try links(field, [literal])
    case .isIn(let literals): return try links(field, literals)
    case .contains:
      throw unfit(
        question, field.name,
        Label(
          "It names a record; use = order:DH000001.",
          vi: "Trường này chỉ một bản ghi; hãy dùng = order:DH000001."))
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return .isFilled(column(field))
    }
  }

  /// Returns the condition that the field names one of the records that texts stand for.
  private func links(_ field: Field, _ literals: [Literal]) throws -> Condition {
    let found = try literals.flatMap { literal in
      try located(literal, field.name) { text in
        let links = try context.links(text)
        guard !links.isEmpty else { throw RecordErrors.noRecord(text) }
        return links.map { Value.integer($0.stored) }
      }
    }
    return .member(column(field), of: found)
  }
}
