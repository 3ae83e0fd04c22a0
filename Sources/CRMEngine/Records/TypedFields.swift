import CRMValues

/// What a person or a script typed for one field: several texts where it was given several times.
public struct TypedField: Hashable, Sendable {
  /// The position of the field in its entity.
  public let position: Int
  public let texts: [String]

  public init(_ position: Int, _ texts: [String]) {
    self.position = position
    self.texts = texts
  }
}

/// What typed fields come to: the values to write, and what is odd about them.
public struct FieldChanges {
  public var changes: [(position: Int, value: Value)] = []
  public var warnings: [Label] = []

  public init(_ changes: [(position: Int, value: Value)] = []) { self.changes = changes }

  /// Returns the value a field is given, nil where it is not given.
  public subscript(position: Int?) -> Value? {
    changes.last { $0.position == position }?.value
  }
}

extension Reader {
  /// Reads typed fields of one kind. Empty text empties the field.
  ///
  /// - Throws: ``CRMError`` for what is no value of its field, or names none or several records:
  ///   one that names all that is wrong.
  public func read(_ typed: [TypedField], of entity: Entity) throws -> FieldChanges {
    let (changes, errors) = try reading(typed, of: entity)
    guard errors.isEmpty else { throw CRMError.together(errors) }
    return changes
  }

  /// Reads typed fields, and returns what is wrong with those that cannot be read.
  public func reading(
    _ typed: [TypedField], of entity: Entity
  ) throws -> (FieldChanges, [CRMError]) {
    let input = FieldInput(self, suggests: true)
    var result = FieldChanges()
    var errors: [CRMError] = []
    for item in typed {
      do {
        try read(item, of: entity, among: typed, input, into: &result)
      } catch let error as CRMError where error.isRefusal {
        errors.append(error)
      }
    }
    return (result, errors)
  }

  private func read(
    _ item: TypedField, of entity: Entity, among typed: [TypedField], _ input: FieldInput,
    into result: inout FieldChanges
  ) throws {
    let field = entity.fields[item.position]
    let fallback = try field.fallback.map(entity.handle)
    let isFallbackTyped = typed.contains { $0.position == fallback }
    let texts = item.texts.filter { !cleaned($0).isEmpty }
    guard !texts.isEmpty else {
      result.changes.append((item.position, field.isLinked ? .list([]) : .null))
      return
    }
    var reading = FieldReading(values: entity.values())
    var filled = item.position
    if field.isLinked {
      var ids: Set<Int64> = []
      for text in texts {
        try input.fill(&reading, entity, item.position, text)
        ids.formUnion(reading.values[item.position].list)
      }
      reading.values[item.position] = .list(ids.sorted())
    } else {
      let text = field.isKeyed ? texts.joined(separator: "; ") : texts[texts.count - 1]
      filled = try input.fill(&reading, entity, item.position, text)
    }
    result.changes.append((filled, reading.values[filled]))
    // A record and its free-text stand-in never stand side by side.
    if filled != item.position {
      result.changes.append((item.position, .null))
    } else if let fallback, !isFallbackTyped {
      result.changes.append((fallback, .null))
    }
    result.warnings += reading.warnings
  }
}

extension Writer {
  /// Changes fields of a record, and adds to or takes from what its fields of several hold.
  ///
  /// - Returns: whether anything changed.
  @discardableResult
  public func edit(
    _ entity: Entity, _ id: Int64, _ changes: [(position: Int, value: Value)],
    adding: [(position: Int, value: Value)], removing: [(position: Int, value: Value)]
  ) throws -> Bool {
    guard !adding.isEmpty || !removing.isEmpty else { return try edit(entity.kind, id, changes) }
    var all = changes
    for position in Set(adding.map(\.position) + removing.map(\.position)).sorted() {
      let field = entity.fields[position]
      if field.isKeyed {
        let set = all.last { $0.position == position }?.value
        let text = try set ?? record(entity.kind, id)?.values[position] ?? .null
        let value = keys.changed(
          text, field, adding: adding.filter { $0.position == position }.map(\.value),
          removing: removing.filter { $0.position == position }.map(\.value))
        all.removeAll { $0.position == position }
        if set != nil || value != text { all.append((position, value)) }
        continue
      }
      let set = all.last { $0.position == position }?.value.list
      var ids = Set(try set ?? links(entity, field, id))
      for change in adding where change.position == position { ids.formUnion(change.value.list) }
      for change in removing where change.position == position {
        ids.subtract(change.value.list)
      }
      all.removeAll { $0.position == position }
      all.append((position, .list(ids.sorted())))
    }
    return try edit(entity.kind, id, all)
  }
}
