import CRMValues

/// What must hold once an operation was taken back, which only the whole of it can tell: no circle,
/// nothing live that belongs to what is in the trash, nothing shared that is not there, and what
/// rules refuse.
final class UndoAftermath {
  private let writer: Writer
  private let target: Operation
  /// Records by kind that are live again, that changed, and that are gone or in the trash.
  private var back: [Kind: [Int64]] = [:]
  private var changed: [Kind: [Int64]] = [:]
  private var gone: [Kind: [Int64]] = [:]
  private var watchedFields: [Kind: (isAll: Bool, fields: [Int])] = [:]

  init(_ writer: Writer, _ target: Operation) {
    self.writer = writer
    self.target = target
  }

  /// Notes a change that was taken back.
  func note(_ change: ReversedChange) {
    let (kind, id) = (change.kind, change.id)
    switch change.action {
    case .add, .restore: gone[kind, default: []].append(id)
    case .remove, .trash: back[kind, default: []].append(id)
    case .edit:
      let watched = watched(change.entity)
      guard
        watched.isAll || change.changes.contains(where: { watched.fields.contains($0.position) })
      else { return }
      changed[kind, default: []].append(id)
    case .follow, .destroy, .merge: break
    }
  }

  /// Returns whose changes matter: fields that name a holder or a record of the same kind, or all.
  private func watched(_ entity: Entity) -> (isAll: Bool, fields: [Int]) {
    if let known = watchedFields[entity.kind] { return known }
    let made = (
      isAll: writer.catalogue.rules(entity.kind)?.checksReversal == true,
      fields: entity.fields.indices.filter {
        entity.fields[$0].belongs || entity.fields[$0].kind == .reference(entity.kind)
      }
    )
    watchedFields[entity.kind] = made
    return made
  }

  /// Refuses the undo where what it leaves behind must not be.
  func check() throws {
    for (kind, ids) in gone { for id in ids { try checkGone(kind, id) } }
    for records in [back, changed] {
      for (kind, ids) in records {
        for id in ids {
          guard let record = try writer.record(kind, id), !record.isDeleted else { continue }
          try checkLive(record)
        }
      }
    }
  }

  private func checkLive(_ record: Record) throws {
    let entity = record.entity
    let own = entity.fields.indices.filter { entity.fields[$0].kind == .reference(entity.kind) }
    try CycleCheck.check(writer, entity, record.id, record.values, changed: own)
    // Parts are in the trash with their document.
    let holders = entity.hasTrash ? try writer.holders(of: record.values, entity) : []
    for holder in holders where holder.isDeleted {
      throw RecordErrors.parentInTrash(
        try writer.label(entity.kind, record.id), of: entity,
        parent: try writer.label(holder.kind, holder.id), parentEntity: holder.entity)
    }
    guard writer.catalogue.rules(entity.kind)?.checksReversal == true else { return }
    try writer.settle()
    do { try writer.rules(entity.kind)?.checkReversed(record) } catch let error as CRMError {
      throw refused(error.message, error.hints)
    }
  }

  /// Refuses to leave what belongs to a record that is gone, or a share of or with it.
  private func checkGone(_ kind: Kind, _ id: Int64) throws {
    let entity = writer.entity(kind)
    guard entity.isNoun else { return }
    var users: [Writer.Referrer] = []
    if let record = try writer.record(kind, id) {
      guard record.isDeleted else { return }
      for dependent in writer.catalogue.referrers(to: kind) where dependent.entity.hasTrash {
        let find = try writer.cache.statement(
          "SELECT id FROM \(dependent.entity.table) "
            + "WHERE \(Schema.quoted(dependent.field.name)) = ? AND deleted IS NULL LIMIT 1")
        find.bind(1, dependent.field.key(of: kind, id))
        if let user = try find.firstInteger() {
          users.append(
            Writer.Referrer(kind: dependent.entity.kind, id: user, field: dependent.field.name))
        }
      }
    } else if let share = try share(kind, id) {
      users.append(Writer.Referrer(kind: .share, id: share, field: ShareField.record.rawValue))
    }
    guard !users.isEmpty else { return }
    let names =
      users[0].kind == .share
      ? [Label("a share", vi: "một chia sẻ")] : try writer.named(users)
    throw refused(
      Label(
        "\(names.joined(separator: ", ").en) would be left behind",
        vi: "\(names.joined(separator: ", ").vi) sẽ bị bỏ lại"),
      try Undo.steps(
        users, writer, among: OperationLog.inForce(writer, after: target.number)))
  }

  /// Returns a share of a record, or with it.
  private func share(_ kind: Kind, _ id: Int64) throws -> Int64? {
    let find = try writer.cache.statement(
      "SELECT id FROM share WHERE record_kind = ?1 AND record = ?2 "
        + "OR principal_kind = ?3 AND principal = ?2 LIMIT 1")
    find.bind(1, kind.rawValue)
    find.bind(2, id)
    find.bind(3, Principal.word(of: kind) ?? "")
    return try find.firstInteger()
  }

  private func refused(_ why: Label, _ hints: [Label]) -> CRMError {
    CRMError(
      .conflict, "operation \(target.number) cannot be undone: \(why.en)",
      vi: "không hoàn tác được thao tác \(target.number): \(why.vi)", hints: hints)
  }
}
