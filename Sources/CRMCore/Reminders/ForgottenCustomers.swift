import CRMCatalogue
import CRMValues

/// Customers nobody has been in touch with for long ("Đừng quên", seed 004). Who was never
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
  /// - Parameter owner: only those of this user; nil for all.
  public static func each(
    _ reader: Reader, days: Int, owner: Int64? = nil, _ body: (Reminder) throws -> Void
  ) throws {
    let zone = reader.moment.zone
    let limit = reader.moment.today.adding(days: -days)
    let statement = try reader.cache.statement(sql(ofOwner: owner != nil))
    statement.bind(1, limit.iso)
    statement.bind(2, Instant.startOfDay(limit, in: zone).seconds)
    if let owner { statement.bind(3, owner) }
    statement.bind(owner == nil ? 3 : 4, Int64(zone.offset(reader.moment.now.seconds)))
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
      AND +c.deleted IS NULL\(ofOwner ? " AND +c.owner = ?3" : "")
    ORDER BY coalesce(c.last_contact, date(c.created + ?\(ofOwner ? 4 : 3), 'unixepoch')), c.id
    """
  }
}
