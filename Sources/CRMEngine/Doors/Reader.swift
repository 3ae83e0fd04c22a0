import CRMValues

/// Reads on behalf of an actor, on one consistent state of the data.
public class Reader {
  package let cache: StatementCache
  public let actor: Actor
  /// What the actor may do.
  public let rights: Rights
  public let moment: Moment
  /// The views in front of this reader's tables; nil where there are none.
  let guarded: GuardedTables?
  private var isAcrossOwners = false
  package let keys = RecordKeys()
  /// Who decides on what waits for approval.
  lazy var approvers = Approvers(self)
  /// What users see who were asked for, beside the actor.
  var sights: [Int64: VisibleRecords] = [:]
  /// The kinds of this database, with their custom fields.
  public private(set) var entities: Entities
  var codeStatements: [PreparedStatement?]
  private var selects: [PreparedStatement?]
  /// Whether kinds have codes that are not plain, once it was asked for.
  var oddCodes: [Bool?]

  /// The kinds of this business, as they are declared.
  public var catalogue: Catalogue { entities.catalogue }

  init(
    cache: StatementCache, catalogue: Catalogue, actor: Actor, rights: Rights, moment: Moment,
    guarded: GuardedTables? = nil
  ) throws {
    self.cache = cache
    self.actor = actor
    self.rights = rights
    self.guarded = guarded
    self.moment = moment
    entities = try CustomFields.entities(cache, catalogue)
    codeStatements = [PreparedStatement?](repeating: nil, count: catalogue.slots)
    selects = codeStatements
    oddCodes = [Bool?](repeating: nil, count: catalogue.slots)
  }

  /// Returns a kind as this database has it, with its custom fields.
  public func entity(_ kind: Kind) -> Entity { entities[kind] }

  /// Reads the custom fields anew.
  func reloadEntities() throws {
    entities = try CustomFields.entities(cache, catalogue)
    selects = [PreparedStatement?](repeating: nil, count: catalogue.slots)
  }

  /// Runs a body that sees the customers of everybody: for the few things everybody may know
  /// of them, which are code, name and owner, and in a lookup the addresses (RULES 11.4).
  public func acrossOwners<T>(_ body: () throws -> T) throws -> T {
    guard let guarded, !isAcrossOwners else { return try body() }
    try guarded.lower()
    isAcrossOwners = true
    let result = Result { try body() }
    isAcrossOwners = false
    try guarded.raise()
    return try result.get()
  }

  /// Returns the condition that the actor sees a row of a kind's table; nil where the table itself
  /// holds nothing else, as a reader's do.
  func visible(_ kind: Kind, _ alias: String) throws -> SQLFragment? { nil }

  /// Brings the full-text index up to date before it is asked; a reader has nothing to bring.
  func beforeSearch() throws {}

  /// Brings the rows of a kind up to date before they are asked for; a reader has nothing to bring.
  func beforeReading(_ kind: Kind) throws {}

  /// Returns a record by its id, in the trash or not, or nil where there is none.
  public func record(_ kind: Kind, _ id: Int64) throws -> Record? {
    try beforeReading(kind)
    let entity = entities[kind]
    let statement = try select(entity)
    statement.bind(1, id)
    guard try statement.step() else { return nil }
    var values: [Value] = []
    values.reserveCapacity(entity.fields.count)
    var column: Int32 = 0
    for field in entity.fields {
      if field.isLinked {
        values.append(.list([]))
      } else {
        values.append(statement.value(column))
        column += 1
      }
    }
    let deleted = entity.hasTrash && !statement.value(column).isNull
    statement.reset()
    for (position, field) in entity.fields.enumerated() where field.isLinked {
      values[position] = .list(try links(entity, field, id))
    }
    return Record(entity, id: id, values: values, isDeleted: deleted)
  }

  private func select(_ entity: Entity) throws -> PreparedStatement {
    let index = Int(entity.kind.number)
    if let known = selects[index] { return known }
    var columns = entity.fields.filter { !$0.isLinked }.map { Schema.quoted($0.name) }
    if entity.hasTrash { columns.append("deleted") }
    let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(entity.table) WHERE id = ?"
    let statement = try cache.statement(sql)
    selects[index] = statement
    return statement
  }
  /// Returns the ids a link field of a record names, ascending.
  func links(_ entity: Entity, _ field: Field, _ id: Int64) throws -> [Int64] {
    try beforeReading(entity.kind)
    let statement = try cache.statement(
      "SELECT target FROM \(entity.table)_\(field.name) WHERE record = ? ORDER BY target")
    statement.bind(1, id)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// Returns what people call a record: its code, or its name where the kind is a list. A record
  /// one sees names what it refers to, whoever may see that.
  public func label(_ kind: Kind, _ id: Int64) throws -> String {
    try beforeReading(kind)
    let entity = entities[kind]
    let column = entity.isNoun ? entity.referenceField : entity.nameField
    let statement = try cache.statement(
      "SELECT \(Schema.quoted(column)) FROM main.\(entity.table) WHERE id = ?")
    statement.bind(1, id)
    guard try statement.step() else { return String(id) }
    let text = statement.text(0)
    statement.reset()
    return text ?? String(id)
  }
}
