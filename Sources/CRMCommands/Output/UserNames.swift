import CRMCore
import CRMEngine
import CRMValues

/// What people call those whom the log and lists know by login; each is asked for once.
final class UserNames {
  private let reader: Reader
  private var names: [String: String] = [:]

  init(_ reader: Reader) { self.reader = reader }

  /// Returns the name; the login itself of who is no user.
  func name(_ login: String) throws -> String {
    if let known = names[login] { return known }
    let id = try reader.find(.user, code: login)?.id
    let name = try id.flatMap { try reader.record(.user, $0)?["name"].text } ?? login
    names[login] = name
    return name
  }

  /// Returns the login with the name behind it: `lan (Phạm Lan)`.
  func both(_ login: String) throws -> String {
    let name = try name(login)
    return name == login ? login : "\(login) (\(name))"
  }
}
