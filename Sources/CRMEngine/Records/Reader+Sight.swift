import CRMValues

/// How a query is asked whose actor does not see every record.
extension Reader {
  /// Says that this command looks at a few records, so that what else the actor sees of their kinds
  /// need not be looked up.
  public func looksAtFew() { guarded?.looksAtFew = true }

  /// Returns the condition, over the table itself, that the actor sees a row of a statement that
  /// may look at any; nil where the guarded table is asked.
  func sight(_ kind: Kind, _ alias: String, isWhole: Bool) throws -> GuardedTables.Sight? {
    try guarded?.sight(kind, alias, isWhole: isWhole)
  }

  /// Returns the query that counts what the actor sees of a kind, where there is a short way.
  func countSeen(_ kind: Kind) throws -> String? { try guarded?.count(kind) }

  /// Whether a query names its records, or what they belong to, so that it looks at few.
  func isNarrow(_ query: Query) -> Bool {
    query.ids != nil
      || query.conditions.contains { condition in
        guard case .comparison(let comparison) = condition, comparison.path.steps.count == 1,
          case .compare(.equals, _) = comparison.test
        else { return false }
        return entities[query.kind].field(comparison.path.steps[0].name)?.belongs == true
      }
  }
}
