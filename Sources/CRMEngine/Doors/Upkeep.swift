import CRMValues

/// Something that the rules of a kind keep beside what the engine keeps, and that follows from other
/// data: where it is not what it should be, and how it is worked out anew. `crm doctor` asks.
package struct Upkeep: Sendable {
  /// One place where what is kept is not what follows.
  package struct Gap {
    /// The record; of a table without records the number that a row is known by.
    let id: Int64
    let field: Field?
    let found: Value
    let wanted: Value

    /// - Parameters:
    ///   - field: nil for what is kept in a table of its own.
    ///   - found: what is kept; null where that cannot be told.
    package init(_ id: Int64, _ field: Field? = nil, found: Value = .null, wanted: Value = .null) {
      self.id = id
      self.field = field
      self.found = found
      self.wanted = wanted
    }
  }

  /// What it is called in a report: the word for programs, and for people.
  let name: Choice
  /// The kind whose records it is kept of; nil for what is known by numbers.
  let kind: Kind?
  /// What somebody can do about what cannot be worked out.
  let advice: Label
  let find: @Sendable (Reader, (Gap) throws -> Void) throws -> Void
  let mend: (@Sendable (Writer, _ ids: String) throws -> Void)?

  /// - Parameters:
  ///   - find: hands over every gap. It only reads, and keeps nothing that grows with the data.
  ///   - mend: works out anew what is kept of the records whose ids a query in parentheses finds;
  ///     nil where it cannot be. What follows from other data is not logged.
  package init(
    _ name: Choice, of kind: Kind?, advice: Label,
    find: @escaping @Sendable (Reader, (Gap) throws -> Void) throws -> Void,
    mend: (@Sendable (Writer, _ ids: String) throws -> Void)? = nil
  ) {
    self.name = name
    self.kind = kind
    self.advice = advice
    self.find = find
    self.mend = mend
  }
}
