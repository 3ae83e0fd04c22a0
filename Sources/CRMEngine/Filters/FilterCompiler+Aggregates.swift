import CRMValues

extension FilterCompiler {
  /// Returns the figure that a plural, its brackets and the name behind it mean.
  func aggregate(
    _ entity: Entity, by field: Field, _ step: FieldPath.Step,
    _ rest: ArraySlice<FieldPath.Step>
  ) throws -> Aggregate {
    let records = nested(entity)
    if let second = rest.dropFirst().first {
      throw second.place.error(
        "“.\(second.name)” cannot follow a figure",
        vi: "sau một số liệu không thể có “.\(second.name)”")
    }
    let isSeen = context.isSeenWith(entity, field)
    let name = ([step] + rest).map(\.name).joined(separator: ".")
    return Aggregate(
      measure: try rest.first.map { try records.measure($0) } ?? .existence,
      records: records, by: field, isSeen: isSeen,
      counted: try records.counted(step.condition, isSeen: isSeen),
      id: "\(raw: field.keySQL(of: self.entity.kind, "\(alias).id"))", name: name)
  }

  private func measure(_ step: FieldPath.Step) throws -> Aggregate.Measure {
    switch step.name {
    case "count": return .count
    case "first", "last":
      guard let day = entity.mainDay else { break }
      return step.name == "first" ? .first(day) : .last(day)
    default:
      if case .field(let field)? = entity.member(step.name, context.entities.catalogue),
        field.isSummable
      {
        return .sum(field)
      }
    }
    throw unknown(
      step,
      Label(
        "“\(step.name)” is no figure of \(entity.plural.en.lowercased())",
        vi: "“\(step.name)” không phải là số liệu của \(entity.plural.vi.lowercased())"),
      among: entity.aggregateNames)
  }

  /// Returns which records count: live ones, seen by the acting user, that satisfy the
  /// condition and count as revenue. A rule about a field that the condition mentions gives way.
  private func counted(_ condition: Expression?, isSeen: Bool) throws -> SQLFragment {
    var parts: [SQLFragment] = []
    if entity.isNoun { parts.append("\(raw: alias).deleted IS NULL") }
    let mentioned = Set(
      (condition?.comparisons ?? []).compactMap { comparison -> String? in
        guard let step = comparison.path.steps.first,
          case .field(let field)? = entity.member(step.name, context.entities.catalogue)
        else { return nil }
        return field.name
      })
    for rule in entity.counting where !mentioned.contains(rule.field) {
      guard let field = entity.field(rule.field) else { continue }
      parts.append(Condition.member(column(field), of: rule.keys.map(Value.text)).fragment)
    }
    if let condition { parts.append("(\(try compile(condition).fragment))") }
    if !isSeen, let visible = try context.visible(entity.kind, alias) {
      parts.append("(\(visible))")
    }
    return parts.isEmpty ? "1" : .joined(parts, " AND ")
  }
}
