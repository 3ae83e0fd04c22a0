import CRMValues

extension Writer {
  /// Tells users of records because who wrote them says so: `--notify`.
  ///
  /// - Parameter names: logins of users, or names of groups of users.
  /// - Throws: ``CRMError`` for who is neither, for who no longer works here, and for who cannot see
  ///   one of the records. Of a group those are told who see it; one of which nobody does is refused.
  public func notify(_ names: [String], of kind: Kind, _ ids: [Int64]) throws {
    let recipients = try names.map { try ($0, recipient(cleaned($0))) }
    for id in ids {
      for (name, recipient) in recipients {
        let others = try members(of: recipient).filter { $0 != actor.user }
        let seeing = try others.filter { try isSeen(kind, id, by: $0) }
        if !others.isEmpty, seeing.isEmpty { throw try cannotSee(name, kind, id) }
        for user in seeing { tell(.notice, kind, id, to: .user(user)) }
      }
    }
  }

  private func recipient(_ name: String) throws -> Principal {
    if try resolve(.user, name).isEmpty, let group = try resolve(.userGroup, name).first {
      return .group(group)
    }
    let user = try one(.user, name)
    try checkActive(user)
    return .user(user)
  }

  private func cannotSee(_ name: String, _ kind: Kind, _ id: Int64) throws -> CRMError {
    let entity = catalogue.entity(kind)
    let code = try label(kind, id)
    let record = entity.called(code)
    let share = "crm \(kind.rawValue) share \(shellWord(code)) --with"
    return CRMError(
      .request, "\(cleaned(name)) cannot see \(record.en) and cannot be told of it",
      vi: "\(cleaned(name)) không xem được \(record.vi) nên không báo được",
      hints: entity.traits.contains(.owned)
        ? [
          Label(
            "Share it first: \(share) user:LOGIN", vi: "Hãy chia sẻ trước: \(share) user:TÀI-KHOẢN")
        ] : [])
  }
}
