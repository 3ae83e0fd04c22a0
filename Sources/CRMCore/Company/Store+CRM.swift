import CRMEngine
import CRMValues

extension Store {
  /// Makes a new database of the CRM, with the defaults of a small company.
  ///
  /// - Throws: ``CRMError`` where a file already stands there or cannot be made.
  public static func create(
    at path: String, language: Language, as actor: Actor, at moment: Moment
  ) throws -> Store {
    try create(.crm, at: path, as: actor, at: moment) { writer in
      try Defaults.fill(writer, language: language, login: actor.login)
    }
  }

  /// Opens a database of the CRM.
  ///
  /// - Parameters:
  ///   - timeout: seconds to wait for another writer.
  ///   - older: what becomes of one of an older format.
  /// - Throws: ``CRMError`` of kind database where it is missing, foreign, newer or damaged.
  public static func open(
    at path: String, mode: Mode, timeout: Double = 5, older: Older = .upgraded
  ) throws -> Store {
    try open(.crm, at: path, mode: mode, timeout: timeout, older: older)
  }
}

extension Restoration {
  /// Checks a backup of the CRM; see ``check(_:of:called:onto:as:at:timeout:_:)``.
  public static func check(
    of source: RestoreSource, called name: String, onto path: String, as actor: Actor,
    at moment: Moment, timeout: Double, _ body: (Restoration) throws -> Void
  ) throws {
    try check(
      .crm, of: source, called: name, onto: path, as: actor, at: moment, timeout: timeout, body)
  }
}
