import CRMValues

/// Who may pass the doors at all (RULES 1.10).
extension Store {
  /// Returns an actor with the user of the login.
  ///
  /// - Throws: ``CRMError`` of kind notPermitted for a user who no longer works here, for a chosen
  ///   login that is no user's, and for one of the system where the file is somebody else's.
  static func known(_ actor: Actor, _ cache: StatementCache) throws -> Actor {
    let find = try cache.statement(
      Spellings.find(.user, columns: "id, active, deleted, code"))
    find.bind(1, actor.login)
    find.bind(2, identityText(actor.login))
    guard try find.step() else {
      if actor.origin == .owner { return actor }
      throw try unknown(actor, cache)
    }
    defer { find.reset() }
    guard find.value(2).isNull, find.value(1) != .integer(0) else {
      throw CRMError(
        .notPermitted, "\(actor.login) no longer works here and can do nothing",
        vi: "\(actor.login) không còn làm việc nên không làm được gì",
        hints: [
          Label(
            "Who may configure can change that: crm user edit \(actor.login) --active yes",
            vi: "Người có quyền cấu hình có thể mở lại: crm user edit \(actor.login) --active có")
        ])
    }
    let user = find.integer(0)
    if actor.origin == .person, let code = find.text(3), code != actor.login {
      // Accounts of the system differ by case; users do not.
      throw CRMError(
        .notPermitted, "the account \(actor.login) is not the user \(code)",
        vi: "tài khoản \(actor.login) không phải của nhân viên \(code)",
        hints: [
          Label(
            "Who may configure can rename the user: crm user edit \(code) --code \(actor.login)",
            vi:
              "Người có quyền cấu hình có thể đổi tên: crm user edit \(code) --code \(actor.login)")
        ])
    }
    return Actor(
      login: actor.login, origin: actor.origin, user: user,
      former: try formerLogins(of: user, cache).filter { $0 != actor.login })
  }

  /// Returns the logins a user had before, which the log of the user tells.
  private static func formerLogins(of user: Int64, _ cache: StatementCache) throws -> [String] {
    let find = try cache.statement(
      "SELECT json_extract(fields, '$.code[0]') FROM main.change WHERE kind = ? AND record = ? "
        + "AND action = \(ChangeAction.edit.rawValue) AND json_extract(fields, '$.code[0]') IS NOT NULL"
    )
    find.bind(1, Kind.user.number)
    find.bind(2, user)
    var found: [String] = []
    while try find.step() { found.append(find.text(0) ?? "") }
    return found
  }

  private static func unknown(_ actor: Actor, _ cache: StatementCache) throws -> CRMError {
    if actor.origin == .person {
      return CRMError(
        .notPermitted, "\(actor.login) is no user of this database",
        vi: "\(actor.login) không phải nhân viên trong cơ sở dữ liệu này",
        hints: [
          Label(
            "Who may configure adds you: crm user add NAME --code \(actor.login)",
            vi: "Người có quyền cấu hình thêm bạn: crm user add TÊN --code \(actor.login)")
        ])
    }
    guard actor.origin == .chosen else {
      return CRMError(
        .notPermitted,
        "\(actor.login) is no user of this database, and the file is somebody else's",
        vi: "\(actor.login) không phải nhân viên trong cơ sở dữ liệu này, và tệp là của người khác",
        hints: [
          Label(
            "Say who acts, with --as LOGIN or CRM_USER.",
            vi: "Hãy chỉ rõ người thực hiện bằng --as TÀI-KHOẢN hoặc CRM_USER.")
        ])
    }
    let find = try cache.statement(
      "SELECT code FROM user WHERE deleted IS NULL AND active IS NOT 0 ORDER BY id LIMIT 2000")
    var logins: [String] = []
    while try find.step() { logins.append(find.text(0) ?? "") }
    return CRMError(
      .notPermitted, "there is no user “\(actor.login)” who could act",
      vi: "không có nhân viên “\(actor.login)” để thực hiện",
      hints: Label.didYouMean(nearest(to: actor.login, among: logins)))
  }
}
