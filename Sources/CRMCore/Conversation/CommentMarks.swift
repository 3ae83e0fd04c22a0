import CRMEngine
import CRMValues

extension Writer {
  /// Notes that the actor likes a comment, or no longer does.
  ///
  /// - Returns: whether anything changed.
  public func like(_ comment: Int64, _ likes: Bool) throws -> Bool {
    try mark(comment, .likes, likes)
  }

  /// Notes that the actor has taken note of being mentioned, and so has read the comment.
  ///
  /// - Throws: ``CRMError`` where the comment does not mention the actor.
  public func acknowledge(_ comment: Int64) throws -> Bool {
    guard let record = try record(.comment, comment) else { return false }
    guard let user = actor.user, try record[CommentField.mentions].list.contains(user) else {
      throw CommentErrors.notMentioned(actor.login, try record[.code].text ?? "")
    }
    let isRead = try markRead(comment)
    return try mark(comment, .acknowledged, true) || isRead
  }

  /// Notes that the actor has read a comment.
  ///
  /// - Returns: whether it was unread.
  public func markRead(_ comment: Int64) throws -> Bool { try mark(comment, .unreadBy, false) }

  /// Puts the actor among the users of a field of a comment, or takes it from them. It is nobody
  /// else's business: it never stands in the way of taking back what others did.
  private func mark(_ comment: Int64, _ field: CommentField, _ isIn: Bool) throws -> Bool {
    guard let user = actor.user else { throw CommentErrors.noUser(actor.login) }
    guard let record = try record(.comment, comment), !record.isDeleted else { return false }
    let position = try field.position
    let others = record.values[position].list.filter { $0 != user }
    let users = isIn ? (others + [user]).sorted() : others
    var values = record.values
    values[position] = .list(users)
    guard values[position] != record.values[position] else { return false }
    try apply(try statements(.comment), record, values, changed: [position], as: .follow)
    return true
  }
}
