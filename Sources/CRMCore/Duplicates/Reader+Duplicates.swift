import CRMEngine
import CRMValues

/// Customers that may be one, two by two.
public struct Duplicates: Sendable {
  public struct Pair: Hashable, Sendable {
    /// The id of the customer that was added first.
    public let keep: Int64
    public let other: Int64
    /// How sure it is that the two are one, from 0 to 100.
    public let score: Int
    public let reasons: DuplicateReasons
  }

  /// The surest first.
  public let pairs: [Pair]
  /// Values that very many customers have, such as a switchboard's number, and how many have the
  /// commonest: those with similar names only are compared with each other.
  public let crowded: [(field: DuplicateField, customers: Int)]
  /// Whether more pairs were found than are kept.
  public let isCut: Bool
}

extension Reader {
  /// Looks for customers that may be one among those that a query finds. Phones and emails of
  /// their contacts count as theirs.
  ///
  /// Everything that is compared is read at once, some 300 bytes a customer, and compared on all
  /// cores.
  ///
  /// - Parameters:
  ///   - onRead: called once a customer while they are read; false stops.
  ///   - pace: told how much of the search is done, from 0 to 1, by one thread at a time; false
  ///     stops.
  /// - Returns: nil where it was stopped.
  public func duplicates(
    among query: Query, _ wish: DuplicateWish, onRead: () -> Bool = { true },
    pace: @escaping @Sendable (Double) -> Bool = { _ in true }
  ) throws -> Duplicates? {
    guard let customers = try scanned(query, onRead) else { return nil }
    let search = DuplicateSearch(customers, wish, pace: pace)
    let found = search.run()
    guard !search.isStopped else { return nil }
    let pairs = found.map { pair in
      Duplicates.Pair(
        keep: customers.ids[Int(pair.a)], other: customers.ids[Int(pair.b)],
        score: Int(pair.score), reasons: pair.reasons)
    }
    let crowded = BlockKeys.Family.allCases.compactMap { family in
      search.crowded[family].flatMap { count in
        family.shared.map { (field: $0, customers: count) }
      }
    }
    return Duplicates(pairs: pairs, crowded: crowded, isCut: search.isCut)
  }

  private static let scannedColumns = [
    "id", "name", "kind", "gender", "birthday", "phones", "emails", "fax", "tax_code",
    "house_number", "office_address", "registered_address", "ward", "district", "province",
  ]

  /// Reads what is compared, in the order in which the customers were added.
  private func scanned(_ query: Query, _ onRead: () -> Bool) throws -> ScannedCustomers? {
    let source = try self.source(query, mode: .whole)
    let columns = Reader.scannedColumns.map { "t." + Schema.quoted($0) }
    let rows = try cache.prepared(
      "SELECT \(columns.joined(separator: ", ")) \(source.sql) ORDER BY t.id")
    bind(rows, source.arguments)
    let contacts = try ContactNumbers(cache)
    var customers = ScannedCustomers()
    while try rows.step() {
      var customer = ScannedCustomers.Source(id: rows.integer(0), name: rows.text(1) ?? "")
      customer.isOrganisation = rows.text(2) == "organisation"
      customer.gender = rows.text(3)
      customer.birthday = rows.text(4)
      customer.phones = rows.text(5)
      customer.emails = rows.text(6)
      customer.fax = rows.text(7)
      customer.taxCode = rows.text(8)
      customer.line = rows.text(9) ?? rows.text(10) ?? rows.text(11)
      customer.ward = rows.text(12)
      customer.district = rows.text(13)
      customer.province = rows.text(14)
      try contacts.add(to: &customer)
      customers.add(customer)
      guard onRead() else { return nil }
    }
    return customers
  }
}

/// The phones and emails of the contacts, read along with the customers.
private final class ContactNumbers {
  private let rows: PreparedStatement
  private var customer: Int64?

  init(_ cache: StatementCache) throws {
    rows = try cache.prepared(
      "SELECT customer, phones, emails FROM contact WHERE deleted IS NULL ORDER BY customer, id")
    try step()
  }

  private func step() throws { customer = try rows.step() ? rows.integer(0) : nil }

  /// Adds what the contacts of a customer have; customers come in the order of their ids.
  func add(to source: inout ScannedCustomers.Source) throws {
    while let customer, customer <= source.id {
      if customer == source.id {
        source.phones = joined(source.phones, rows.text(1))
        source.emails = joined(source.emails, rows.text(2))
      }
      try step()
    }
  }

  private func joined(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    return one + ";" + other
  }
}
