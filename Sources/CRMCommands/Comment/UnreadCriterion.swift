import CRMCore
import CRMEngine
import CRMValues

/// Comments the acting user has not read (RULES 6.5), and their customers.
enum UnreadCriterion {
  /// More are not looked up beforehand.
  private static let mostComments = 1000

  /// The comments; nobody but a user has comments to read.
  static func comments(_ session: Session, _ reader: Reader) throws -> Expression? {
    guard let user = reader.actor.user else { return nil }
    return Criterion.equals("unread_by", try reader.label(.user, user))
  }

  /// Counts the comments.
  ///
  /// - Parameter isMine: only those about customers of the acting user.
  static func count(_ session: Session, _ reader: Reader, mine isMine: Bool) throws -> Int {
    guard let unread = try comments(session, reader) else { return 0 }
    var query = Query(.comment)
    query.conditions = [unread]
    if isMine {
      let owner = FieldPath([FieldPath.Step("customer"), FieldPath.Step("owner")])
      query.conditions.append(
        .comparison(Comparison(owner, .compare(.equals, Literal(session.login)))))
    }
    return try reader.count(query)
  }

  /// The customers that have such comments.
  ///
  /// - Parameter isFound: whether they are looked up, where they are few; else as it can be typed.
  static func customers(
    _ session: Session, _ reader: Reader, isFound: Bool
  ) throws -> Expression {
    guard let unread = try comments(session, reader) else { return Criterion.equals("code", []) }
    let path = FieldPath([
      FieldPath.Step("comments", condition: unread), FieldPath.Step("count"),
    ])
    let typed = Expression.comparison(Comparison(path, .compare(.atLeast, Literal("1"))))
    guard isFound else { return typed }
    var query = Query(.comment)
    query.conditions = [unread]
    query.limit = mostComments + 1
    var codes: Set<String> = []
    var count = 0
    try reader.rows(query, try reader.columns(["customer"], of: .comment)) { _, values in
      count += 1
      if let code = values[0].text { codes.insert(code) }
    }
    return count > mostComments ? typed : Criterion.equals("code", codes.sorted())
  }
}
