import CRMValues

/// The right to change what decides what others see, or what runs for them (RULES 11.5).
extension Writer {
  /// Refuses what steers the program for others to who may not configure.
  ///
  /// - Parameters:
  ///   - id: the record as it stands; nil for a new one.
  ///   - values: what it is, or becomes.
  func permitSteering(_ entity: Entity, _ id: Int64?, _ values: [Value]) throws {
    if entity.kind == .share { return try permitSharing(values) }
    guard !mayConfigure else { return }
    if entity.kind == .setting, try isOwnSetting(values) { return }
    if entity.traits.contains(.configures) { throw try notPermitted(.configure, entity, nil) }
    guard entity.traits.contains(.keptByAuthor), let id, try !isAuthor(entity, id) else {
      return
    }
    let name = try label(entity.kind, id)
    throw CRMError(
      .notPermitted,
      "\(entity.called(name).en) was made by somebody else; only its author and who may configure "
        + "change it",
      vi: "\(entity.called(name).vi) do người khác tạo; chỉ người tạo và người có quyền cấu hình "
        + "được sửa",
      hints: [
        Label("Make one of your own, with another name.", vi: "Hãy tạo bản riêng với tên khác.")
      ])
  }

  /// Whether a setting is one that the actor has for themselves.
  private func isOwnSetting(_ values: [Value]) throws -> Bool {
    guard let user = actor.user, let key = values[try SettingField.key.position].text else {
      return false
    }
    return DeclaredSetting.owner(ofKey: key) == user
  }

  /// A share is changed by who may share its record.
  private func permitSharing(_ values: [Value]) throws {
    let share = Record(catalogue.entity(.share), id: 0, values: values)
    guard let kind = try share[ShareField.recordKind].text.flatMap(catalogue.kind(named:)),
      let id = try share[ShareField.record].integer, let record = try record(kind, id)
    else { return }
    try require(.share, record)
  }

  /// Whether the actor made a record: as it says itself, else as the log does.
  private func isAuthor(_ entity: Entity, _ id: Int64) throws -> Bool {
    if entity.isNoun {
      return try record(entity.kind, id)?[.createdBy].integer == actor.user
    }
    let find = try cache.statement(
      "SELECT o.actor FROM change c JOIN operation o ON o.id = c.operation "
        + "WHERE c.kind = ? AND c.record = ? AND c.action = \(ChangeAction.add.rawValue) "
        + "ORDER BY c.id LIMIT 1")
    find.bind(1, entity.kind.number)
    find.bind(2, id)
    guard try find.step() else { return false }
    defer { find.reset() }
    return actor.isMe(find.text(0) ?? "")
  }
}
