import CRMValues

/// Where the hits of a search come from: the words of the records themselves, or those of other
/// records that lend them theirs: a customer is found by its contacts, an order by its customer.
struct WordSource {
  /// The kind whose full-text index is asked.
  let entity: Entity
  /// How one comes from the index `f` to a record `t`, which stands at the end: joins of the tables
  /// between, and what the record's id is, or which column of it names the last of these.
  private let between: String
  private let column: String
  private let value: String
  /// Whether the index is that of the records themselves.
  let isOwn: Bool
  /// Ids of records by the index alone, its question the one argument.
  let ids: String

  /// Returns the sources of a kind: first its own words.
  static func all(of entity: Entity, _ reader: Reader) throws -> [WordSource] {
    var sources = [
      WordSource(
        entity: entity, between: "", column: "id", value: "f.rowid", isOwn: true,
        ids: "SELECT rowid FROM \(entity.table)_search WHERE \(entity.table)_search MATCH ?")
    ]
    for (lender, field) in reader.lenders(to: entity.kind) {
      let column = "c.\(Schema.quoted(field.name))"
      let join = try join(lender, reader)
      sources.append(
        WordSource(
          entity: lender, between: join, column: "id", value: column, isOwn: false,
          ids: "SELECT \(column) FROM \(from(lender)) \(join) WHERE \(asked(lender))"))
    }
    if let (holder, field) = reader.wordHolder(of: entity) {
      let join = try join(holder, reader)
      let column = Schema.quoted(field.name)
      sources.append(
        WordSource(
          entity: holder, between: join, column: column, value: "c.id", isOwn: false,
          ids: "SELECT r.id FROM \(from(holder)) \(join) CROSS JOIN \(entity.table) r "
            + "ON r.\(column) = c.id WHERE \(asked(holder))"))
    }
    return sources
  }

  /// The query of ids in the order the index gives them, of records for which conditions over `t`
  /// hold; its first argument is the question.
  func query(_ asked: Reader.Asked) -> String {
    var conditions = asked.conditions
    // What the index gives is asked first, before a look at the record.
    if isOwn, let few = asked.few { conditions.insert("+f.rowid IN (\(few))", at: 0) }
    return "SELECT t.id FROM \(WordSource.from(entity)) \(between) "
      + "CROSS JOIN \(asked.table) t ON t.\(column) = \(value) WHERE "
      + ([WordSource.asked(entity)] + conditions).joined(separator: " AND ")
  }

  private static func from(_ entity: Entity) -> String { "\(entity.table)_search f" }

  private static func asked(_ entity: Entity) -> String { "f.\(entity.table)_search MATCH ?" }

  private static func join(_ entity: Entity, _ reader: Reader) throws -> String {
    let visible = try reader.visible(entity.kind, "c").map { " AND \($0.sql)" } ?? ""
    return "CROSS JOIN \(entity.table) c ON c.id = f.rowid AND c.deleted IS NULL\(visible)"
  }
}

extension Reader {
  /// The kinds whose words find the records of a kind that they belong to.
  func lenders(to kind: Kind) -> [(entity: Entity, field: Field)] {
    catalogue.referrers(to: kind).filter {
      $0.field.target == kind && $0.entity.lendsWords && !$0.entity.search.isEmpty
    }
    .map { ($0.entity, $0.field) }
  }

  /// The kind whose words find the records that belong to it, and the field that names it.
  func wordHolder(of entity: Entity) -> (entity: Entity, field: Field)? {
    guard entity.borrowsWords, let field = entity.holder, let kind = field.target else {
      return nil
    }
    return (entities[kind], field)
  }
}
