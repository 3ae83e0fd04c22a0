import CRMValues

/// The records that hold the words of a search, in the order people want them.
///
/// Records with whole words come first, then those in which the last word goes on; of each, the
/// first few hundred by their marks and names, the others as the indexes give them. So a page
/// reads no more hits than it shows, and those few hundred (measured at a million customers: all
/// of 507,000 hits take 10.8 s to compare).
final class WordSearch {
  /// How many hits are compared by their marks and names.
  static let compared = 300
  /// Of so many records it is asked one by one whether they hold the words.
  private static let few = 1_000
  /// Of so many records that an actor sees it is asked one by one how their words go on.
  private static let visible = 3_000
  /// So many words that the last one may be are asked one by one.
  private static let endings = 1_000
  /// Who has a word that stands in so many records is asked for the other words one by one.
  private static let rare = 50

  private let reader: Reader
  private let query: Query
  private let entity: Entity
  private let typed: String
  private let question: SearchQuestion?
  private let mode: FilterContext.Mode
  private var found: [Int64] = []
  private var seen = IDSet()
  private var skipped = 0

  /// Nil where a query has no words, or asks for another order.
  init?(_ query: Query, _ reader: Reader) throws {
    let entity = reader.entity(query.kind)
    guard let words = query.words, query.sort.isEmpty, !query.inTrash, !entity.search.isEmpty else {
      return nil
    }
    self.reader = reader
    self.query = query
    self.entity = entity
    typed = words
    question = SearchQuestion(words)
    mode = query.limit == nil ? .whole : .page
    try reader.beforeSearch()
  }

  /// Returns the ids of the part that the query asks for, in order.
  func ids() throws -> [Int64] {
    guard let question else { return [] }
    if let holding = try holding(question) {
      try tier { take in try holding.whole.allSatisfy(take) }
      try tier { take in try holding.unfinished.allSatisfy(take) }
      return found
    }
    let asked = try asked(mode)
    let sources = try WordSource.all(of: entity, reader)
    try tier { take in
      try sources.allSatisfy { try hits(of: $0, asked, question.whole, take) }
    }
    guard question.mayGoOn else { return found }
    let words = try HeldWords.all(of: entity, reader)
    try tier { take in
      if asked.few != nil, let ids = try few(WordSearch.visible) {
        return try ids.allSatisfy { id in
          try words.allSatisfy { try $0.hold(question, id) == .none } || take(id)
        }
      }
      for (source, words) in zip(sources, words) {
        guard try unfinishedHits(of: source, words, asked, question, take) else { return false }
      }
      return true
    }
    return found
  }

  /// Returns how many there are.
  func count() throws -> Int {
    guard let question else { return 0 }
    if let holding = try holding(question) {
      return holding.whole.count + holding.unfinished.count
    }
    let match = question.unfinished ?? question.whole
    let asked = try asked(.whole)
    let sources = try WordSource.all(of: entity, reader)
    var lent = IDSet()
    for source in sources.dropFirst() {
      _ = try hits(of: source, asked, match) { id in
        lent.insert(id)
        return true
      }
    }
    let own = asked.isOfAll ? sources[0].ids : sources[0].query(asked)
    let arguments = [.text(match)] + (asked.isOfAll ? [] : asked.arguments)
    guard lent.count > 0 else {
      let count = try reader.cache.prepared("SELECT count(*) FROM (\(own))")
      reader.bind(count, arguments)
      return Int(try count.firstInteger() ?? 0)
    }
    let statement = try reader.cache.prepared(own)
    reader.bind(statement, arguments)
    while try statement.step() { lent.insert(statement.integer(0)) }
    return lent.count
  }

  /// Hands over statements of the rows, in order, as many as it takes.
  ///
  /// - Parameters:
  ///   - columns: what is selected of a row `t`.
  ///   - arguments: those of the columns.
  func rows(
    _ columns: String, _ arguments: [Value], _ body: (PreparedStatement) throws -> Void
  ) throws {
    let ids = try ids()
    guard !ids.isEmpty else { return }
    let statement = try reader.cache.prepared(
      "SELECT \(columns) FROM json_each(?) j CROSS JOIN main.\(entity.table) t ON t.id = j.value "
        + "ORDER BY j.key")
    for start in stride(from: 0, to: ids.count, by: 1_000) {
      let part = ids[start..<min(start + 1_000, ids.count)]
      reader.bind(statement, arguments + [.text(reader.jsonList(part))])
      try body(statement)
    }
  }

  private func asked(_ mode: FilterContext.Mode) throws -> Reader.Asked {
    try reader.asked(query, mode: mode)
  }

  // MARK: Hits

  /// Takes hits of which those that came first are put in order; ends where the part is full.
  private func tier(_ hits: (_ take: (Int64) throws -> Bool) throws -> Bool) throws {
    guard !isFull else { return }
    var first: [Int64]? = []
    _ = try hits { id in
      guard seen.insert(id) else { return true }
      guard let waiting = first else { return put([id]) }
      guard waiting.count + 1 == WordSearch.compared else {
        first?.append(id)
        return true
      }
      first = nil
      return put(try ranked(waiting + [id]))
    }
    if let first { _ = put(try ranked(first)) }
  }

  private var isFull: Bool { query.limit.map { found.count >= $0 } ?? false }

  /// - Returns: whether there is room for more.
  private func put(_ ids: [Int64]) -> Bool {
    for id in ids where !isFull {
      if skipped < query.offset { skipped += 1 } else { found.append(id) }
    }
    return !isFull
  }

  /// Hands over what the index of a source finds.
  ///
  /// - Returns: whether more may be taken.
  private func hits(
    of source: WordSource, _ asked: Reader.Asked, _ match: String,
    _ take: (Int64) throws -> Bool
  ) throws -> Bool {
    let statement = try reader.cache.statement(source.query(asked))
    reader.bind(statement, [.text(match)] + asked.arguments)
    defer { statement.reset() }
    while try statement.step() {
      guard try take(statement.integer(0)) else { return false }
    }
    return true
  }

  /// Hands over what holds the last word as the beginning of another: word by word, since the
  /// index merges all records of all of them before it gives the first.
  private func unfinishedHits(
    of source: WordSource, _ words: HeldWords, _ asked: Reader.Asked,
    _ question: SearchQuestion, _ take: (Int64) throws -> Bool
  ) throws -> Bool {
    // The first who have the other words are asked: they are all, or many of them have this one.
    if let finished = question.finished {
      var left = WordSearch.few
      let areAll = try hits(of: source, asked, finished) { id in
        left -= 1
        guard try words.hold(question, id) == .none || take(id) else { return false }
        return left > 0
      }
      if areAll || isFull { return !isFull }
    }
    let endings = try endings(of: question.last, source.entity)
    defer { endings.reset() }
    for _ in 0..<WordSearch.endings {
      guard try endings.step(), let word = endings.text(0) else { return true }
      // Of a rare word, the index need not look for the common ones beside it.
      let isRare = question.words.count > 1 && endings.integer(1) <= WordSearch.rare
      let match = isRare ? SearchQuestion.match([word]) : question.match(last: word)
      let goesOn = try hits(of: source, asked, match) { id in
        if isRare, try words.hold(question, id) == .none { return true }
        return try take(id)
      }
      guard goesOn else { return false }
    }
    guard let match = question.unfinished else { return true }
    return try hits(of: source, asked, match, take)
  }

  /// Returns a statement of the words of an index that go on as another does, and in how many
  /// records each stands.
  private func endings(of word: String, _ entity: Entity) throws -> PreparedStatement {
    let table = "\(entity.table)_search"
    try reader.cache.db.execute(
      sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table)_terms "
        + "USING fts5vocab(main, \(table), row)")
    let statement = try reader.cache.statement(
      "SELECT term, doc FROM temp.\(table)_terms WHERE term > ?1 AND term < ?2")
    reader.bind(statement, [.text(word), .text(word + "\u{10FFFF}")])
    return statement
  }

  // MARK: Few records

  /// Returns those of the few records that a query names which hold the words: whole ones, and
  /// those in which the last goes on; nil where they are not few.
  private func holding(
    _ question: SearchQuestion
  ) throws -> (whole: [Int64], unfinished: [Int64])? {
    guard reader.isNarrow(query), let ids = try few(WordSearch.few) else { return nil }
    let sources = try HeldWords.all(of: entity, reader)
    var whole: [Int64] = []
    var unfinished: [Int64] = []
    for id in ids {
      switch try sources.lazy.map({ try $0.hold(question, id) }).reduce(.none, max) {
      case .whole: whole.append(id)
      case .unfinished: unfinished.append(id)
      case .none: continue
      }
    }
    return (whole, unfinished)
  }

  /// Returns the records that a query asks for, whatever their words; nil where they are more than
  /// so many.
  private func few(_ most: Int) throws -> [Int64]? {
    var plain = query
    plain.words = nil
    plain.offset = 0
    plain.limit = most + 1
    let ids = try reader.ids(plain, mode: .page)
    return ids.count <= most ? ids : nil
  }

  // MARK: Order

  /// Puts records in order: what has the words with the marks as they were typed comes first,
  /// names before the rest; then names that have them at all.
  private func ranked(_ ids: [Int64]) throws -> [Int64] {
    guard ids.count > 1 else { return ids }
    let marked = nfc(typed).lowercased()
    var keys: [(sql: String, text: String)] = [("has_marks(\(searchedText), ?) DESC", marked)]
    if entity.hasFoldedName {
      keys.insert(("has_marks(t.name, ?) DESC", marked), at: 0)
      let named = ("instr(t.name_fold, ?) > 0 DESC", folded(typed))
      // Who types no marks leaves them out: the name is more than that it has none either.
      keys.insert(named, at: marked == folded(typed) ? 0 : keys.count)
    }
    let arguments = [.text(reader.jsonList(ids[...]))] + keys.map { Value.text($0.text) }
    let statement = try reader.cache.statement(
      "SELECT t.id FROM main.\(entity.table) t WHERE t.id IN (SELECT value FROM json_each(?)) "
        + "ORDER BY \(keys.map(\.sql).joined(separator: ", ")), t.id")
    reader.bind(statement, arguments)
    var ranked: [Int64] = []
    while try statement.step() { ranked.append(statement.integer(0)) }
    return ranked
  }

  /// Everything of a record that is searched, as one text, with the names of what lends words.
  private var searchedText: String {
    var parts = entity.search.map { "coalesce(t.\(Schema.quoted($0)), '')" }
    for (lender, field) in reader.lenders(to: entity.kind) {
      parts.append(
        "coalesce((SELECT group_concat(c.\(Schema.quoted(lender.nameField)), ' ') "
          + "FROM \(lender.table) c WHERE c.\(Schema.quoted(field.name)) = t.id "
          + "AND c.deleted IS NULL), '')")
    }
    if let (holder, field) = reader.wordHolder(of: entity) {
      parts.append(
        "coalesce((SELECT c.\(Schema.quoted(holder.nameField)) FROM \(holder.table) c "
          + "WHERE c.id = t.\(Schema.quoted(field.name))), '')")
    }
    return parts.joined(separator: " || ' ' || ")
  }
}
