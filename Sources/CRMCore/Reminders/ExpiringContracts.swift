import CRMEngine
import CRMValues

/// Contracts in force that end within some days (RULES 10.4).
public enum ExpiringContracts {
  /// One contract to renew or to close.
  public struct Reminder: Hashable, Sendable {
    /// The last day.
    public let expiry: Day
    /// The row id of the contract: stable, and never shown as such.
    public let id: Int64
    public let code: String
    public let name: String
    public let customer: String
    public let customerName: String
    /// In đồng, nil where none is given.
    public let value: Int64?
    /// The owner's login; of a contract without one its customer's, where that is seen.
    public let owner: String?
  }

  /// Returns how many days ahead the end of a contract is told.
  public static func days(_ reader: Reader) throws -> Int { try reader.setting(.contractDays) }

  /// Returns the contracts that end from today over so many days, the first to end first.
  ///
  /// - Parameters:
  ///   - days: 0 is today only.
  ///   - owner: only those of this user; nil for all.
  public static func due(
    _ reader: Reader, days: Int, owner: Int64? = nil
  ) throws -> [Reminder] {
    let today = reader.moment.today
    let statement = try reader.cache.statement(sql(ofOwner: owner != nil))
    statement.bind(1, today.iso)
    statement.bind(2, today.adding(days: days).iso)
    if let owner { statement.bind(3, owner) }
    var found: [Reminder] = []
    while try statement.step() {
      guard let expiry = statement.text(0).flatMap({ Day(iso: $0) }) else { continue }
      found.append(
        Reminder(
          expiry: expiry, id: statement.integer(1), code: statement.text(2) ?? "",
          name: statement.text(3) ?? "", customer: statement.text(4) ?? "",
          customerName: statement.text(5) ?? "", value: statement.value(6).integer,
          owner: statement.text(7)))
    }
    return found
  }

  static func sql(ofOwner: Bool) -> String {
    // Whoever sees the contract is told code and name of its customer.
    let owner = "coalesce(t.owner, (SELECT s.owner FROM customer s WHERE s.id = t.customer))"
    return """
      SELECT t.expiry_date, t.id, t.code, t.name, c.code, c.name, t.value, u.code
      FROM contract t CROSS JOIN main.customer c ON c.id = t.customer
        LEFT JOIN user u ON u.id = \(owner)
      WHERE t.expiry_date BETWEEN ?1 AND ?2 AND +t.deleted IS NULL 
        AND +t.status IN (\(ContractField.inForce))
        AND c.deleted IS NULL\(ofOwner ? " AND \(owner) = ?3" : "")
      ORDER BY t.expiry_date, t.code
      """
  }
}
