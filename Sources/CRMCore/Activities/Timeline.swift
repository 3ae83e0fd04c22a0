import CRMEngine
import CRMValues

/// Everything that happened to a customer, in one stream, the newest first: exchanges, activities,
/// documents, cards, and changes of the customer itself (RULES 15.6).
///
/// A kind is in it by its declaration (`happens`).
public struct Timeline {
  /// One thing that happened.
  public struct Entry: Hashable, Sendable {
    /// When, in seconds since 1970 UTC; of a day without a time when it was entered, or its start.
    public let time: Int64
    /// The kind of the record; nil for a change of the customer.
    public let kind: Kind?
    /// The row id of the record, or the number of the change.
    public let id: Int64
  }

  /// The kinds that an activity panel holds.
  public static let activities: [Kind] = [
    .task, .appointment, .call, .note, .consultation, .transaction,
  ]

  /// The stream of changes, beside those that are called like the kinds.
  public static let changes = "changes"

  /// A stream: its name, such as `comments` or `care_cards`, its kind and the field that names the
  /// customer.
  public struct Stream: Sendable {
    public let name: String
    public let label: Label
    let entity: Entity?
    let field: Field?
    public var kind: Kind? { entity?.kind }
  }

  /// The streams of a customer, in the order of the catalogue; changes come last.
  public static func streams(_ catalogue: Catalogue) -> [Stream] {
    catalogue.kinds.compactMap { kind -> Stream? in
      let entity = catalogue.entity(kind)
      guard entity.happens != nil,
        let field = entity.fields.first(where: { $0.belongs && $0.target == .customer })
      else { return nil }
      return Stream(
        name: Catalogue.plainName(entity.plural.en), label: entity.plural, entity: entity,
        field: field)
    } + [
      Stream(name: changes, label: Label("Changes", vi: "Thay đổi"), entity: nil, field: nil)
    ]
  }

  private let reader: Reader
  private let customer: Int64
  private let streams: [Stream]

  public init(_ reader: Reader, customer: Int64, streams: [Stream]) {
    self.reader = reader
    self.customer = customer
    self.streams = streams
  }

  /// Returns how much there is.
  public func count() throws -> Int {
    let all = streams.map { "SELECT count(*) AS n FROM (\(source($0)))" }
    let statement = try prepared("SELECT sum(n) FROM (\(all.joined(separator: " UNION ALL ")))")
    return Int(try statement.firstInteger() ?? 0)
  }

  /// Returns a page, the newest first; of one moment what was entered last.
  public func page(limit: Int?, offset: Int) throws -> [Entry] {
    let most = limit.map { String(offset + $0) } ?? "-1"
    // Each stream gives no more than the page can take.
    let all = streams.map {
      "SELECT * FROM (\(source($0)) ORDER BY time DESC, id DESC LIMIT \(most))"
    }
    let statement = try prepared(
      all.joined(separator: " UNION ALL ")
        + " ORDER BY time DESC, kind, id DESC LIMIT \(limit ?? -1) OFFSET \(offset)")
    var entries: [Entry] = []
    while try statement.step() {
      entries.append(
        Entry(
          time: statement.integer(0), kind: reader.catalogue.kind(number: statement.integer(1)),
          id: statement.integer(2)))
    }
    return entries
  }

  private func prepared(_ sql: String) throws -> PreparedStatement {
    let statement = try reader.cache.statement(sql)
    statement.bind(1, customer)
    return statement
  }

  private func source(_ stream: Stream) -> String {
    guard let entity = stream.entity, let field = stream.field else {
      return "SELECT o.time AS time, 0 AS kind, c.id AS id FROM change c "
        + "JOIN operation o ON o.id = c.operation "
        + "WHERE c.kind = \(Kind.customer.number) AND c.record = ?1 AND \(OperationLog.tells("c"))"
    }
    let time = entity.happens.flatMap(entity.field).map(time) ?? "t.created"
    return "SELECT \(time) AS time, \(entity.kind.number) AS kind, t.id AS id "
      + "FROM \(entity.table) t WHERE t.\"\(field.name)\" = ?1 AND t.deleted IS NULL"
  }

  /// The moment that a field says, in seconds: of a day when the record was entered, where that was
  /// on the day, else when the day began.
  private func time(_ field: Field) -> String {
    let column = "t.\"\(field.name)\""
    guard field.kind.storage == .text else { return "coalesce(\(column), t.created)" }
    let offset = reader.moment.zone.offset(reader.moment.now.seconds)
    return """
      CASE WHEN \(column) IS NULL THEN t.created \
      WHEN length(\(column)) > 10 THEN unixepoch(\(column)) \
      WHEN date(t.created + \(offset), 'unixepoch') = \(column) THEN t.created \
      ELSE unixepoch(\(column)) - \(offset) END
      """
  }
}
