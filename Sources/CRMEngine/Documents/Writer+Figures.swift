import CRMValues
import GRDB

extension Writer {
  /// Notes the records whose figures a written record moves.
  func noteFigures(_ statements: KindStatements, id: Int64, old: Record?, new: [Value]?) throws {
    for feed in statements.feeds {
      let before = old?.values[feed.position].integer
      let now = new?[feed.position].integer
      if let before { touchedFigures[feed.target, default: NotedIDs()].insert(before) }
      if let now { touchedFigures[feed.target, default: NotedIDs()].insert(now) }
    }
    guard !statements.partFeeds.isEmpty,
      countingDiffers(statements.entity, old?.values, new)
    else { return }
    for part in statements.partFeeds {
      let find = try cache.statement(part.query)
      find.bind(1, id)
      while try find.step() {
        touchedFigures[part.target, default: NotedIDs()].insert(find.integer(0))
      }
    }
  }

  /// Whether a document counts otherwise than before, and with it its parts.
  private func countingDiffers(_ entity: Entity, _ old: [Value]?, _ new: [Value]?) -> Bool {
    guard let old, let new else { return true }
    return entity.counting.contains { rule in
      let position = entity.place(of: rule.field)
      return old[position] != new[position]
    }
  }

  /// Brings the figures of the records that were noted up to date, and tells those who want to
  /// hear of them.
  func settleFigures() throws {
    while let (kind, ids) = touchedFigures.first(where: { !$0.value.isEmpty }) {
      touchedFigures[kind]?.removeAll()
      try settleFigures(entity(kind), ids.sorted())
    }
  }

  private func settleFigures(_ entity: Entity, _ ids: [Int64]) throws {
    let figures = entity.figures
    let columns = figures.map { Schema.quoted($0.field) }.joined(separator: ", ")
    let sums = figures.map { catalogue.sql($0, of: entity) }.joined(separator: ", ")
    let update = try cache.statement(
      "UPDATE \(entity.table) SET (\(columns)) = (SELECT \(sums)) WHERE id = ?")
    let statements = try statements(entity.kind)
    let rest = try differences(statements)
    let wholes = try wholes(statements)
    for id in ids {
      let before = try wholes.map { try values($0, id, statements) }
      update.bind(1, id)
      rest?.bind(1, id)
      do {
        try update.run()
        try rest?.run()
      } catch let error as DatabaseError where error.isSumTooLarge {
        throw entity.tooLarge(try label(entity.kind, id))
      }
      // What nothing was paid of has nothing to be refused for.
      guard let wholes, let before,
        statements.differences.contains(where: { before[$0.part] != .integer(0) })
      else { continue }
      try checkDifferences(statements, id, before, try values(wholes, id, statements))
    }
    try tellHearers(entity, ids)
  }

  /// The statement that works out what one field of a record exceeds another by; nil where the
  /// kind has no such field.
  private func differences(_ statements: KindStatements) throws -> PreparedStatement? {
    guard !statements.differences.isEmpty else { return nil }
    func column(_ position: Int) -> String {
      Schema.quoted(statements.entity.fields[position].name)
    }
    let sets = statements.differences.map {
      "\(column($0.position)) = \(column($0.whole)) - \(column($0.part))"
    }
    return try cache.statement(
      "UPDATE \(statements.entity.table) SET \(sets.joined(separator: ", ")) WHERE id = ?")
  }

  /// The statement that reads what those fields follow from; nil where there are none.
  private func wholes(_ statements: KindStatements) throws -> PreparedStatement? {
    guard !statements.differences.isEmpty else { return nil }
    let columns = statements.differences.flatMap { [$0.whole, $0.part] }.map {
      Schema.quoted(statements.entity.fields[$0].name)
    }
    return try cache.statement(
      "SELECT \(columns.joined(separator: ", ")) FROM \(statements.entity.table) WHERE id = ?")
  }

  /// Returns the values of a record as far as ``wholes(_:)`` reads them.
  private func values(
    _ wholes: PreparedStatement, _ id: Int64, _ statements: KindStatements
  ) throws -> [Value] {
    var values = statements.entity.values()
    wholes.bind(1, id)
    guard try wholes.step() else { return values }
    defer { wholes.reset() }
    for (place, field) in statements.differences.enumerated() {
      values[field.whole] = wholes.value(Int32(2 * place))
      values[field.part] = wholes.value(Int32(2 * place + 1))
    }
    return values
  }

  /// Tells those who want to hear of records that their figures are others than before.
  private func tellHearers(_ entity: Entity, _ ids: [Int64]) throws {
    for hearer in try statements(entity.kind).hearers {
      guard let rules = try rules(hearer.kind) else { continue }
      let column = Schema.quoted(entity.fields[hearer.position].name)
      let find = try cache.statement("SELECT \(column) FROM \(entity.table) WHERE id = ?")
      for id in ids {
        find.bind(1, id)
        if let other = try find.firstInteger() { try rules.hear(of: other) }
      }
    }
  }
}
