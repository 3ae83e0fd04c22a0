import CRMValues

/// A login is one person's for good: what the log keeps under it, and what was left to that person,
/// never becomes somebody else's.
final class UserRules: Rules {
  static let kind = Kind.user

  private unowned let writer: Writer
  private let code: Int

  init(_ writer: Writer) throws {
    self.writer = writer
    code = try UserField.code.position
  }

  /// Steps of approvals go on naming who has another login now.
  func follow(_ written: Written) throws { try writer.renameInSteps(written) }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard changed?.contains(code) ?? true, let login = values[code].text else { return }
    let find = try writer.cache.statement(
      "SELECT record FROM change WHERE kind = ?1 AND action = ?2 AND record <> ?3 "
        + "AND json_extract(fields, '$.code[0]') = ?4 COLLATE NOCASE LIMIT 1")
    find.bind(1, Kind.user.number)
    find.bind(2, ChangeAction.edit.rawValue)
    find.bind(3, old?.id ?? 0)
    find.bind(4, login)
    guard let other = try find.firstInteger() else { return }
    let name = try writer.label(.user, other)
    throw CRMError(
      .request, "\(login) was the login of \(name) before, and stays theirs",
      vi: "\(login) từng là tài khoản của \(name) và không cấp lại cho người khác",
      hints: [Label("Choose another login.", vi: "Hãy chọn tài khoản khác.")])
  }
}
