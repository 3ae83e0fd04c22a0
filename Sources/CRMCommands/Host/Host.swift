import CRMEngine
import CRMValues

/// What root says of the one database that the people of a host share, in ``path``: which it is, and
/// that the accounts of the system say who acts (RULES 11.6).
///
/// Nothing else says so: the database can be opened only by who it is told about, and what a person
/// types or sets is theirs to choose.
public struct Host: Hashable, Sendable {
  /// The file, which root alone can write.
  public static let path = "/etc/crm.conf"

  /// The absolute path of the database.
  let database: String
  let identity: Identity

  /// Reads lines of the form `database = /var/lib/crm/crm.sqlite` and `identity = os`.
  ///
  /// - Throws: ``CRMError`` of kind database that names the line.
  init(reading text: String) throws {
    var values: [String: String] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = cleaned(String(line))
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map { cleaned(String($0)) }
      guard parts.count == 2, ["database", "identity"].contains(parts[0]), values[parts[0]] == nil
      else { throw Host.wrong(index + 1, line) }
      values[parts[0]] = parts[1]
    }
    guard let database = values["database"], database.hasPrefix("/"), !database.hasSuffix("/")
    else {
      throw Host.without("database = /var/lib/crm/crm.sqlite")
    }
    guard let identity = values["identity"].flatMap(Identity.init(rawValue:)) else {
      throw Host.without("identity = os")
    }
    self.database = database
    self.identity = identity
  }

  /// The folder of the database; who owns it is the account that serves the host.
  var folder: String { database.lastIndex(of: "/").map { String(database[..<$0]) } ?? "" }

  private static func wrong(_ number: Int, _ line: String) -> CRMError {
    CRMError(
      .database, "\(path), line \(number): “\(line)” says nothing that crm knows",
      vi: "\(path), dòng \(number): crm không hiểu “\(line)”", hints: [form])
  }

  private static func without(_ line: String) -> CRMError {
    CRMError(
      .database, "\(path) lacks a line of the form “\(line)”",
      vi: "\(path) thiếu dòng có dạng “\(line)”", hints: [form])
  }

  private static let form = Label(
    "Two lines, of root's: database = /var/lib/crm/crm.sqlite and identity = os (or trust).",
    vi:
      "Cần hai dòng do root ghi: database = /var/lib/crm/crm.sqlite và identity = os (hoặc trust).")
}
