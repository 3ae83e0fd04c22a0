import CRMValues

/// Compiles filters over one kind of record to SQL.
///
/// Every comparison is true or false of every record: `province != "Hà Nội"` holds where there
/// is no province, and `not` is the opposite always.
public struct FilterCompiler {
  let entity: Entity
  /// The name of the kind's table in the statement the condition is put into.
  let alias: String
  let context: FilterContext
  let depth: Int
  let input: InputContext

  /// - Parameter alias: the name of the kind's table in the statement; not `f` with a number,
  ///   which name the tables the filter brings in.
  public init(entity: Entity, alias: String, context: FilterContext) {
    self.init(
      entity: entity, alias: alias, context: context, depth: 0,
      input: InputContext(moment: context.moment, catalogue: context.entities.catalogue))
  }

  init(
    entity: Entity, alias: String, context: FilterContext, depth: Int, input: InputContext
  ) {
    self.entity = entity
    self.alias = alias
    self.context = context
    self.depth = depth
    self.input = input
  }

  /// Returns the condition of a WHERE clause, for one row of the kind's table.
  ///
  /// - Throws: a ``CRMError`` of kind `request` that points at what is unknown or does not fit.
  public func condition(_ expression: Expression) throws -> SQLFragment {
    let fragment = try compile(expression, isOnly: true).fragment
    guard fragment.arguments.count <= Self.mostArguments else {
      throw CRMError(
        .usage, "the filter has more than \(Self.mostArguments.counted(.en)) values",
        vi: "bộ lọc có hơn \(Self.mostArguments.counted(.vi)) giá trị")
    }
    return "(\(fragment))"
  }

  /// SQLite takes 32,766 parameters a statement; some are left for who puts the condition in.
  private static let mostArguments = 32_000

  /// - Parameter isOnly: whether the condition alone decides about the rows of the table.
  func compile(_ expression: Expression, isOnly: Bool = false) throws -> Condition {
    switch expression {
    case .all(let parts): return .all(try parts.map { try compile($0) })
    case .any(let parts): return .any(try parts.map { try compile($0) })
    case .not(let part): return try compile(part).negated
    case .comparison(let comparison):
      let (question, isNegated) = comparison.test.question
      let steps = comparison.path.steps[...]
      let condition = try condition(steps, question, isOnly: isOnly && !isNegated)
      return isNegated ? condition.negated : condition
    }
  }

  /// Returns the condition that a question holds of what a path leads to.
  func condition(
    _ steps: ArraySlice<FieldPath.Step>, _ question: Question, isOnly: Bool
  ) throws -> Condition {
    guard let step = steps.first else { return .never }
    let rest = steps.dropFirst()
    switch try member(step) {
    case .records(let records, let field):
      let aggregate = try aggregate(context.entities[records.kind], by: field, step, rest)
      return try aggregate.condition(question, isOnly: isOnly)
    case .field(let field):
      if let condition = step.condition { throw unexpectedBracket(step, condition) }
      guard let next = rest.first else { return try condition(on: field, question, step) }
      guard let target = field.target else { throw nothingFollows(field, next) }
      let inner = nested(context.entities[target])
      if field.isLinked, next.name == "count", rest.count == 1 {
        return try numberCondition(linkCount(field), .integer, question, next.name)
      }
      let condition = try inner.condition(rest, question, isOnly: isOnly)
      let isTold = try field.belongs && inner.isTold(rest, by: field)
      return try reached(field, inner, condition.fragment, isTold: isTold)
    }
  }

  /// Returns the condition that a record the field refers to satisfies a condition.
  ///
  /// - Parameter isTold: whether the condition asks for nothing but what everybody is told.
  func reached(
    _ field: Field, _ inner: FilterCompiler, _ condition: SQLFragment, isTold: Bool
  ) throws -> Condition {
    let table = inner.table(isTold: isTold)
    let to = inner.alias
    let condition = isTold ? condition : try inner.seen(condition)
    let fragment: SQLFragment
    switch (field.isLinked, context.mode) {
    case (false, .page):
      fragment = """
        EXISTS (SELECT 1 FROM \(raw: table) \(raw: to) \
        WHERE \(raw: to).id = \(column(field)) AND (\(condition)))
        """
    case (false, .whole):
      fragment = """
        \(column(field)) IN (SELECT \(raw: to).id FROM \(raw: table) \(raw: to) \
        WHERE \(condition))
        """
    case (true, .page):
      fragment = """
        EXISTS (SELECT 1 FROM \(raw: link(field)) JOIN \(raw: table) \(raw: to) \
        ON \(raw: to).id = target WHERE record = \(raw: alias).id AND (\(condition)))
        """
    case (true, .whole):
      fragment = """
        \(raw: alias).id IN (SELECT record FROM \(raw: link(field)) JOIN \(raw: table) \
        \(raw: to) ON \(raw: to).id = target WHERE \(condition))
        """
    }
    // A column without value is in no set, but that is null, not false.
    return Condition(fragment, isDecided: field.isLinked || context.mode == .page)
  }

  /// Returns the condition with what the acting user may see of this kind.
  func seen(_ condition: SQLFragment) throws -> SQLFragment {
    guard let visible = try context.visible(entity.kind, alias) else { return condition }
    return "(\(condition)) AND (\(visible))"
  }

  /// Returns the compiler for a table that the filter brings in.
  func nested(_ other: Entity) -> FilterCompiler {
    FilterCompiler(
      entity: other, alias: "f\(depth + 1)", context: context, depth: depth + 1, input: input)
  }

  func column(_ field: Field) -> SQLFragment { "\(raw: alias).\(name: field.name)" }

  /// The table that links the kind's records to those a field names.
  func link(_ field: Field) -> String { "\(entity.table)_\(field.name)" }

  /// The table of a field's normalised values.
  func keys(_ field: Field) -> String { "\(entity.table)_\(field.name)_key" }

  func linkCount(_ field: Field) -> SQLFragment {
    "(SELECT count(*) FROM \(raw: link(field)) WHERE record = \(raw: alias).id)"
  }
}
