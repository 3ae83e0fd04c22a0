import CRMValues

/// Whether the rules of a kind were asked for, and what was found.
enum RuleSlot {
  case unknown
  case none
  case known(any Rules)
}

extension Writer {
  /// Returns the rules of a kind, made when they are first asked for; nil for a kind without.
  package func rules(_ kind: Kind) throws -> (any Rules)? {
    let place = Int(kind.number)
    switch ruleSlots[place] {
    case .none: return nil
    case .known(let rules): return rules
    case .unknown:
      guard let listed = catalogue.rules(kind) else {
        ruleSlots[place] = .none
        return nil
      }
      guard let type = listed as? any Rules.Type else { throw notRun(kind) }
      let made = try type.init(self)
      ruleSlots[place] = .known(made)
      return made
    }
  }

  private func notRun(_ kind: Kind) -> CRMError {
    CRMError(
      .bug, "what the catalogue lists as the rules of \(kind) cannot be run",
      vi: "quy tắc mà danh mục ghi cho \(kind) không chạy được")
  }

  /// Returns the rules of one type.
  ///
  /// - Throws: ``CRMError`` of kind bug where the catalogue lists no such rules for their kind.
  package func rules<T: Rules>(_ type: T.Type) throws -> T {
    if let rules = try rules(T.kind) as? T { return rules }
    throw CRMError(
      .bug, "the catalogue does not list the rules of \(T.kind)",
      vi: "danh mục không có quy tắc của \(T.kind)")
  }

  /// Fills the computed fields that follow from a record's own values.
  func derive(_ statements: KindStatements, _ values: inout [Value], _ old: Record?) throws {
    try statements.rules?.derive(&values, old)
    deriveDifferences(statements, &values)
  }

  /// The rules at work in this operation. What refers to others comes before what is referred to,
  /// so that what follows from a line has reached its document before that is settled.
  var knownRules: [any Rules] {
    catalogue.kindsWithRules.reversed().compactMap { entry in
      if case .known(let rules) = ruleSlots[Int(entry.kind.number)] { return rules }
      return nil
    }
  }

  /// Carries out what the rules have gathered, until none has anything left.
  func settleRules() throws {
    // What one kind carries out may be something to gather for another: a handful of rounds is
    // the length of the longest chain, more would be two kinds that chase each other.
    for _ in 0..<20 {
      try settleFigures()
      for rules in knownRules { try rules.settle() }
      let waits = touchedFigures.values.contains { !$0.isEmpty }
      guard waits || knownRules.contains(where: { $0.pending > 0 }) else { return }
    }
    throw CRMError(
      .bug, "what follows from this command does not come to an end",
      vi: "các thay đổi kéo theo của lệnh này không bao giờ dừng")
  }

  /// Follows up a written record: what other records derive from it, and what it means for them.
  ///
  /// - Parameters:
  ///   - old: the record before, nil where it was not live.
  ///   - new: its values now, nil where it no longer is live.
  ///   - isNew: whether it never was there before: nothing can refer to it yet, and only then it
  ///     means something for others.
  func follow(
    _ statements: KindStatements, id: Int64, old: Record?, new: [Value]?, isNew: Bool = false
  ) throws {
    if statements.entity.kind == .user { activeUsers = [] }
    noteNamed(statements, id: id, old: old, new: new, isNew: isNew)
    try noteFigures(statements, id: id, old: old, new: new)
    guard
      statements.rules != nil || !statements.hearers.isEmpty || !statements.feeds.isEmpty
    else { return }
    let written = Written(
      entity: statements.entity, id: id, old: old, new: new, isNew: isNew)
    try statements.rules?.follow(written)
    for (position, kind) in statements.hearers {
      guard let rules = try rules(kind) else { continue }
      let before = old?.values[position].integer
      let now = new?[position].integer
      if let before { try rules.hear(of: before) }
      if let now, now != before { try rules.hear(of: now) }
    }
    try settleIfLarge()
  }
}
