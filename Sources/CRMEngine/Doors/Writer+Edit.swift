import CRMValues

extension Writer {
  /// Changes fields of a record; what already stands there changes nothing.
  ///
  /// - Parameter changes: values by field position.
  /// - Returns: whether anything changed.
  /// - Throws: ``CRMError`` for an emptied required field, a code in use, a duplicate, a record
  ///   in the trash, an approved record, one beyond what the actor may change.
  @discardableResult
  public func edit(_ kind: Kind, _ id: Int64, _ changes: [(position: Int, value: Value)]) throws
    -> Bool
  {
    guard let record = try record(kind, id) else { return false }
    return try edit(record, changes)
  }

  /// Changes fields of a record as it was just read.
  package func edit(_ record: Record, _ changes: [(position: Int, value: Value)]) throws -> Bool {
    let (kind, id) = (record.kind, record.id)
    let statements = try statements(kind)
    let entity = statements.entity
    if record.isDeleted { throw RecordErrors.inTrash(try label(kind, id), of: entity) }
    var values = record.values
    var changed: [Int] = []
    for (position, value) in changes where values[position] != value {
      values[position] = value
      changed.append(position)
    }
    guard !changed.isEmpty else { return false }
    try permitEditing(record, values, changed: changed)
    try statements.rules?.complete(&values, record, &changed)
    let completed = values
    try derive(statements, &values, record)
    let derived = values.indices.filter { values[$0] != completed[$0] && !changed.contains($0) }
    try check(statements, record, values, changed: changed)
    let named = try conditions(naming: record, as: changed)
    try apply(statements, record, values, changed: changed, derived: derived)
    try named?.name(try label(kind, id))
    return true
  }

  /// The saved conditions that name a record by what is about to change; nil where it does not.
  private func conditions(naming record: Record, as changed: [Int]) throws -> NamingConditions? {
    let entity = record.entity
    let names = ["code", entity.referenceField].compactMap(entity.position)
    guard changed.contains(where: names.contains) else { return nil }
    return try NamingConditions(self, record.kind, record.id)
  }

  /// Refuses changed values that are taken, doubles of another record, or locked.
  func check(
    _ statements: KindStatements, _ record: Record, _ values: [Value], changed: [Int]
  ) throws {
    for position in changed
    where values[position].isBlank && statements.requiredPositions.contains(position) {
      throw RecordErrors.cannotBeEmpty(statements.entity.fields[position], of: statements.entity)
    }
    try statements.checkChoices(values, changed: changed)
    try checkUnlocked(record, changed: changed)
    try CycleCheck.check(self, statements.entity, record.id, values, changed: changed)
    try checkLock(ofPart: statements, record.values)
    try checkResponsible(statements, values, changed)
    try checkValues(statements, values, record, changed)
    try checkDifferences(statements, record.id, record.values, values)
    try checkFree(statements, values, isDeleted: false, except: record.id, changed: changed)
  }

  /// Writes changed fields, logs them, and follows them up; no checks.
  ///
  /// - Parameters:
  ///   - derived: the positions of what was derived from the changed values; nil where that is
  ///     still to be done.
  ///   - unmoved: what an event called for that already was so.
  package func apply(
    _ statements: KindStatements, _ record: Record, _ new: [Value], changed: [Int],
    derived: [Int]? = nil, as action: ChangeAction = .edit,
    unmoved: [(field: Field, value: Value)] = []
  ) throws {
    let entity = statements.entity
    var values = new
    var columns = changed
    if let derived {
      columns += derived
    } else {
      try derive(statements, &values, record)
      columns += values.indices.filter { values[$0] != new[$0] && !changed.contains($0) }
    }
    let isMark = action == .follow && statements.rules?.isMark(changed) == true
    if let position = statements.updatedPosition, !isMark {
      values[position] = .integer(nowSeconds)
      if !columns.contains(position) { columns.append(position) }
    }
    let stored = columns.filter { !entity.fields[$0].isLinked }.sorted()
    let renamed = statements.namePosition.map(stored.contains) ?? false
    if !stored.isEmpty {
      let update = try update(statements, stored, renamed: renamed)
      var index: Int32 = 1
      for position in stored {
        update.bind(index, values[position])
        index += 1
      }
      if renamed, let position = statements.namePosition {
        update.bind(index, values[position].text.map { .text(folded($0)) } ?? .null)
        index += 1
      }
      update.bind(index, record.id)
      try update.run()
    }
    noteCode(statements, values)
    try noteSpellings(statements, values, changed)
    if let position = statements.codePosition, changed.contains(position),
      case .text(let code) = values[position]
    {
      skipNumber(of: code, statements)
    }
    for link in statements.links where changed.contains(link.position) {
      try relink(
        link.insert, link.delete, record.id, record.values[link.position].list,
        values[link.position].list)
    }
    if !record.isDeleted { try reindex(statements, record, values, changed: changed) }
    let logged = changed.map { (entity.fields[$0], record.values[$0], values[$0]) }
    try log(entity.kind, record.id, action, ChangeBody.edit(logged, unmoved: unmoved))
    try follow(statements, id: record.id, old: record, new: values)
  }

  /// Returns the statement that sets the given columns, the folded name with them.
  private func update(
    _ statements: KindStatements, _ columns: [Int], renamed: Bool
  ) throws -> PreparedStatement {
    if let known = statements.updates[columns] { return known }
    let entity = statements.entity
    var sets = columns.map { "\(Schema.quoted(entity.fields[$0].name)) = ?" }
    if renamed { sets.append("name_fold = ?") }
    let made = try cache.statement(
      "UPDATE \(entity.table) SET \(sets.joined(separator: ", ")) WHERE id = ?")
    statements.updates[columns] = made
    return made
  }

  private func relink(
    _ insert: PreparedStatement, _ delete: PreparedStatement, _ id: Int64, _ old: [Int64],
    _ new: [Int64]
  ) throws {
    for target in old where !new.contains(target) {
      delete.bind(1, id)
      delete.bind(2, target)
      try delete.run()
    }
    for target in new where !old.contains(target) {
      insert.bind(1, id)
      insert.bind(2, target)
      try insert.run()
    }
  }

  private func reindex(
    _ statements: KindStatements, _ record: Record, _ values: [Value], changed: [Int]
  ) throws {
    for key in statements.keys where changed.contains(key.position) {
      let field = statements.entity.fields[key.position]
      let old = record.values[key.position].text.map { keys.storedKeys(of: field, $0) } ?? []
      let new = values[key.position].text.map { keys.storedKeys(of: field, $0) } ?? []
      for value in old where !new.contains(value) {
        key.delete.bind(1, value)
        key.delete.bind(2, record.id)
        try key.delete.run()
      }
      for value in new where !old.contains(value) {
        key.insert.bind(1, value)
        key.insert.bind(2, record.id)
        try key.insert.run()
        statements.rules?.noteKey(value)
      }
    }
    try statements.rules?.keep(
      record.id, old: record.values, new: values, changed: changed)
    guard let search = statements.search, search.positions.contains(where: changed.contains)
    else { return }
    try writeWords(statements, search.positions, record.id, record.values, isDelete: true)
    try writeWords(statements, search.positions, record.id, values, isDelete: false)
  }
}
