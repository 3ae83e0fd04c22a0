/// A change that is taken back: what the log says of it, and the record as it stands.
struct ReversedChange {
  let entity: Entity
  let id: Int64
  let action: ChangeAction
  /// The fields of an edit or an event.
  var changes: [ChangeBody.Moved]
  /// The row of a record that was taken away.
  let row: (values: [Value], deleted: Int64?)?
  /// Nil where there is no such record now.
  let record: Record?

  var kind: Kind { entity.kind }

  /// Reads a change of the log, and its record.
  init(_ writer: Writer, _ kind: Kind, _ id: Int64, _ action: ChangeAction, _ fields: String) throws
  {
    entity = writer.entity(kind)
    self.id = id
    self.action = action
    let isEdit = action == .edit || action == .follow
    changes = isEdit ? try ChangeBody.read(fields, of: entity) : []
    row = action == .remove ? try ChangeBody.readRow(fields, of: entity) : nil
    let isGone = action == .remove || action == .merge || action == .destroy
    record = isGone ? nil : try writer.record(kind, id)
  }

  /// Whether all the change did was to lead from one record to another that a merge joined: that
  /// comes with the merge, whoever's the record is, approved or not.
  func onlyMoves(between merged: Kind?) -> Bool {
    guard let merged, action == .edit, !changes.isEmpty else { return false }
    return changes.allSatisfy { entity.fields[$0.position].target == merged }
  }

  /// The fields that an edit moved, with what they held before.
  var moved: [(position: Int, old: Value, new: Value)] {
    changes.compactMap { change in change.old.map { (change.position, $0, change.new) } }
  }
}
