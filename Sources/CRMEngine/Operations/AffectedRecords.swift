import CRMValues

/// The records of one kind to which an operation did the same.
public struct AffectedRecords: Sendable {
  public let kind: Kind
  public let action: ChangeAction
  public let count: Int
  /// The first few, in the order in which it was done.
  public let first: [Int64]
}

extension OperationLog {
  /// Returns what an operation did, each record counted once for each way in which it was changed;
  /// what only followed from it for others is left out.
  ///
  /// - Parameter limit: how many records of each kind are told by their ids.
  public static func affected(
    _ reader: Reader, by operation: Operation, naming limit: Int
  ) throws -> [AffectedRecords] {
    let statement = try reader.cache.statement(
      "SELECT kind, action, count(DISTINCT record) FROM change WHERE id BETWEEN ? AND ? "
        + "AND action NOT IN (\(ChangeAction.follow.rawValue), \(ChangeAction.merge.rawValue)) "
        + "GROUP BY kind, action")
    statement.bind(1, operation.firstChange)
    statement.bind(2, operation.lastChange)
    var counts: [(kind: Kind, action: ChangeAction, count: Int)] = []
    while try statement.step() {
      if let kind = reader.catalogue.kind(number: statement.integer(0)),
        let action = ChangeAction(rawValue: statement.integer(1))
      {
        counts.append((kind, action, Int(statement.integer(2))))
      }
    }
    return try reader.catalogue.kinds.flatMap { kind in
      try counts.filter { $0.kind == kind }.map {
        AffectedRecords(
          kind: kind, action: $0.action, count: $0.count,
          first: try first(limit, reader, operation, kind, $0.action))
      }
    }
  }

  private static func first(
    _ limit: Int, _ reader: Reader, _ operation: Operation, _ kind: Kind, _ action: ChangeAction
  ) throws -> [Int64] {
    let statement = try reader.cache.statement(
      "SELECT record FROM change WHERE id BETWEEN ? AND ? AND kind = ? AND action = ? "
        + "GROUP BY record ORDER BY min(id) LIMIT \(limit)")
    statement.bind(1, operation.firstChange)
    statement.bind(2, operation.lastChange)
    statement.bind(3, kind.number)
    statement.bind(4, action.rawValue)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }
}

extension Writer {
  /// Returns what this operation has done so far.
  public func affected(naming limit: Int) throws -> [AffectedRecords] {
    try settle()
    return try OperationLog.affected(self, by: unfinished(), naming: limit)
  }

  /// Returns how many records that live only within others went with those which this operation has
  /// put in the trash so far: lines of documents, rights of roles, shares.
  public func goneAlong() throws -> [(kind: Kind, count: Int)] {
    let operation = try unfinished()
    var found: [Kind: Int] = [:]
    for (kind, count) in try counts(of: .trash) where count > 0 {
      for part in Belongings.of(entity(kind), catalogue) {
        try beforeReading(part.kind)
        // The id stands once in the query of one record's; here it is each of those that went.
        let statement = try cache.statement(
          "SELECT sum((SELECT count(*) FROM (\(part.live.replacing("?2", with: "c.record"))))) "
            + "FROM change c WHERE c.id >= ? AND c.kind = ? AND c.action = ?")
        statement.bind(1, operation.firstChange)
        statement.bind(2, kind.number)
        statement.bind(3, ChangeAction.trash.rawValue)
        found[part.kind, default: 0] += Int(try statement.firstInteger() ?? 0)
      }
    }
    return catalogue.kinds.compactMap { kind in
      found[kind].flatMap { $0 > 0 ? (kind, $0) : nil }
    }
  }

  /// This operation, whose changes have no end yet.
  func unfinished() throws -> Operation {
    let first = try cache.statement("SELECT coalesce(max(last_change), 0) + 1 FROM operation")
    return Operation(
      number: operation, time: nowSeconds, actor: actor.login, command: "", undoes: nil,
      undoneBy: nil, firstChange: try first.firstInteger() ?? 1, lastChange: .max)
  }
}
