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
    let rest = try differences(entity)
    let excess = try entity.differences.map { try Excess($0, entity, self) }
    for id in ids {
      let before = try excess.map { try $0.amount(id) }
      update.bind(1, id)
      rest?.bind(1, id)
      do {
        try update.run()
        try rest?.run()
      } catch let error as DatabaseError where error.isSumTooLarge {
        throw entity.tooLarge(try label(entity.kind, id))
      }
      for (excess, before) in zip(excess, before) { try excess.refuseGrowth(id, from: before) }
    }
    try tellHearers(entity, ids)
  }

  /// The statement that works out what one field of a record exceeds another by; nil where the
  /// kind has no such field.
  private func differences(_ entity: Entity) throws -> PreparedStatement? {
    let sets = entity.fields.compactMap { field -> String? in
      guard case .difference(let whole, let part) = field.follows else { return nil }
      return "\(Schema.quoted(field.name)) = \(Schema.quoted(whole)) - \(Schema.quoted(part))"
    }
    guard !sets.isEmpty else { return nil }
    return try cache.statement(
      "UPDATE \(entity.table) SET \(sets.joined(separator: ", ")) WHERE id = ?")
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
