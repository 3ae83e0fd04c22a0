import CRMEngine
import CRMValues

/// Who takes part in the conversation about a customer (RULES 8.1).
struct Commenting {
  let customer: Record
  private let writer: Writer

  init(_ customer: Int64, _ writer: Writer) throws {
    guard let record = try writer.record(.customer, customer) else {
      throw RecordErrors.notFound(String(customer), Entity.customer)
    }
    self.customer = record
    self.writer = writer
  }

  var code: String { get throws { try customer[.code].text ?? "" } }

  /// The owner, the viewers and those the customer is shared with for editing; being common makes
  /// nobody one of them.
  func concerned() throws -> Set<Int64> {
    var users = Set(try customer[CustomerField.viewers].list)
    if let owner = try customer[CustomerField.owner].integer { users.insert(owner) }
    for share in try writer.shares(.customer, customer.id) where share.rights == "edit" {
      users.formUnion(try writer.members(of: share.principal))
    }
    return users
  }

  /// Refuses a comment of who is neither concerned nor was mentioned, and may so reply; nor carries
  /// anything out for the customer, nor added it, nor may configure.
  func check(_ user: Int64) throws {
    if try concerned().contains(user) || wasMentioned(user) || performs(user) { return }
    if try writer.mayConfigure || customer[.createdBy].integer == user { return }
    throw CommentErrors.notConcerned(writer.actor.login, try code)
  }

  /// Whether a user carries out a task or an appointment of the customer.
  func performs(_ user: Int64) throws -> Bool {
    let kinds = ["task", "appointment"].map { table in
      "SELECT 1 FROM \(table) t JOIN \(table)_performers p ON p.record = t.id "
        + "WHERE t.customer = ?1 AND p.target = ?2 AND t.deleted IS NULL"
    }
    let statement = try writer.cache.statement(
      kinds.joined(separator: " UNION ALL ") + " LIMIT 1")
    statement.bind(1, customer.id)
    statement.bind(2, user)
    return try statement.firstInteger() != nil
  }

  private func wasMentioned(_ user: Int64) throws -> Bool {
    let statement = try writer.cache.statement(
      "SELECT 1 FROM comment c JOIN comment_mentions m ON m.record = c.id "
        + "WHERE c.customer = ? AND m.target = ? AND c.deleted IS NULL LIMIT 1")
    statement.bind(1, customer.id)
    statement.bind(2, user)
    return try statement.firstInteger() != nil
  }

  /// Returns the users a text mentions beside its author, and those of them who do not see the
  /// customer: the author, who may edit it, makes them viewers.
  ///
  /// - Throws: ``CRMError`` for a word that is no user, for a user who no longer works here and,
  ///   where the author may not edit the customer, for one who cannot see it.
  func mentioned(_ text: CommentText) throws -> (users: [Int64], blind: Set<Int64>) {
    guard !text.mentions.isEmpty else { return ([], []) }
    let sights = Set(try writer.sights(ofCustomer: customer.id).map(\.user))
    var users: Set<Int64> = []
    var blind: Set<Int64> = []
    for name in text.mentions {
      let user = try Mentioned(writer).user(name)
      if user == writer.actor.user { continue }
      try writer.checkActive(user)
      users.insert(user)
      if !sights.contains(user) { blind.insert(user) }
    }
    if let user = blind.min(), try !mayEdit() {
      let editors = try concerned().subtracting(customer[CustomerField.viewers].list)
      throw CommentErrors.cannotSee(
        try writer.label(.user, user), try code,
        editors: try editors.sorted().map { try writer.label(.user, $0) })
    }
    return (users.sorted(), blind)
  }

  private func mayEdit() throws -> Bool {
    do {
      try writer.permit(.edit, customer)
      try writer.checkUnlocked(customer)
    } catch let error as CRMError where error.isRefusal { return false }
    return true
  }
}
