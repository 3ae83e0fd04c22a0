import CRMValues

/// What a path leads to, as SQL for one row of the filtered kind's table: for columns and sort
/// keys.
public struct FilterOperand {
  /// The stored value; the id of a reference; for several records their names, separated by
  /// `; `.
  public let fragment: SQLFragment
  /// What the value is: a number of records is an integer, names of several records are text.
  public let kind: FieldKind
  /// The field the path ends in, nil for a count.
  public let field: Field?
  /// The heading: the labels along the path.
  public let label: Label
  /// What rows are sorted by so that people find the order right: names without marks, choices
  /// in the order of their list, birthdays by day and month.
  public let sortKey: SQLFragment
}

extension FilterCompiler {
  /// Returns what a path such as `stars`, `owner.unit.name`, `orders.total` or
  /// `orders[date = this-year].count` leads to.
  ///
  /// - Throws: a ``CRMError`` of kind `request` for a path that leads nowhere.
  public func operand(_ path: String) throws -> FilterOperand {
    try operand(try FieldPath(parsing: path))
  }

  /// Returns what a path leads to.
  public func operand(_ path: FieldPath) throws -> FilterOperand {
    try operand(path.steps[...])
  }

  private func operand(_ steps: ArraySlice<FieldPath.Step>) throws -> FilterOperand {
    guard let step = steps.first else {
      throw CRMError(.bug, "a path has no steps", vi: "đường dẫn không có tên trường")
    }
    let rest = steps.dropFirst()
    switch try member(step) {
    case .records(let records, let field):
      return figure(
        try aggregate(context.entities[records.kind], by: field, step, rest), rest.first)
    case .field(let field):
      if let condition = step.condition { throw unexpectedBracket(step, condition) }
      guard let next = rest.first else { return own(field) }
      guard let target = field.target else { throw nothingFollows(field, next) }
      if field.isLinked, next.name == "count", rest.count == 1 { return linked(count: field) }
      let inner = nested(context.entities[target])
      return try reached(
        field, inner, try inner.operand(rest), isTold: inner.isTold(rest, by: field))
    }
  }

  private func figure(_ aggregate: Aggregate, _ step: FieldPath.Step?) -> FilterOperand {
    let entity = aggregate.records.entity
    let suffix: Label
    var field: Field?
    switch aggregate.measure {
    case .existence, .count: suffix = Label("count", vi: "số lượng")
    case .sum(let summed): (field, suffix) = (summed, summed.label)
    case .first(let day): (field, suffix) = (day, Label("first", vi: "đầu tiên"))
    case .last(let day): (field, suffix) = (day, Label("last", vi: "gần nhất"))
    }
    return FilterOperand(
      fragment: aggregate.value, kind: aggregate.kind, field: field,
      label: entity.plural.followed(by: suffix), sortKey: aggregate.value)
  }

  private func linked(count field: Field) -> FilterOperand {
    FilterOperand(
      fragment: linkCount(field), kind: .integer, field: nil,
      label: field.label.followed(by: Label("count", vi: "số lượng")),
      sortKey: linkCount(field))
  }

  /// Returns an operand of the record, or records, a field refers to.
  private func reached(
    _ field: Field, _ inner: FilterCompiler, _ operand: FilterOperand, isTold: Bool
  ) throws -> FilterOperand {
    func wrapped(_ value: SQLFragment) throws -> SQLFragment {
      let table: SQLFragment = "\(raw: inner.table(isTold: isTold)) \(raw: inner.alias)"
      func seen(_ row: SQLFragment) throws -> SQLFragment { isTold ? row : try inner.seen(row) }
      guard field.isLinked else {
        let row = try seen("\(raw: inner.alias).id = \(column(field))")
        return "(SELECT \(value) FROM \(table) WHERE \(row))"
      }
      let row = try seen("record = \(raw: alias).id")
      return """
        (SELECT group_concat(value, '; ') FROM (SELECT DISTINCT \(value) AS value \
        FROM \(raw: link(field)) JOIN \(table) ON \(raw: inner.alias).id = target \
        WHERE \(row) ORDER BY 1))
        """
    }
    let value = try wrapped(operand.fragment)
    return FilterOperand(
      fragment: value, kind: field.isLinked ? .text : operand.kind, field: operand.field,
      label: field.label.followed(by: operand.label),
      sortKey: field.isLinked ? value : try wrapped(operand.sortKey))
  }

  private func own(_ field: Field) -> FilterOperand {
    let value = field.isLinked ? names(field) : column(field)
    return FilterOperand(
      fragment: value, kind: field.isLinked ? .text : field.kind, field: field, label: field.label,
      sortKey: sortKey(field))
  }

  /// The names of the records a link field refers to.
  private func names(_ field: Field) -> SQLFragment {
    guard let target = field.target else { return "NULL" }
    let inner = nested(context.entities[target])
    let name = inner.entity.referenceField
    return """
      (SELECT group_concat(value, '; ') FROM (SELECT \(raw: inner.alias).\(name: name) AS value \
      FROM \(raw: link(field)) JOIN \(raw: inner.table(isTold: true)) \(raw: inner.alias) \
      ON \(raw: inner.alias).id = target WHERE record = \(raw: alias).id ORDER BY 1))
      """
  }

  private func sortKey(_ field: Field) -> SQLFragment {
    switch field.kind {
    case .text, .longText, .condition:
      return field.name == "name" && entity.search.contains("name")
        ? "\(raw: alias).name_fold" : "fold(\(column(field)))"
    case .choice(let choices):
      let cases = choices.enumerated().map { index, choice -> SQLFragment in
        "WHEN \(Value.text(choice.key)) THEN \(raw: String(index))"
      }
      return "CASE \(column(field)) \(SQLFragment.joined(cases, " ")) END"
    case .yearlyDay: return "substr(\(column(field)), -5)"
    case .reference(let target):
      let inner = nested(context.entities[target])
      guard let name = inner.entity.field(inner.entity.nameField), name.kind == .text else {
        return column(field)
      }
      let table = inner.table(isTold: field.belongs)
      return """
        (SELECT \(inner.sortKey(name)) FROM \(raw: table) \(raw: inner.alias) \
        WHERE \(raw: inner.alias).id = \(column(field)))
        """
    case .references: return names(field)
    case .code, .flag, .integer, .decimal, .percent, .money, .day, .instant, .moment, .duration,
      .recurrence,
      .phones, .emails, .taxCode, .location, .record, .noun:
      return column(field)
    }
  }
}

extension Label {
  fileprivate func followed(by other: Label) -> Label {
    Label("\(en): \(other.en.lowercased())", vi: "\(vi): \(other.vi.lowercased())")
  }
}
