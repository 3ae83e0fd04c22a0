import CRMValues

extension FilterCompiler {
  /// Returns the condition that a field of this kind's records answers a question.
  func condition(
    on field: Field, _ question: Question, _ step: FieldPath.Step
  ) throws -> Condition {
    switch field.kind {
    case .code: return try codeCondition(field, question)
    case .text, .longText, .location, .condition, .recurrence:
      return try textCondition(field, question)
    case .taxCode: return try taxCodeCondition(field, question)
    case .choice(let choices):
      return try choiceCondition(field, input.choices.table(choices), question)
    case .noun(let others): return try choiceCondition(field, input.nouns(or: others), question)
    case .flag: return try flagCondition(field, question)
    case .integer, .decimal, .percent, .money, .duration:
      return try numberCondition(column(field), field.kind, question, field.name)
    case .day: return try dayCondition(column(field), question, field.name)
    case .yearlyDay: return try yearlyCondition(field, question)
    case .instant: return try instantCondition(column(field), question, field.name)
    case .moment: return try momentCondition(column(field), question, field.name)
    case .record: return try recordCondition(field, question)
    case .phones: return try phonesCondition(field, question)
    case .emails: return try emailsCondition(field, question)
    case .reference(let target), .references(let target):
      return try referenceCondition(field, target, question)
    }
  }

  private func choiceCondition(
    _ field: Field, _ table: ChoiceTable, _ question: Question
  ) throws -> Condition {
    func value(_ literal: Literal) throws -> Value {
      try located(literal, field.name) { text in
        guard let value = table.value(text) else { throw table.unknown(text) }
        return value
      }
    }
    switch question {
    case .equals(let literal): return .member(column(field), of: [try value(literal)])
    case .isIn(let literals): return .member(column(field), of: try literals.map(value))
    case .contains(let literal):
      let keys = table.keys(containing: literal.text)
      return .member(column(field), of: keys.map(Value.text))
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return present(column(field))
    }
  }

  /// A flag that was never set is no.
  private func flagCondition(_ field: Field, _ question: Question) throws -> Condition {
    func holds(_ literal: Literal) throws -> Condition {
      let flag = try located(literal, field.name) { try FieldKind.flag.parse($0, input) }
      return flag == .integer(1)
        ? Condition("\(column(field)) = 1") : Condition("\(column(field)) IS NOT 1")
    }
    switch question {
    case .equals(let literal): return try holds(literal)
    case .isIn(let literals): return .any(try literals.map(holds))
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .contains: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent: return .isFilled(column(field))
    }
  }
}
