import CRMValues

extension Writer {
  /// Adds a record. Absent fields take their defaults, an absent code is generated.
  ///
  /// - Parameter values: one value a field of the entity, by position; computed ones are
  ///   overwritten.
  /// - Parameter codeIsFree: whether the caller has just found the given code free.
  /// - Returns: the new record's id.
  /// - Throws: ``CRMError`` for a missing required field, a code in use, a duplicate.
  @discardableResult
  public func add(
    _ kind: Kind, _ given: [Value], codeIsFree: Bool = false
  ) throws -> Int64 {
    var values = given
    return try add(kind, completing: &values, codeIsFree: codeIsFree)
  }

  /// Adds a record as ``add(_:_:codeIsFree:)`` does, and leaves in the values what it has become.
  @discardableResult
  func add(
    _ kind: Kind, completing values: inout [Value], codeIsFree: Bool = false
  ) throws -> Int64 {
    let statements = try statements(kind)
    let rules = statements.rules
    // What was gathered before a custom field was added has no place for it.
    while values.count < statements.entity.fields.count { values.append(.null) }
    try inheritOwner(statements, &values)
    try permitAdding(statements.entity, &values)
    var completed: [Int] = []
    try rules?.complete(&values, nil, &completed)
    for (position, value) in statements.defaults where values[position].isNull {
      values[position] = value
    }
    if statements.requiredPositions.contains(where: { values[$0].isBlank }) {
      let missing = statements.requiredPositions.filter { values[$0].isBlank }
      throw RecordErrors.missing(
        missing.map { statements.entity.fields[$0] }, of: statements.entity)
    }
    try derive(statements, &values, nil)
    try statements.checkChoices(values)
    try checkLock(ofPart: statements, values)
    try checkResponsible(statements, values, nil)
    try checkValues(statements, values, nil, nil)
    try checkCode(values, statements, isFree: codeIsFree)
    try checkUnique(statements, values, positions: statements.uniquePositions, except: nil)
    try fillCode(&values, statements)
    stamp(&values, statements)
    let id = statements.nextID
    statements.nextID += 1
    statements.numberingChanged = true
    try insert(statements, id: id, values, deleted: nil)
    try log(kind, id, .add, nil)
    try follow(statements, id: id, old: nil, new: values, isNew: true)
    return id
  }

  private func stamp(_ values: inout [Value], _ statements: KindStatements) {
    if let position = statements.createdPosition { values[position] = .integer(nowSeconds) }
    if let position = statements.updatedPosition { values[position] = .integer(nowSeconds) }
    if let position = statements.createdByPosition {
      values[position] = actor.user.map(Value.integer) ?? .null
    }
  }

  private func checkCode(
    _ values: [Value], _ statements: KindStatements, isFree: Bool
  ) throws {
    guard let position = statements.codePosition else { return }
    let entity = statements.entity
    guard case .text(let code) = values[position] else {
      guard entity.codePrefix == nil else { return }
      throw RecordErrors.missing([entity.fields[position]], of: entity)
    }
    try refuseNameAsCode(code, entity)
    if !isFree, try mayBeTaken(code, statements),
      let found = try find(entity.kind, code: code)
    {
      throw RecordErrors.codeTaken(code, of: entity, inTrash: found.isDeleted)
    }
  }

  /// Refuses a code by which others are called, whom it would be taken for: codes are looked up
  /// first. Who may do everything is trusted to know.
  func refuseNameAsCode(_ code: String, _ entity: Entity, except id: Int64 = 0) throws {
    guard isAsked, entity.isNoun else { return }
    guard try called(entity.kind, code).contains(where: { $0 != id }) else { return }
    throw RecordErrors.codeTaken(code, of: entity, inTrash: false)
  }

  /// Generates an absent code. Comes last, so that a refused record uses up no number.
  private func fillCode(_ values: inout [Value], _ statements: KindStatements) throws {
    guard let position = statements.codePosition else { return }
    let entity = statements.entity
    if case .text(let code) = values[position] { return skipNumber(of: code, statements) }
    var code = generatedCode(statements)
    while try mayBeTaken(code, statements), try find(entity.kind, code: code) != nil {
      code = generatedCode(statements)
    }
    values[position] = .text(code)
  }

  /// Whether a code has to be looked up; while rows are gathered, those that rise need not.
  private func mayBeTaken(_ code: String, _ statements: KindStatements) throws -> Bool {
    guard gathered?.kind == statements.entity.kind else { return true }
    return try !isBeyondAllCodes(statements.entity.kind, code)
  }

  private func generatedCode(_ statements: KindStatements) -> String {
    let number = statements.nextCode
    statements.nextCode += 1
    statements.numberingChanged = true
    return statements.codePattern?.code(number) ?? String(number)
  }

  /// Keeps generated numbers above typed ones, so that they need not be tried one by one.
  func skipNumber(of code: String, _ statements: KindStatements) {
    guard let number = number(of: code, statements), number >= statements.nextCode else { return }
    statements.nextCode = number + 1
    statements.numberingChanged = true
  }

  /// Gives the number of the newest record out once more, which undone is as if it had never been:
  /// the same file then lands with the same codes.
  func giveBackNumber(of record: Record, _ statements: KindStatements) {
    guard let position = statements.codePosition, let code = record.values[position].text,
      let number = number(of: code, statements), number + 1 == statements.nextCode
    else { return }
    statements.nextCode = number
    statements.numberingChanged = true
  }

  /// Returns the number of a code that is such as its kind generates, nil for others.
  private func number(of code: String, _ statements: KindStatements) -> Int64? {
    guard let pattern = statements.codePattern, code.hasPrefix(pattern.prefix) else { return nil }
    let digits = code.utf8.dropFirst(pattern.prefix.utf8.count)
    guard digits.count >= pattern.width, digits.count <= CodePattern.mostDigits else { return nil }
    var number: Int64 = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return number
  }

  func checkUnique(
    _ statements: KindStatements, _ values: [Value], positions: [Int], except id: Int64?
  ) throws {
    let entity = statements.entity
    if !positions.isEmpty { try beforeReading(entity.kind) }
    for position in positions {
      guard case .text(let text) = values[position] else { continue }
      let field = entity.fields[position]
      let name = field.name
      let same = try spelt(entity, field, text) + otherwiseCalled(entity, field, text)
      if let found = same.first(where: { $0 != id }) {
        throw RecordErrors.valueTaken(
          field, text, of: entity, by: try label(entity.kind, found))
      }
      // What is called by the code of another would be taken for that.
      if name == entity.referenceField, drawsConsequences,
        let other = try find(entity.kind, code: text),
        other.id != id, !other.isDeleted
      {
        throw RecordErrors.valueTaken(
          field, text, of: entity, by: try label(entity.kind, other.id))
      }
    }
  }

  /// Refuses values that another record has meanwhile: the code, and what is unique among the
  /// live.
  ///
  /// - Parameter changed: the positions to look at; nil for all.
  func checkFree(
    _ statements: KindStatements, _ values: [Value], isDeleted: Bool, except id: Int64,
    changed: [Int]? = nil
  ) throws {
    let entity = statements.entity
    if let position = statements.codePosition, changed?.contains(position) == true,
      case .text(let code) = values[position]
    {
      try refuseNameAsCode(code, entity, except: id)
    }
    if let position = statements.codePosition, changed?.contains(position) ?? true,
      case .text(let code) = values[position], let found = try find(entity.kind, code: code),
      found.id != id
    {
      throw RecordErrors.codeTaken(code, of: entity, inTrash: found.isDeleted)
    }
    if changed == nil {
      let record = Record(entity, id: id, values: values, isDeleted: isDeleted)
      try checkValues(statements, values, record, nil)
    }
    guard !isDeleted else { return }
    let positions = statements.uniquePositions.filter { changed?.contains($0) ?? true }
    try checkUnique(statements, values, positions: positions, except: id)
  }
}
