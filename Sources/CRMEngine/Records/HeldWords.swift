import CRMValues

/// The words that records have themselves, or that are lent to them, asked record by record.
struct HeldWords {
  /// How a record holds the words of a search.
  enum Holding: Int, Comparable {
    case none, unfinished, whole

    static func < (left: Holding, right: Holding) -> Bool { left.rawValue < right.rawValue }
  }

  private let entity: Entity
  private let texts: PreparedStatement
  private let keys: RecordKeys

  /// - Parameter condition: which records `c` of the kind are those of a record whose id is the
  ///   argument.
  private init(_ entity: Entity, _ condition: String, _ reader: Reader) throws {
    self.entity = entity
    keys = reader.keys
    let columns = entity.search.map { "c.\(Schema.quoted($0))" }.joined(separator: ", ")
    let visible = try reader.visible(entity.kind, "c").map { " AND \($0.sql)" } ?? ""
    texts = try reader.cache.statement(
      "SELECT \(columns) FROM \(entity.table) c WHERE \(condition) AND c.deleted IS NULL\(visible)")
  }

  /// Returns the words of a kind's records and of what lends them words.
  static func all(of entity: Entity, _ reader: Reader) throws -> [HeldWords] {
    var all = [try HeldWords(entity, "c.id = ?", reader)]
    for (lender, field) in reader.lenders(to: entity.kind) {
      all.append(try HeldWords(lender, "c.\(Schema.quoted(field.name)) = ?", reader))
    }
    if let (holder, field) = reader.wordHolder(of: entity) {
      all.append(
        try HeldWords(
          holder,
          "c.id = (SELECT r.\(Schema.quoted(field.name)) FROM main.\(entity.table) r "
            + "WHERE r.id = ?)", reader))
    }
    return all
  }

  /// Returns how a record holds the words.
  func hold(_ question: SearchQuestion, _ id: Int64) throws -> Holding {
    texts.bind(1, id)
    defer { texts.reset() }
    var best = Holding.none
    var values = entity.values()
    while best != .whole, try texts.step() {
      for (column, position) in entity.searchPositions.enumerated() {
        values[position] = texts.value(Int32(column))
      }
      best = max(best, hold(question, values))
    }
    return best
  }

  private func hold(_ question: SearchQuestion, _ values: [Value]) -> Holding {
    let words = keys.withWords(entity, entity.searchPositions, values) {
      SearchWords.split(String(decoding: $0, as: UTF8.self))
    }
    guard question.words.dropLast().allSatisfy(words.contains) else { return .none }
    if words.contains(question.last) { return .whole }
    return question.mayGoOn && words.contains { $0.hasPrefix(question.last) } ? .unfinished : .none
  }
}
