import CRMEngine
import CRMValues

/// A comment is written by who takes part in the conversation, and changed by its author alone;
/// one that records an exchange is a contact with the customer.
final class CommentRules: Rules {
  static let kind = Kind.comment
  /// Who may comment is laid down by RULES 8.1, not by roles.
  static let decideRights = true
  /// For how long an author may change a comment (RULES 8.3).
  private static let changeable: Int64 = 2 * 3600

  private unowned let writer: Writer
  private let fields: CommentFields
  /// Whom the comment that is being completed mentions who do not see the customer.
  private var blind: (customer: Int64, users: Set<Int64>)?
  /// Whom written comments mention who do not see the customer, and become its viewers.
  private var viewers: [Int64: Set<Int64>] = [:]
  private var before: [Int64: Set<Int64>] = [:]

  init(_ writer: Writer) throws {
    self.writer = writer
    fields = try CommentFields()
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    blind = nil
    if let old { try complete(old, &values, &changed) } else { try complete(&values) }
  }

  /// Who carries something out for a customer may comment on it, seen or not.
  func mayName(_ kind: Kind, _ id: Int64) throws -> Bool {
    guard kind == .customer, let user = writer.actor.user else { return false }
    return try Commenting(id, writer).performs(user)
  }

  /// That a comment is read or liked is no change of it.
  func isMark(_ changed: [Int]) -> Bool { true }

  func follow(_ written: Written) throws {
    if let (customer, users) = blind { try letSee(customer, users) }
    blind = nil
    guard written.isNew, let new = written.new, let id = new[fields.customer].integer,
      new[fields.exchange] == .integer(1)
    else { return }
    try writer.rules(CustomerRules.self).contact(id, on: new[fields.date].text)
  }

  /// Makes viewers of users, now that the comment is written.
  private func letSee(_ customer: Int64, _ users: Set<Int64>) throws {
    viewers[customer, default: []].formUnion(users)
    let code = try writer.label(.customer, customer)
    let names = try users.sorted().map { try writer.label(.user, $0) }.joined(separator: ", ")
    writer.note(
      Label(
        "\(names) can see customer \(code) from now on, as a viewer.",
        vi: "\(names) từ nay xem được khách hàng \(code), với vai trò người xem."))
  }

  func begin() { before = viewers }

  func land() { before = [:] }

  func takeBack() { viewers = before }

  var pending: Int { viewers.count }

  func settle() throws {
    let waiting = viewers
    viewers = [:]
    let position = try CustomerField.viewers.position
    for (customer, users) in waiting.sorted(by: { $0.key < $1.key }) {
      let added = Value.list(users.sorted())
      try writer.edit(
        writer.entity(.customer), customer, [], adding: [(position, added)], removing: [])
    }
  }

  /// Completes a new comment: its author, whom it mentions, its keys, and who has yet to read it.
  ///
  /// A comment that names its author brings in what was written elsewhere, which is news to nobody;
  /// that takes the right to configure.
  ///
  /// - Throws: ``CRMError`` where the actor may not comment on the customer, and for mentions of
  ///   nobody or of who cannot see it.
  private func complete(_ values: inout [Value]) throws {
    guard let customer = values[fields.customer].integer else { return }
    let text = CommentText(values[fields.text].text ?? "")
    values[fields.keys] = text.keptKeys.map(Value.text) ?? .null
    if let author = values[fields.author].integer {
      if writer.mayConfigure { return }
      guard author == writer.actor.user else { throw CommentErrors.otherAuthor(writer.actor.login) }
    }
    guard let user = writer.actor.user else { throw CommentErrors.noUser(writer.actor.login) }
    values[fields.author] = .integer(user)
    let commenting = try Commenting(customer, writer)
    try commenting.check(user)
    let mentioned = try mentioned(text, commenting, customer)
    values[fields.mentions] = .list(mentioned)
    let readers = try commenting.concerned().union(mentioned).subtracting([user])
    values[fields.unread] = .list(readers.sorted())
  }

  /// Checks a changed comment and completes what follows from its text.
  ///
  /// - Throws: ``CRMError`` where somebody else wrote it, or longer than two hours ago.
  private func complete(
    _ record: Record, _ values: inout [Value], _ changed: inout [Int]
  ) throws {
    guard changed.contains(where: fields.isWritten),
      let customer = values[fields.customer].integer
    else { return }
    let commenting = try Commenting(customer, writer)
    try checkEditing(record, changed)
    guard changed.contains(fields.text) else { return }
    let text = CommentText(values[fields.text].text ?? "")
    let mentioned = try mentioned(text, commenting, customer)
    let added = Set(mentioned).subtracting(record.values[fields.mentions].list)
    let unread = added.union(values[fields.unread].list).subtracting([writer.actor.user ?? 0])
    for (position, value) in [
      (fields.mentions, Value.list(mentioned)), (fields.unread, .list(unread.sorted())),
      (fields.keys, text.keptKeys.map(Value.text) ?? .null),
      (fields.edited, .integer(writer.nowSeconds)),
    ] where values[position] != value {
      values[position] = value
      if !changed.contains(position) { changed.append(position) }
    }
  }

  private func mentioned(
    _ text: CommentText, _ commenting: Commenting, _ customer: Int64
  ) throws -> [Int64] {
    let (users, unseeing) = try commenting.mentioned(text)
    if !unseeing.isEmpty { blind = (customer, unseeing) }
    return users
  }

  /// Refuses to change or delete a comment of somebody else.
  func checkEditing(_ comment: Record, _ changed: [Int]) throws {
    guard changed.contains(where: fields.isWritten) else { return }
    try checkDeleting(comment)
    guard writer.nowSeconds - (try comment[.created].integer ?? 0) > CommentRules.changeable,
      let customer = comment.values[fields.customer].integer
    else { return }
    throw CommentErrors.tooLate(
      try comment[.code].text ?? "", try Commenting(customer, writer).code)
  }

  func checkDeleting(_ comment: Record) throws {
    guard let author = comment.values[fields.author].integer, author != writer.actor.user else {
      return
    }
    throw CommentErrors.notTheAuthor(
      writer.actor.login, try comment[.code].text ?? "", of: try writer.label(.user, author))
  }
}

/// Where the fields of a comment stand.
private struct CommentFields {
  let customer, text, author, date, exchange, location: Int
  let mentions, unread, keys, edited: Int

  init() throws {
    func place(_ field: CommentField) throws -> Int { try field.position }
    (customer, text, author) = (try place(.customer), try place(.text), try place(.author))
    (date, exchange, location) = (try place(.date), try place(.exchange), try place(.location))
    (mentions, unread) = (try place(.mentions), try place(.unreadBy))
    (keys, edited) = (try place(.keys), try place(.edited))
  }

  /// Whether the author wrote the field, so that only the author changes it.
  func isWritten(_ position: Int) -> Bool {
    [customer, text, author, date, exchange, location].contains(position)
  }
}
