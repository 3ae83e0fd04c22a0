/// What the write door needs to know of one kind, worked out once a command: the statements
/// and the positions of the fields that are stored in ways of their own.
package final class KindStatements {
  let entity: Entity
  /// What the kind means, nil where it means nothing beyond being kept.
  let rules: (any Rules)?
  /// Of a part: the kind of its document, and where the part names it.
  let part: (document: Kind, position: Int)?
  /// Where the records feed figures of others.
  let feeds: [Feed]
  /// Of a document: what its parts feed beside itself, each with the query of the fed records.
  let partFeeds: [(target: Kind, query: String)]
  /// The fields that hold what one exceeds another by.
  let differences: [Difference]
  /// References of a record, by position, to a kind that wants to hear of what refers to it.
  let hearers: [(position: Int, kind: Kind)]
  let insert: PreparedStatement
  /// Positions of the fields that are columns of the table, in the order they are bound.
  let columns: [Int]
  let links: [(position: Int, insert: PreparedStatement, delete: PreparedStatement)]
  let keys: [(position: Int, insert: PreparedStatement, delete: PreparedStatement)]
  /// The fields of which the spellings are kept.
  let spelt: [SpeltField]
  let search: (insert: PreparedStatement, delete: PreparedStatement, positions: [Int])?
  var pendingSearch = PendingSearch()
  /// The greatest code, once it was asked for.
  var highestCode: HighestCode?
  /// The updates met so far, by the positions of the columns they set.
  var updates: [[Int]: PreparedStatement] = [:]
  let namePosition: Int?
  let codePosition: Int?
  /// What generated codes look like, nil where codes are typed.
  let codePattern: CodePattern?
  let defaults: [(position: Int, value: Value)]
  /// Positions of what may not be empty: by declaration, or by a setting.
  package let requiredPositions: [Int]
  let uniquePositions: [Int]
  /// Positions of those fields that name who has to do with the record and may change it.
  let responsiblePositions: [Int]
  /// Where a new record's owner stands, and what it belongs to, whose owner becomes its own.
  let inheritance: (owner: Int, holder: Int, find: PreparedStatement)?
  /// The fields, by position, that name who is told of it.
  let toldPositions: [(position: Int, event: NotificationEvent)]
  /// The choices, by position, with what may stand there: no table checks it.
  let choices: [(position: Int, keys: [String])]
  /// The fields that the door checks beside the rules.
  let checkedFields: [CheckedField]
  let createdPosition: Int?
  let createdByPosition: Int?
  let updatedPosition: Int?
  /// The next row id and the next number of a generated code.
  var nextID: Int64
  var nextCode: Int64
  var numberingChanged = false

  typealias Numbering = (id: Int64, code: Int64, hasChanged: Bool)

  /// The numbers to be given out next, and whether they are still to be saved.
  var numbering: Numbering {
    get { (nextID, nextCode, numberingChanged) }
    set { (nextID, nextCode, numberingChanged) = newValue }
  }

  init(
    _ entity: Entity, rules: (any Rules)?, in writer: Writer, today: String,
    now: String
  ) throws {
    let (kind, cache, catalogue) = (entity.kind, writer.cache, writer.catalogue)
    self.rules = rules
    part =
      entity.traits.contains(.part)
      ? entity.fields.firstIndex { $0.belongs }.flatMap { position in
        entity.fields[position].target.map { ($0, position) }
      } : nil
    feeds = Feed.of(entity, catalogue)
    partFeeds = entity.parts.flatMap { part in
      let part = catalogue.entity(part)
      guard let head = part.fields.first(where: { $0.belongs && $0.target == kind }) else {
        return [(target: Kind, query: String)]()
      }
      return Feed.of(part, catalogue).filter { $0.target != kind }.map { feed in
        let column = Schema.quoted(part.fields[feed.position].name)
        return (
          feed.target,
          "SELECT \(column) FROM \(part.table) WHERE \(Schema.quoted(head.name)) = ? "
            + "AND \(column) IS NOT NULL"
        )
      }
    }
    differences = try entity.differences()
    hearers = entity.fields.enumerated().compactMap { position, field in
      guard case .reference(let target) = field.kind, target != kind,
        catalogue.rules(target)?.hearsReferrers == true
      else { return nil }
      return (position, target)
    }
    self.entity = entity
    let stored = entity.fields.indices.filter { !entity.fields[$0].isLinked }
    columns = stored
    var names = ["id"] + stored.map { Schema.quoted(entity.fields[$0].name) }
    if entity.hasFoldedName { names.append("name_fold") }
    if entity.hasTrash { names.append("deleted") }
    let marks = Array(repeating: "?", count: names.count).joined(separator: ",")
    insert = try cache.statement(
      "INSERT INTO \(entity.table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
    links = try entity.fields.indices.filter { entity.fields[$0].isLinked }.map {
      let table = "\(entity.table)_\(entity.fields[$0].name)"
      return (
        $0, try cache.statement("INSERT INTO \(table) (record, target) VALUES (?, ?)"),
        try cache.statement("DELETE FROM \(table) WHERE record = ? AND target = ?")
      )
    }
    keys = try entity.fields.indices.filter { entity.fields[$0].isKeyed }.map {
      let table = "\(entity.table)_\(entity.fields[$0].name)_key"
      return (
        $0, try cache.statement("INSERT OR IGNORE INTO \(table) (key, record) VALUES (?, ?)"),
        try cache.statement("DELETE FROM \(table) WHERE key = ? AND record = ?")
      )
    }
    spelt = try entity.fields.indices.filter { entity.keepsSpellings(of: entity.fields[$0]) }.map {
      try SpeltField(entity, $0, cache)
    }
    if entity.search.isEmpty {
      search = nil
    } else {
      let table = "\(entity.table)_search"
      search = (
        try cache.statement("INSERT INTO \(table) (rowid, words) VALUES (?, ?)"),
        try cache.statement(
          "INSERT INTO \(table) (\(table), rowid, words) VALUES ('delete', ?, ?)"),
        entity.searchPositions
      )
    }
    namePosition = entity.hasFoldedName ? try entity.handle("name") : nil
    codePosition = try entity.position(ifAny: .code)
    codePattern = try Setting(codesOf: entity).map { try cache.setting($0) }
    createdPosition = try entity.position(ifAny: .created)
    createdByPosition = try entity.position(ifAny: .createdBy)
    updatedPosition = try entity.position(ifAny: .updated)
    let chosen = try rules?.requiredFields() ?? []
    requiredPositions = entity.fields.indices.filter {
      let field = entity.fields[$0]
      return field.required && field.kind != .code || chosen.contains(field.name)
    }
    responsiblePositions = entity.responsiblePositions
    inheritance = try Inheritance.of(entity, catalogue, cache)
    toldPositions = entity.fields.enumerated().compactMap { position, field in
      NotificationEvent(field.road).map { (position, $0) }
    }
    choices = entity.fields.enumerated().compactMap { position, field in
      guard case .choice(let choices) = field.kind else { return nil }
      return (position, choices.map(\.key))
    }
    checkedFields = try CheckedField.all(of: entity)
    uniquePositions = try entity.unique.map(entity.handle)
    defaults = entity.fields.indices.compactMap { position in
      guard let text = entity.fields[position].defaultValue else { return nil }
      let kind = entity.fields[position].kind
      return (position, KindStatements.value(text, kind, today: today, now: now))
    }
    let numbering = try cache.statement(
      "SELECT next_id, next_code FROM numbering WHERE kind = ?")
    numbering.bind(1, kind.number)
    if try numbering.step() {
      nextID = numbering.integer(0)
      nextCode = numbering.integer(1)
      numbering.reset()
    } else {
      nextID = 1
      nextCode = 1
    }
  }

  private static func value(
    _ text: String, _ kind: FieldKind, today: String, now: String
  ) -> Value {
    switch (kind.storage, kind) {
    case (.text, .moment) where text == "now": return .text(now)
    case (.text, .day), (.text, .moment): return .text(text == "today" ? today : text)
    case (.text, _): return .text(text)
    case (.integer, _): return Int64(text).map(Value.integer) ?? .null
    case (.link, _): return .list([])
    }
  }
}
