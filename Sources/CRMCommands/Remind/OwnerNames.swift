import CRMCore
import CRMEngine
import CRMValues

/// Whose a reminder is, as lists show it: a screen has the name, programs the login.
final class OwnerNames {
  private let reader: Reader
  private let isNamed: Bool
  private var names: [String: String] = [:]

  init(_ session: Session, _ reader: Reader) throws {
    self.reader = reader
    isNamed = try session.outputForm(forPeople: true) == .table
  }

  /// Returns the owner of a login; nothing for nobody.
  func value(_ login: String?) throws -> Value {
    guard let login, !login.isEmpty else { return .null }
    return .text(isNamed ? try name(login) : login)
  }

  private func name(_ login: String) throws -> String {
    if let known = names[login] { return known }
    let id = try reader.find(.user, code: login)?.id
    let name = try id.flatMap { try reader.record(.user, $0)?["name"].text } ?? login
    names[login] = name
    return name
  }
}
