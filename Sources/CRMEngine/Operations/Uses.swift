import CRMValues

/// Whatever refers to entries of a kind: by every field of every kind that people fill in and that
/// does not make a record belong to the entry, and by shares with it. Found in the catalogue, so
/// that a new kind is asked by itself.
public final class Uses {
  /// How many live records of each kind refer to some entries.
  public struct Count: Sendable {
    public let kinds: [(kind: Kind, count: Int)]
    /// Whether records that the actor does not see do, too.
    public let hasHidden: Bool

    public var isNone: Bool { kinds.isEmpty && !hasHidden }
  }

  private struct Reference {
    let entity: Entity
    let position: Int
    let field: Field
  }

  private let writer: Writer
  private let kind: Kind
  private let references: [Reference]

  public init(_ writer: Writer, of kind: Kind) {
    self.writer = writer
    self.kind = kind
    references = writer.catalogue.kinds.flatMap { other in
      let entity = writer.entity(other)
      guard writer.catalogue.rules(other)?.decideRights != true else { return [Reference]() }
      return entity.fields.enumerated().compactMap { position, field in
        guard field.mayName(kind), field.access == .editable, !field.belongs else { return nil }
        return Reference(entity: entity, position: position, field: field)
      }
    }
  }

  /// Counts what refers to entries, but for themselves.
  public func count(_ ids: [Int64]) throws -> Count {
    let list = ids.map(String.init).joined(separator: ",")
    var kinds: [(kind: Kind, count: Int)] = []
    var hasHidden = false
    for other in writer.catalogue.kinds {
      let mine = references.filter { $0.entity.kind == other }
      guard let entity = mine.first?.entity else { continue }
      try writer.beforeReading(other)
      let refers = mine.map { $0.entity.naming($0.field, kind, ids.map(String.init)) }
        .joined(separator: " OR ")
      var sql = "SELECT count(*) FROM \(entity.table) t WHERE (\(refers))"
      if entity.hasTrash { sql += " AND t.deleted IS NULL" }
      if other == kind { sql += " AND t.id NOT IN (\(list))" }
      let all = try number(SQLFragment(sql: sql))
      let visible = try writer.visible(other, "t")
      let seen = try visible.map { try number("\(raw: sql) AND \($0)") } ?? all
      if seen > 0 { kinds.append((other, seen)) }
      if all > seen { hasHidden = true }
    }
    let steps = try writer.settings(namingInSteps: kind, ids).count
    if steps > 0 { kinds.append((.setting, steps)) }
    if let word = Principal.word(of: kind) {
      let shares = try number(
        SQLFragment(
          sql: "SELECT count(*) FROM share WHERE principal_kind = '\(word)' "
            + "AND principal IN (\(list))"))
      if shares > 0 { kinds.append((.share, shares)) }
    }
    for id in ids {
      for (other, count) in try NamingConditions(writer, kind, id).counts {
        if let place = kinds.firstIndex(where: { $0.kind == other }) {
          kinds[place].count += count
        } else {
          kinds.append((other, count))
        }
      }
    }
    return Count(kinds: kinds, hasHidden: hasHidden)
  }

  private func number(_ sql: SQLFragment) throws -> Int {
    let statement = try writer.cache.prepared(sql.sql)
    for (index, value) in sql.arguments.enumerated() { statement.bind(Int32(index + 1), value) }
    return Int(try statement.firstInteger() ?? 0)
  }

  /// Moves what refers to one entry to another, in the trash or not, approved or not.
  ///
  /// - Parameter gone: the entries that are about to be deleted.
  /// - Throws: ``CRMError`` where the actor may not change one of the records, or it would come to
  ///   refer to itself.
  public func move(_ id: Int64, to other: Int64, sparing gone: Set<Int64>) throws {
    for reference in references {
      for record in try ids(reference, id) {
        if reference.entity.kind == kind, gone.contains(record) { continue }
        try move(reference, record, from: id, to: other)
      }
    }
    try writer.moveSteps(kind, [id], to: other)
    if let word = Principal.word(of: kind) { try moveShares(word, from: id, to: other) }
    try NamingConditions(writer, kind, id).name(try writer.label(kind, other))
  }

  private func ids(_ reference: Reference, _ id: Int64) throws -> [Int64] {
    try writer.beforeReading(reference.entity.kind)
    let find = try writer.cache.statement(
      "SELECT id FROM \(reference.entity.table) t WHERE "
        + "\(reference.entity.naming(reference.field, kind, ["?1"])) ORDER BY id")
    find.bind(1, id)
    var ids: [Int64] = []
    while try find.step() { ids.append(find.integer(0)) }
    return ids
  }

  private func move(
    _ reference: Reference, _ id: Int64, from old: Int64, to new: Int64
  ) throws {
    guard let record = try writer.record(reference.entity.kind, id) else { return }
    try permit(reference, record)
    let position = reference.position
    var values = record.values
    if reference.field.isLinked {
      let others = values[position].list.filter { $0 != old && $0 != new }
      values[position] = .list((others + [new]).sorted())
    } else {
      values[position] = .integer(reference.field.key(of: kind, new))
    }
    // What would come to stand above itself takes the place of what goes.
    if reference.entity.kind == kind, reference.field.target == kind, !reference.field.isLinked {
      if id == new { values[position] = try writer.record(kind, old)?.values[position] ?? .null }
      try CycleCheck.check(writer, reference.entity, id, values, changed: [position])
    }
    try writer.apply(
      try writer.statements(record.kind), record, values, changed: [position])
  }

  private func permit(_ reference: Reference, _ record: Record) throws {
    guard writer.isAsked, !writer.mayConfigure else { return }
    guard try writer.isVisible(record.kind, record.id) else {
      throw CRMError(
        .notPermitted, "records of others use it, too",
        vi: "bản ghi của người khác cũng đang dùng",
        hints: [
          Label(
            "Who may configure can move all of them.",
            vi: "Người có quyền cấu hình có thể chuyển tất cả.")
        ])
    }
    try writer.permit(reference.field.road == .owner ? .assign : .edit, record)
  }

  /// Shares with the one become shares with the other, which gets the wider rights of the two.
  private func moveShares(_ word: String, from old: Int64, to new: Int64) throws {
    guard let principal = Principal(kind: word, id: new),
      let former = Principal(kind: word, id: old)
    else { return }
    let find = try writer.cache.prepared(
      "SELECT id FROM share WHERE principal_kind = '\(word)' AND principal = \(old) ORDER BY id")
    var ids: [Int64] = []
    while try find.step() { ids.append(find.integer(0)) }
    for id in ids {
      guard let share = try writer.record(.share, id),
        let kind = try share[ShareField.recordKind].text.flatMap(writer.catalogue.kind(named:)),
        let record = try share[ShareField.record].integer,
        let rights = try share[ShareField.rights].text
      else { continue }
      let known = try writer.shares(kind, record).first { $0.principal == principal }
      _ = try writer.unshare(kind, record, with: former)
      guard known == nil || rights == "edit" else { continue }
      _ = try writer.share(kind, record, with: principal, rights: rights)
    }
  }
}

extension Entity {
  /// The condition, of a row called `t`, that a field names one of some records of a kind.
  func naming(_ field: Field, _ kind: Kind, _ ids: [String]) -> String {
    let list = ids.map { field.keySQL(of: kind, $0) }.joined(separator: ",")
    return field.isLinked
      ? "t.id IN (SELECT record FROM \(table)_\(field.name) WHERE target IN (\(list)))"
      : "t.\(Schema.quoted(field.name)) IN (\(list))"
  }

  /// Whether records of the kind are entries by which others are told apart, or that steer them:
  /// what refers to one goes to another before it is deleted.
  public var isEntry: Bool { isNoun && (isList || traits.contains(.configures)) }
}
