import CRMValues

/// What emptying the trash came to.
public struct EmptiedTrash: Sendable {
  /// How many records of each kind are gone.
  public var destroyed: [(kind: Kind, count: Int)] = []
  /// The first few records that stay, because records that stay refer to them.
  public var kept: [(name: String, entity: Entity, users: [Label])] = []
  public var keptCount = 0

  /// The records that stay, and what refers to them.
  public var keptNames: Label {
    let names = kept.map { name, entity, users in
      let (called, users) = (entity.called(name), users.joined(separator: ", "))
      return Label("\(called.en) (\(users.en))", vi: "\(called.vi) (\(users.vi))")
    }
    return (names + (keptCount > kept.count ? [Label(same: "…")] : [])).joined(separator: "; ")
  }

  /// Says that nothing could be destroyed.
  public var refusal: CRMError {
    guard keptCount == 1, let one = kept.first else {
      return CRMError(
        .conflict, "nothing was destroyed: others still refer to \(keptNames.en)",
        vi: "chưa xóa gì: bản ghi khác còn dùng \(keptNames.vi)")
    }
    return RecordErrors.inUse(one.name, of: one.entity, by: one.users)
  }
}

extension Writer {
  /// Destroys what is in the trash, with the lines and shares of each record, and wipes what the
  /// log says of their contents. This is never undone.
  ///
  /// A record that another refers to stays, unless that one is destroyed as well.
  public func emptyTrash(_ kinds: [Kind]) throws -> EmptiedTrash {
    for kind in kinds where entity(kind).hasTrash { try permitDestroying(kind) }
    let doomed = try DoomedRecords(self, kinds)
    try doomed.spareThoseInUse()
    return try doomed.destroy()
  }
}

/// The records about to be destroyed, in a table of their own so that each step is one statement
/// however many they are.
private struct DoomedRecords {
  let writer: Writer
  /// The kinds, what refers to others before what is referred to.
  let entities: [Entity]

  init(_ writer: Writer, _ kinds: [Kind]) throws {
    self.writer = writer
    entities = writer.catalogue.kinds.reversed().map(writer.catalogue.entity).filter {
      $0.hasTrash && kinds.contains($0.kind)
    }
    try run(
      "CREATE TEMP TABLE IF NOT EXISTS doomed (kind INTEGER, id INTEGER, PRIMARY KEY (kind, id)) "
        + "WITHOUT ROWID")
    try run("DELETE FROM doomed")
    for entity in entities {
      try run(
        "INSERT INTO doomed SELECT \(entity.kind.number), id FROM \(entity.table) "
          + "WHERE deleted IS NOT NULL")
    }
  }

  private func run(_ sql: String) throws { try writer.cache.statement(sql).run() }

  private func integer(_ sql: String) throws -> Int64 {
    try writer.cache.statement(sql).firstInteger() ?? 0
  }

  /// Returns one query a field that refers to the kind: the doomed records that something which
  /// stays refers to by it.
  private func uses(of entity: Entity) -> [String] {
    var uses: [String] = []
    for kind in writer.catalogue.kinds {
      let other = writer.catalogue.entity(kind)
      for field in other.fields where field.mayName(entity.kind) {
        // A line lives and dies with its document.
        let owner = other.traits.contains(.part) ? parent(of: other) : nil
        let (number, id) =
          owner.map { ($0.kind.number, "o.\(Schema.quoted($0.column))") }
          ?? (kind.number, field.isLinked ? "o.record" : "o.id")
        let table = field.isLinked ? "\(other.table)_\(field.name)" : other.table
        let column = field.isLinked ? "target" : Schema.quoted(field.name)
        if let owner, owner.column == field.name { continue }
        let used = field.kind == .record ? "o.\(column) & \(RecordLink.mask)" : "o.\(column)"
        uses.append(
          "SELECT \(used) FROM \(table) o WHERE o.\(column) IN (SELECT "
            + "\(field.keySQL(of: entity.kind, "id")) FROM doomed "
            + "WHERE kind = \(entity.kind.number)) AND NOT EXISTS "
            + "(SELECT 1 FROM doomed d WHERE d.kind = \(number) AND d.id = \(id))")
      }
    }
    return uses
  }

  private func parent(of part: Entity) -> (kind: Kind, column: String)? {
    part.fields.lazy.compactMap { field in
      field.belongs ? field.target.map { ($0, field.name) } : nil
    }.first
  }

  /// Takes out what records that stay refer to, until nothing more is spared.
  func spareThoseInUse() throws {
    var before: Int64 = -1
    var count = try integer("SELECT count(*) FROM doomed")
    while count != before {
      before = count
      for entity in entities {
        for use in uses(of: entity) {
          try run("DELETE FROM doomed WHERE kind = \(entity.kind.number) AND id IN (\(use))")
        }
      }
      count = try integer("SELECT count(*) FROM doomed")
    }
  }

  func destroy() throws -> EmptiedTrash {
    var result = EmptiedTrash()
    // Records of one kind may refer to each other.
    try run("PRAGMA defer_foreign_keys = ON")
    for entity in entities {
      try noteKept(entity, &result)
      let entity = writer.entity(entity.kind)
      let mine = "(SELECT id FROM doomed WHERE kind = \(entity.kind.number))"
      let count = Int(try integer("SELECT count(*) FROM doomed WHERE kind = \(entity.kind.number)"))
      guard count > 0 else { continue }
      for field in entity.fields where field.isLinked {
        try run("DELETE FROM \(entity.table)_\(field.name) WHERE record IN \(mine)")
      }
      for kind in entity.parts {
        let lines = writer.catalogue.entity(kind)
        guard let parent = parent(of: lines) else { continue }
        let theirs =
          "(SELECT id FROM \(lines.table) WHERE \(Schema.quoted(parent.column)) IN \(mine))"
        try wipe(kind, theirs)
        try run("DELETE FROM \(lines.table) WHERE \(Schema.quoted(parent.column)) IN \(mine)")
      }
      try run(
        "DELETE FROM share WHERE record_kind = '\(entity.kind.rawValue)' AND record IN \(mine)")
      if let principal = Principal.word(of: entity.kind) {
        try run(
          "DELETE FROM share WHERE principal_kind = '\(principal)' AND principal IN \(mine)")
      }
      if entity.kind == .user {
        try run("DELETE FROM notification WHERE recipient IN \(mine)")
      }
      try wipe(entity.kind, mine)
      try logDestroyed(entity.kind)
      try writer.rules(entity.kind)?.destroying(mine)
      try run("DELETE FROM \(entity.table) WHERE id IN \(mine)")
      for field in entity.fields where entity.keepsSpellings(of: field) {
        try run(
          "DELETE FROM spelling WHERE kind = \(entity.kind.number) AND field = '\(field.name)' "
            + "AND text NOT IN (SELECT \(Schema.quoted(field.name)) FROM \(entity.table) "
            + "WHERE \(Schema.quoted(field.name)) IS NOT NULL)")
      }
      result.destroyed.append((entity.kind, count))
    }
    result.destroyed.reverse()
    try run("DELETE FROM doomed")
    return result
  }

  /// Wipes the contents from the log; that something was done stays.
  private func wipe(_ kind: Kind, _ ids: String) throws {
    try run(
      "UPDATE change SET fields = NULL WHERE kind = \(kind.number) AND record IN \(ids) "
        + "AND fields IS NOT NULL")
  }

  private func logDestroyed(_ kind: Kind) throws {
    let next = try writer.cache.statement(
      "SELECT id FROM doomed WHERE kind = \(kind.number) ORDER BY id")
    while try next.step() { try writer.log(kind, next.integer(0), .destroy, nil) }
  }

  private func noteKept(_ entity: Entity, _ result: inout EmptiedTrash) throws {
    let kept =
      "FROM \(entity.table) WHERE deleted IS NOT NULL AND id NOT IN "
      + "(SELECT id FROM doomed WHERE kind = \(entity.kind.number))"
    result.keptCount += Int(try integer("SELECT count(*) \(kept)"))
    let some = try writer.cache.statement("SELECT id \(kept) ORDER BY id LIMIT 5")
    var ids: [Int64] = []
    while try some.step() { ids.append(some.integer(0)) }
    for id in ids where result.kept.count < 5 {
      result.kept.append(
        (
          try writer.label(entity.kind, id), entity,
          try writer.named(writer.referring(to: entity.kind, id))
        ))
    }
  }
}
