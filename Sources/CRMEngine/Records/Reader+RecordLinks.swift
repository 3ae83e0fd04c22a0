import CRMValues

extension Reader {
  /// Returns the live records of whatever kind that a text names and the actor sees: those that
  /// answer to what stands behind a noun and a colon (`order:DH000001`), else those whose code it
  /// is.
  func links(named text: String) throws -> [RecordLink] {
    if let (kind, name) = catalogue.nounAndName(text) {
      return try resolve(kind, name).map { RecordLink(kind, $0) }
    }
    return try catalogue.nounKinds.compactMap { kind in
      guard let found = try find(kind, code: text), !found.isDeleted,
        try isVisible(kind, found.id)
      else { return nil }
      return RecordLink(kind, found.id)
    }
  }

  /// Returns the one record of whatever kind that a text names.
  ///
  /// - Throws: ``CRMError`` where none or several answer to it.
  package func link(_ text: String) throws -> RecordLink {
    if let (kind, name) = catalogue.nounAndName(text) {
      return RecordLink(kind, try one(kind, name))
    }
    let found = try links(named: text)
    guard found.count < 2 else {
      throw RecordErrors.ambiguous(text, try found.map(self.text))
    }
    guard let link = found.first else { throw RecordErrors.noRecord(text) }
    return link
  }

  /// Returns a link as it is typed: `order:DH000001`.
  public func text(of link: RecordLink) throws -> String {
    guard let kind = catalogue.kind(number: link.kindNumber) else { return "" }
    let statement = try cache.statement("SELECT code FROM main.\(kind.table) WHERE id = ?")
    statement.bind(1, link.id)
    guard try statement.step() else { return "" }
    let code = statement.text(0) ?? ""
    statement.reset()
    return "\(kind.rawValue):\(code)"
  }
}

extension Catalogue {
  /// Returns the noun and the name of `order:DH000001`, by its word or by its label in either
  /// language; nil where no noun stands before a colon.
  public func nounAndName(_ text: String) -> (kind: Kind, name: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let word = cleaned(String(text[..<colon]))
    let name = cleaned(String(text[text.index(after: colon)...]))
    guard !word.isEmpty, !name.isEmpty else { return nil }
    let kind = noun(word) ?? ChoiceTable(nounChoices).value(word)?.text.flatMap(kind(named:))
    return kind.map { ($0, name) }
  }

  /// Returns a link as people read it: `Order DH000001` for `order:DH000001`.
  public func label(ofLink text: String) -> Label {
    guard let (kind, name) = nounAndName(text) else { return Label(same: text) }
    return entity(kind).called(name)
  }

  /// Returns in SQL what a column of links is as it is typed; null for what is none. No
  /// declaration is built for it.
  func linkText(_ column: SQLFragment) -> SQLFragment {
    let cases = nounKinds.map { kind -> SQLFragment in
      """
      WHEN \(raw: String(kind.number)) THEN '\(raw: kind.rawValue):' || (SELECT r.code \
      FROM main.\(raw: kind.table) r WHERE r.id = (\(column) & \(raw: String(RecordLink.mask))))
      """
    }
    return """
      (CASE \(column) >> \(raw: String(RecordLink.shift)) \(SQLFragment.joined(cases, " ")) END)
      """
  }
}
