import CRMValues

/// Somebody can always configure (RULES 11.5).
extension Reader {
  /// Whether some user who works here may configure.
  func isConfiguredBySomebody() throws -> Bool {
    let find = try cache.statement(
      "SELECT DISTINCT role FROM user WHERE deleted IS NULL AND active IS NOT 0")
    var roles: [Int64?] = []
    while try find.step() { roles.append(find.value(0).integer) }
    for role in roles {
      let rights = try Rights(ofRole: role, cache, catalogue)
      if rights.reach(.configure, .setting) == .all { return true }
    }
    return false
  }
}

extension Writer {
  /// Refuses an operation after which no user could configure any more.
  func refuseLockout() throws {
    if try isConfiguredBySomebody() { return }
    throw CRMError(
      .request, "after this nobody could configure any more",
      vi: "sau thay đổi này không còn ai có quyền cấu hình",
      hints: [
        Label(
          "Give somebody else the role of an administrator first.",
          vi: "Hãy trao quyền quản trị cho người khác trước.")
      ])
  }
}
