import CRMCore
import CRMEngine
import CRMValues

/// Whose a reminder is, as lists show it: a screen has the name, programs the login.
struct OwnerNames {
  private let names: UserNames
  private let isNamed: Bool

  init(_ session: Session, _ reader: Reader) throws {
    names = UserNames(reader)
    isNamed = try session.outputForm(forPeople: true) == .table
  }

  /// Returns the owner of a login; nothing for nobody.
  func value(_ login: String?) throws -> Value {
    guard let login, !login.isEmpty else { return .null }
    return .text(isNamed ? try names.name(login) : login)
  }
}
