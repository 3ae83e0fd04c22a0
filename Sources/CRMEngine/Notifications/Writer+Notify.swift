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
        if !others.isEmpty, seeing.isEmpty { throw try cannotSee(recipient, name, kind, id) }
        for user in others where !seeing.contains(user) {
          let login = try label(.user, user)
          let record = catalogue.entity(kind).called(try label(kind, id))
          note(
            Label(
              "\(login) does not see \(record.en) and is not told of it.",
              vi: "\(login) không xem được \(record.vi) nên không được báo."))
        }
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

  private func cannotSee(
    _ recipient: Principal, _ name: String, _ kind: Kind, _ id: Int64
  ) throws -> CRMError {
    let entity = catalogue.entity(kind)
    let code = try label(kind, id)
    let record = entity.called(code)
    return CRMError(
      .request, "\(cleaned(name)) cannot see \(record.en) and cannot be told of it",
      vi: "\(cleaned(name)) không xem được \(record.vi) nên không báo được",
      hints: try letSee(recipient, entity, id, code))
  }

  /// How somebody may come to see a record; one that is being added can be shared only once it is
  /// there.
  private func letSee(
    _ recipient: Principal, _ entity: Entity, _ id: Int64, _ code: String
  ) throws -> [Label] {
    let whom = try text(of: recipient)
    if let record = try record(entity.kind, id), try isAdded(record) {
      guard case .user(let user) = recipient,
        let viewer = entity.roads.first(where: { $0.road == .viewer })
      else { return [] }
      let option = "--\(viewer.name) \(shellWord(try label(.user, user)))"
      return [Label("Let them see it: add \(option)", vi: "Hãy cho xem: thêm \(option)")]
    }
    guard entity.traits.contains(.owned) else { return [] }
    let share = "crm \(entity.kind.rawValue) share \(shellWord(code)) --with \(shellWord(whom))"
    return [Label("Share it first: \(share)", vi: "Hãy chia sẻ trước: \(share)")]
  }
}
