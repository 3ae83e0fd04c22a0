/// Who acts. Every read and every write names one.
public struct Actor: Hashable, Sendable {
  /// Where a login comes from, which says whether somebody may act who is no user (RULES 1.10).
  public enum Origin: Hashable, Sendable {
    /// Of the operating system, and the database is that user's file: whoever owns it is trusted.
    case owner
    /// Of the operating system, where the file is somebody else's.
    case system
    /// Of the operating system, of a person for whom the account that keeps the database runs the
    /// program (RULES 11.6).
    case person
    /// Chosen by name, and so has to be that of a user.
    case chosen
  }

  /// The login as it came from the command line or the system.
  public let login: String
  public let origin: Origin
  /// The user record of that login, or nil where there is none.
  public let user: Int64?
  /// Every login the user has had, the present one first: what was done under a former one is the
  /// user's own.
  let logins: [String]

  public init(login: String, origin: Origin = .owner, user: Int64? = nil, former: [String] = []) {
    self.login = login
    self.origin = origin
    self.user = user
    logins = [login] + former
  }

  /// Whether a login is, or was, the actor's.
  package func isMe(_ login: String) -> Bool {
    logins.contains { $0.lowercased() == login.lowercased() }
  }

  /// The condition that a column holds a login of the actor, as SQL.
  package func isMe(column: String) -> String {
    let list = logins.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ",")
    return "\(column) COLLATE NOCASE IN (\(list))"
  }
}
