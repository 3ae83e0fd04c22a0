import CRMEngine
import CRMValues

/// Customers nobody has been in touch with for long ("Đừng quên", RULES 10.3). Who was never
/// contacted counts from the day it was created.
public struct ForgottenCustomers {
  /// One customer to get in touch with.
  public struct Reminder: Hashable, Sendable {
    /// The day of the last contact, else of the creation.
    public let last: Day
    /// The days since then.
    public let days: Int
    /// Whether there was a contact at all.
    public let wasContacted: Bool
    /// The row id of the customer: stable, and never shown as such.
    public let id: Int64
    public let code: String
    public let name: String
    public let phones: String
    /// The owner's login, nil where there is none.
    public let owner: String?
  }

  /// Returns the days after which a customer is forgotten.
  public static func days(_ reader: Reader) throws -> Int {
    try reader.setting(.forgottenDays)
  }

  /// Returns the condition under which a customer is forgotten, for the filter language; of any
  /// day it is asked on.
  public static func condition(days: Int) -> Expression {
    let limit = Literal("today-\(days)d")
    let last = FieldPath("last_contact")
    return .any([
      .comparison(Comparison(last, .compare(.less, limit))),
      .all([
        .comparison(Comparison(last, .isEmpty)),
        .comparison(Comparison(FieldPath("created"), .compare(.less, limit))),
      ]),
    ])
  }

  /// Hands over the forgotten customers, those forgotten longest first.
  ///
  /// - Parameters:
  ///   - owner: only those of this user; nil for all.
  ///   - limit: at most so many; nil for all.
  public static func each(
    _ reader: Reader, days: Int, owner: Int64? = nil, limit: Int? = nil,
    _ body: (Reminder) throws -> Void
  ) throws {
    let zone = reader.moment.zone
    let latest = reader.moment.today.adding(days: -days)
    let statement = try reader.cache.statement(sql(ofOwner: owner != nil))
    statement.bind(1, latest.iso)
    statement.bind(2, Instant.startOfDay(latest, in: zone).seconds)
    statement.bind(3, Int64(zone.offset(reader.moment.now.seconds)))
    statement.bind(4, limit.map(Int64.init) ?? -1)
    if let owner { statement.bind(5, owner) }
    while try statement.step() {
      let contact = statement.text(0).flatMap { Day(iso: $0) }
      guard let last = contact ?? created(statement, zone) else { continue }
      try body(
        Reminder(
          last: last, days: last.days(until: reader.moment.today), wasContacted: contact != nil,
          id: statement.integer(6), code: statement.text(2) ?? "", name: statement.text(3) ?? "",
          phones: statement.text(4) ?? "", owner: statement.text(5)))
    }
  }

  private static func created(_ statement: PreparedStatement, _ zone: Zone) -> Day? {
    statement.value(1).integer.map { Instant(seconds: $0).day(in: zone) }
  }

  /// The two halves of the condition are ranges of one index on (last_contact, created).
  static func sql(ofOwner: Bool) -> String {
    """
    SELECT c.last_contact, c.created, c.code, c.name, c.phones, u.code, c.id
    FROM customer c LEFT JOIN user u ON u.id = c.owner
    WHERE (c.last_contact < ?1 OR (c.last_contact IS NULL AND c.created < ?2))
      AND +c.deleted IS NULL\(ofOwner ? " AND +c.owner = ?5" : "")
    ORDER BY coalesce(c.last_contact, date(c.created + ?3, 'unixepoch')), c.id LIMIT ?4
    """
  }
}
