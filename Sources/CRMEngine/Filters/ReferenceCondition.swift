import CRMValues

extension FilterCompiler {
  /// Returns the condition that a reference answers a question.
  func referenceCondition(_ field: Field, _ target: Kind, _ question: Question) throws -> Condition
  {
    switch question {
    case .equals(let literal): return try refers(field, target, [literal])
    case .isIn(let literals): return try refers(field, target, literals)
    case .contains(let literal):
      let inner = nested(context.entities[target])
      return try reached(field, inner, try inner.named(literal), isTold: field.belongs)
    case .ordered: throw unfit(question, field.name, Self.noOrder)
    case .isWithin: throw unfit(question, field.name, Self.noDate)
    case .isPresent:
      guard field.isLinked else {
        return .isFilled(column(field))
      }
      return Condition(
        "EXISTS (SELECT 1 FROM \(raw: link(field)) WHERE record = \(raw: alias).id)",
        isDecided: true)
    }
  }

  /// Returns the condition that the field names one of the records that texts stand for.
  private func refers(_ field: Field, _ target: Kind, _ literals: [Literal]) throws -> Condition {
    var ids: [Int64] = []
    var parts: [Condition] = []
    for literal in literals {
      let found = try located(literal, field.name) { try context.resolve(target, $0) }
      context.named(literal, target, found)
      if !found.isEmpty {
        ids += found
      } else if let name = field.fallback, let other = entity.field(name) {
        // What is no record stands in the other field.
        do {
          parts.append(
            try condition(on: other, .equals(literal), FieldPath.Step(name, place: literal.place)))
        } catch let error as CRMError where error.isRefusal && other.target != nil {
          // What is called by the field's name lacks as that.
          throw try unknownRecord(literal, target)
        }
      } else {
        throw try unknownRecord(literal, target)
      }
    }
    if !ids.isEmpty { parts.append(member(field, ids.map(Value.integer))) }
    return .any(parts)
  }

  private func member(_ field: Field, _ ids: [Value]) -> Condition {
    guard field.isLinked else { return .member(column(field), of: ids) }
    let targets = Condition.member("target", of: ids).fragment
    return Condition(
      "\(raw: alias).id IN (SELECT record FROM \(raw: link(field)) WHERE \(targets))",
      isDecided: true)
  }

  /// Returns the condition that a record of this kind is called something with the part in it.
  private func named(_ literal: Literal) throws -> SQLFragment {
    var parts: [Condition] = []
    if let code = try entity.position(ifAny: .code).map({ entity.fields[$0] }) {
      parts.append(try codeCondition(code, .contains(literal)))
    }
    if entity.nameField != "code", let name = entity.field(entity.nameField) {
      parts.append(contains(name, literal))
    }
    return Condition.any(parts).fragment
  }

  private func unknownRecord(_ literal: Literal, _ kind: Kind) throws -> CRMError {
    let entity = context.entities[kind]
    return literal.place.error(
      Label(
        "there is no \(entity.label.en.lowercased()) “\(literal.text)”",
        vi: "không có \(entity.label.vi.lowercased()) “\(literal.text)”"),
      hints: Label.didYouMean(try context.nearest(kind, literal.text)))
  }
}
