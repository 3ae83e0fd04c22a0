import CRMValues

extension Writer {
  /// For how long an author may change a comment (seed 004: "trong vòng 2 tiếng kể từ lúc gửi bình
  /// luận lần đầu tiên").
  private static let changeable: Int64 = 2 * 3600

  /// Completes a new comment: its author, whom it mentions, its keys, and who has yet to read it.
  ///
  /// A comment that names its author brings in what was written elsewhere, which is news to nobody;
  /// that takes the right to configure.
  ///
  /// - Throws: ``CRMError`` where the actor may not comment on the customer, and for mentions of
  ///   nobody or of who cannot see it.
  func completeComment(_ values: inout [Value], _ entity: Entity) throws {
    guard let fields = CommentFields(entity), let customer = values[fields.customer].integer
    else { return }
    let text = CommentText(values[fields.text].text ?? "")
    values[fields.keys] = text.keptKeys.map(Value.text) ?? .null
    if let author = values[fields.author].integer {
      if mayConfigure { return }
      guard author == actor.user else { throw CommentErrors.otherAuthor(actor.login) }
    }
    guard let user = actor.user else { throw CommentErrors.noUser(actor.login) }
    values[fields.author] = .integer(user)
    let commenting = try Commenting(customer, self)
    try commenting.check(user)
    let mentioned = try commenting.mentioned(text)
    values[fields.mentions] = .list(mentioned)
    let readers = try commenting.concerned().union(mentioned).subtracting([user])
    values[fields.unread] = .list(readers.sorted())
  }

  /// Checks a changed comment and completes what follows from its text.
  ///
  /// - Throws: ``CRMError`` where somebody else wrote it, or longer than two hours ago.
  func completeComment(_ record: Record, _ values: inout [Value], _ changed: inout [Int]) throws {
    let entity = entity(record.kind)
    guard let fields = CommentFields(entity), changed.contains(where: fields.isWritten),
      let customer = values[fields.customer].integer
    else { return }
    let commenting = try Commenting(customer, self)
    try checkAuthor(record)
    if nowSeconds - (record["created"].integer ?? 0) > Writer.changeable {
      throw CommentErrors.tooLate(record["code"].text ?? "", commenting.code)
    }
    guard changed.contains(fields.text) else { return }
    let text = CommentText(values[fields.text].text ?? "")
    let mentioned = try commenting.mentioned(text)
    let added = Set(mentioned).subtracting(record.values[fields.mentions].list)
    let unread = added.union(values[fields.unread].list).subtracting([actor.user ?? 0])
    for (position, value) in [
      (fields.mentions, Value.list(mentioned)), (fields.unread, .list(unread.sorted())),
      (fields.keys, text.keptKeys.map(Value.text) ?? .null), (fields.edited, .integer(nowSeconds)),
    ] where values[position] != value {
      values[position] = value
      if !changed.contains(position) { changed.append(position) }
    }
  }

  /// Refuses to change or delete a comment of somebody else.
  func checkAuthor(_ comment: Record) throws {
    guard let author = comment["author"].integer, author != actor.user else { return }
    throw CommentErrors.notTheAuthor(
      actor.login, comment["code"].text ?? "", of: try label(.user, author))
  }

  /// Notes that the actor likes a comment, or no longer does.
  ///
  /// - Returns: whether anything changed.
  public func like(_ comment: Int64, _ likes: Bool) throws -> Bool {
    try mark(comment, "likes", likes)
  }

  /// Notes that the actor has taken note of being mentioned, and so has read the comment.
  ///
  /// - Throws: ``CRMError`` where the comment does not mention the actor.
  public func acknowledge(_ comment: Int64) throws -> Bool {
    guard let record = try record(.comment, comment) else { return false }
    guard let user = actor.user, record["mentions"].list.contains(user) else {
      throw CommentErrors.notMentioned(actor.login, record["code"].text ?? "")
    }
    let isRead = try markRead(comment)
    return try mark(comment, "acknowledged", true) || isRead
  }

  /// Notes that the actor has read a comment.
  ///
  /// - Returns: whether it was unread.
  public func markRead(_ comment: Int64) throws -> Bool { try mark(comment, "unread_by", false) }

  /// Puts the actor among the users of a field of a comment, or takes it from them. It is nobody
  /// else's business: it never stands in the way of taking back what others did.
  private func mark(_ comment: Int64, _ field: String, _ isIn: Bool) throws -> Bool {
    guard let user = actor.user else { throw CommentErrors.noUser(actor.login) }
    guard let record = try record(.comment, comment), !record.isDeleted,
      let position = entity(.comment).position(of: field)
    else { return false }
    let others = record.values[position].list.filter { $0 != user }
    let users = isIn ? (others + [user]).sorted() : others
    var values = record.values
    values[position] = .list(users)
    guard values[position] != record.values[position] else { return false }
    try apply(try statements(.comment), record, values, changed: [position], as: .follow)
    return true
  }
}

/// Where the fields of a comment stand.
private struct CommentFields {
  let customer, text, author, date, exchange, location: Int
  let mentions, unread, keys, edited: Int

  init?(_ entity: Entity) {
    guard let customer = entity.position(of: "customer"), let text = entity.position(of: "text"),
      let author = entity.position(of: "author"), let date = entity.position(of: "date"),
      let exchange = entity.position(of: "exchange"),
      let location = entity.position(of: "location"),
      let mentions = entity.position(of: "mentions"),
      let unread = entity.position(of: "unread_by"), let keys = entity.position(of: "keys"),
      let edited = entity.position(of: "edited")
    else { return nil }
    (self.customer, self.text, self.author, self.date) = (customer, text, author, date)
    (self.exchange, self.location, self.mentions) = (exchange, location, mentions)
    (self.unread, self.keys, self.edited) = (unread, keys, edited)
  }

  /// Whether the author wrote the field, so that only the author changes it.
  func isWritten(_ position: Int) -> Bool {
    [customer, text, author, date, exchange, location].contains(position)
  }
}
