import CRMValues

/// A field whose value the write door checks against more than its own kind.
struct CheckedField {
  let position: Int
  /// The field that names the kind a condition is asked of; nil where the declaration does.
  let scope: Int?

  /// Returns the fields of a kind that are checked.
  ///
  /// - Throws: ``CRMError`` of kind bug for a condition on a kind that no field names.
  static func all(of entity: Entity) throws -> [CheckedField] {
    try entity.fields.enumerated().compactMap { position, field in
      switch field.kind {
      case .noun, .record, .condition(.kind, _): return CheckedField(position: position, scope: nil)
      case .condition(.kindNamed(let name), _):
        return CheckedField(position: position, scope: try entity.handle(name))
      default: return nil
      }
    }
  }
}

extension Writer {
  /// Refuses a record that must not be: what its fields say for themselves, then its rules.
  ///
  /// - Parameters:
  ///   - old: the record as it stands; nil for a new one.
  ///   - changed: the positions that change; nil for a new record, and for one that comes back.
  func checkValues(
    _ statements: KindStatements, _ values: [Value], _ old: Record?, _ changed: [Int]?
  ) throws {
    if !statements.checkedFields.isEmpty { try checkFields(statements, values, changed) }
    try statements.rules?.check(values, old, changed)
  }

  private func checkFields(
    _ statements: KindStatements, _ values: [Value], _ changed: [Int]?
  ) throws {
    let entity = statements.entity
    for checked in statements.checkedFields {
      let (field, value) = (entity.fields[checked.position], values[checked.position])
      let isChanged = changed?.contains(checked.position) ?? true
      switch field.kind {
      case .noun(let others) where isChanged:
        guard let word = value.text, !others.contains(where: { $0.key == word }) else { continue }
        if catalogue.kind(named: word) == nil { throw RecordErrors.unknownNoun(word, catalogue) }
      case .record where isChanged: try checkLink(field, value)
      case .condition(let scope, let knowsMe):
        // A flag may switch on what a condition decides, which may have stopped fitting.
        let isAsked =
          isChanged
          || changed?.contains { $0 == checked.scope || entity.fields[$0].kind == .flag }
            ?? true
        guard isAsked, let text = value.text, !text.isEmpty else { continue }
        try checkCondition(
          text, of: try kind(scope, values, checked), knowsMe: knowsMe)
      default: continue
      }
    }
  }

  private func kind(
    _ scope: ConditionScope, _ values: [Value], _ checked: CheckedField
  ) throws -> Kind {
    switch scope {
    case .kind(let kind): return kind
    case .kindNamed:
      let word = checked.scope.flatMap { values[$0].text } ?? ""
      guard let kind = catalogue.noun(word) else {
        throw RecordErrors.unknownNoun(word, catalogue)
      }
      return kind
    }
  }

  /// No foreign key watches what may be a record of any kind.
  private func checkLink(_ field: Field, _ value: Value) throws {
    guard !value.isNull else { return }
    if let (kind, id) = catalogue.record(namedBy: field, value), kind.isNoun {
      try beforeReading(kind)
      let statement = try cache.statement("SELECT 1 FROM \(kind.table) WHERE id = ?")
      statement.bind(1, id)
      if try statement.firstInteger() != nil { return }
    }
    throw CRMError(
      .request, "\(field.label.en): the record it names is no longer there",
      vi: "\(field.label.vi): bản ghi được chỉ đến không còn nữa")
  }
}
