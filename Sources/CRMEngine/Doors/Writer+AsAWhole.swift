import CRMValues

/// What a writer holds in memory of its operation, as it was before a record of several writes.
struct WriterState {
  let changes: Int64
  let kinds: [KindStatements?]
  let numbering: [KindStatements.Numbering?]
  let rules: [RuleSlot]
  let documents: Set<Kind>
  let doomedColumns: Int
  let entitiesVersion: Int
}

extension Writer {
  /// Runs a body that writes several things, a document and its lines: refused midway, it leaves
  /// nothing of them, in the database, in the log, or of what is gathered to be written.
  ///
  /// What makes every check before its only write needs none of this, and no savepoint's time.
  ///
  /// - Throws: what the body throws. What is no refusal ends the operation, which takes everything
  ///   back.
  func asAWhole<T>(_ body: () throws -> T) throws -> T {
    guard !isWithinWhole else { return try body() }
    let before = try beginWhole()
    isWithinWhole = true
    defer { isWithinWhole = false }
    let result: T
    do {
      result = try body()
    } catch let error as CRMError where error.isRefusal {
      try takeBack(to: before)
      throw error
    }
    try cache.statement("RELEASE whole").run()
    for kind in touchedFigures.keys { touchedFigures[kind]?.land() }
    notifications.land()
    for rules in knownRules { rules.land() }
    for case let statements? in kinds { statements.pendingSearch.land() }
    isWithinWhole = false
    try settleIfLarge()
    return result
  }

  private func beginWhole() throws -> WriterState {
    // What waits from before is not to go with the savepoint.
    try gathered?.flush()
    for kind in touchedFigures.keys { touchedFigures[kind]?.begin() }
    notifications.begin()
    for rules in knownRules { rules.begin() }
    for case let statements? in kinds { statements.pendingSearch.begin() }
    try cache.statement("SAVEPOINT whole").run()
    return WriterState(
      changes: changeCount, kinds: kinds, numbering: kinds.map { $0?.numbering },
      rules: ruleSlots, documents: Set(touchedFigures.keys), doomedColumns: doomedColumns.count,
      entitiesVersion: entitiesVersion)
  }

  private func takeBack(to before: WriterState) throws {
    try cache.statement("ROLLBACK TO whole").run()
    try cache.statement("RELEASE whole").run()
    gathered?.discard()
    changeCount = before.changes
    // Those met since then read their numbers anew.
    kinds = before.kinds
    for (statements, numbering) in zip(kinds, before.numbering) {
      guard let statements, let numbering else { continue }
      statements.numbering = numbering
      statements.pendingSearch.takeBack()
      statements.spelt.forEach { $0.forget() }
    }
    for kind in touchedFigures.keys {
      guard before.documents.contains(kind) else {
        touchedFigures[kind] = nil
        continue
      }
      touchedFigures[kind]?.takeBack()
    }
    notifications.takeBack()
    // Rules that were first asked for since then have gathered nothing else.
    ruleSlots = before.rules
    for rules in knownRules { rules.takeBack() }
    doomedColumns.removeLast(doomedColumns.count - before.doomedColumns)
    if entitiesVersion != before.entitiesVersion { try reloadEntities() }
  }
}
