/// Who acts. Every read and every write names one.
public struct Actor: Hashable, Sendable {
  /// The login as it came from the command line or the system.
  public let login: String
  /// The user record of that login, or nil where there is none.
  public let user: Int64?

  public init(login: String, user: Int64? = nil) {
    self.login = login
    self.user = user
  }
}
