import CRMValues

extension Reader {
  /// Returns the id and the trash mark of the record with the given code, however it is spelt
  /// (RULES 1.5), or nil where there is none.
  public func find(_ kind: Kind, code: String) throws -> (id: Int64, isDeleted: Bool)? {
    try beforeReading(kind)
    guard kind.isNoun else { return nil }
    if isPlainCode(code) {
      if let found = try plain(kind, code) { return found }
      guard try hasOddCodes(kind) else { return nil }
    }
    let statement = try cache.statement(Spellings.find(kind, columns: "id, deleted"))
    statement.bind(1, code)
    statement.bind(2, identityText(code))
    return try found(statement)
  }

  /// Looks for a plain code, whose index leaves out of regard what it may.
  private func plain(_ kind: Kind, _ code: String) throws -> (id: Int64, isDeleted: Bool)? {
    let index = Int(kind.number)
    let statement: PreparedStatement
    if let known = codeStatements[index] {
      statement = known
    } else {
      statement = try cache.statement("SELECT id, deleted FROM \(kind.table) WHERE code = ?")
      codeStatements[index] = statement
    }
    statement.bind(1, code)
    return try found(statement)
  }

  private func found(_ statement: PreparedStatement) throws -> (id: Int64, isDeleted: Bool)? {
    guard try statement.step() else { return nil }
    let found = (statement.integer(0), !statement.value(1).isNull)
    statement.reset()
    return found
  }

  /// Whether any record of a kind has, or had, a code that is not plain.
  func hasOddCodes(_ kind: Kind) throws -> Bool {
    if let known = oddCodes[Int(kind.number)] { return known }
    let asked = try cache.statement("\(Spellings.texts(kind, "code")) IS NOT NULL LIMIT 1")
    let isSo = try asked.step()
    asked.reset()
    oddCodes[Int(kind.number)] = isSo
    return isSo
  }

  /// Notes that a kind has a code that is not plain.
  func noteOddCode(_ kind: Kind) { oddCodes[Int(kind.number)] = true }
}
