import CRMValues

/// A figure over the records that refer to one: their count, the sum of a field, the first or
/// last day.
struct Aggregate {
  enum Measure {
    /// The records themselves: there are some or none.
    case existence
    case count
    case sum(Field)
    case first(Field)
    case last(Field)
  }

  let measure: Measure
  /// The compiler of the kind whose records are counted.
  let records: FilterCompiler
  /// The field by which they refer to the record.
  let by: Field
  /// Whether all of them are seen by whoever sees the record they refer to.
  let isSeen: Bool
  /// Which of them count.
  let counted: SQLFragment
  /// The record they refer to, as the field holds it.
  let id: SQLFragment
  let name: String

  /// The kind of the figure.
  var kind: FieldKind {
    switch measure {
    case .existence, .count: return .integer
    case .sum(let field), .first(let field), .last(let field): return field.kind
    }
  }

  /// The figure over one group of records.
  private var figure: SQLFragment {
    switch measure {
    case .existence, .count: return "count(*)"
    case .sum(let field): return "coalesce(\(raw: Schema.sum(records.column(field).sql)), 0)"
    case .first(let field): return "min(\(records.column(field)))"
    case .last(let field): return "max(\(records.column(field)))"
    }
  }

  private var source: SQLFragment {
    let from = "\(records.table(isTold: isSeen)) \(records.alias)"
    guard by.isLinked else { return "FROM \(raw: from) WHERE" }
    let table = "\(records.entity.table)_\(by.name)"
    return "FROM \(raw: table) \(raw: link) JOIN \(raw: from) "
      + "ON \(raw: records.alias).id = \(raw: link).record WHERE"
  }

  private var link: String { records.alias + "_l" }

  /// The record they refer to, as a column of theirs.
  private var referred: SQLFragment {
    by.isLinked ? "\(raw: link).target" : records.column(by)
  }

  /// Leaves out those that refer to nothing: nothing is in a list that has an empty value.
  private var refers: SQLFragment {
    by.isLinked || by.required ? counted : "\(counted) AND \(referred) IS NOT NULL"
  }

  /// The figure of one record, as a subquery.
  var value: SQLFragment {
    "(SELECT \(figure) \(source) \(referred) = \(id) AND \(counted))"
  }

  private var exists: Condition {
    switch records.context.mode {
    case .page:
      return Condition(
        "EXISTS (SELECT 1 \(source) \(referred) = \(id) AND \(counted))",
        isDecided: true)
    case .whole:
      return Condition(
        "\(id) IN (SELECT \(referred) \(source) \(refers))", isDecided: true)
    }
  }

  /// Returns the condition that the figure answers a question.
  ///
  /// - Parameter isOnly: whether the condition alone decides, so that all records that have
  ///   any can be grouped once instead of being asked one by one.
  func condition(_ question: Question, isOnly: Bool) throws -> Condition {
    switch measure {
    case .existence:
      guard case .isPresent = question else { throw needsMeasure(question) }
      return exists
    case .count, .sum:
      guard let ranges = try records.numberRanges(kind, question, name) else {
        return Condition("1", isDecided: true)
      }
      if case .count = measure, let decided = existence(ranges) { return decided }
      let isGrouped = isOnly && !ranges.contains { $0.contains(0) }
      return answer(isGrouped) { figure in
        .any(ranges.map { Condition($0.condition(figure), isDecided: true) })
      }
    case .first(let field), .last(let field):
      if case .isPresent = question { return exists }
      return try answer(isOnly) { figure in
        switch field.kind {
        case .instant: return try records.instantCondition(figure, question, name)
        case .moment: return try records.momentCondition(figure, question, name)
        default: return try records.dayCondition(figure, question, name)
        }
      }
    }
  }

  /// Returns `count > 0` and `count = 0`, which need no counting.
  private func existence(_ ranges: [ValueRange]) -> Condition? {
    guard ranges.count == 1 else { return nil }
    let range = ranges[0]
    guard range.contains(0) != range.contains(1), range.contains(1) == range.contains(.max) else {
      return nil
    }
    // A range that parts 0 from 1 and holds 1 as it holds the greatest: all above, or none.
    return range.contains(1) ? exists : exists.negated
  }

  private func answer(
    _ isGrouped: Bool, _ condition: (SQLFragment) throws -> Condition
  ) rethrows -> Condition {
    guard isGrouped, records.context.mode == .whole else { return try condition(value) }
    let having = try condition(figure).fragment
    return Condition(
      """
      \(id) IN (SELECT \(referred) \(source) \(refers) \
      GROUP BY \(referred) HAVING \(having))
      """, isDecided: true)
  }

  private func needsMeasure(_ question: Question) -> CRMError {
    let plural = name
    let names = records.entity.aggregateNames.map { "\(plural).\($0)" }.joined(separator: ", ")
    return records.unfit(
      question, plural,
      Label("Write one of \(names).", vi: "Viết một trong \(names)."))
  }
}
