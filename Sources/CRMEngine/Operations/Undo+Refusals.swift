import CRMValues

/// What stands in the way of taking an operation back.
extension Undo {
  /// Refuses where the operation destroyed records: nothing can bring them back.
  static func refuseDestruction(_ writer: Writer, _ target: Operation) throws {
    let find = try writer.cache.statement(
      "SELECT 1 FROM change WHERE id BETWEEN ? AND ? AND action = ? LIMIT 1")
    find.bind(1, target.firstChange)
    find.bind(2, target.lastChange)
    find.bind(3, ChangeAction.destroy.rawValue)
    guard try find.firstInteger() != nil else { return }
    throw CRMError(
      .request, "operation \(target.number) emptied the trash and cannot be undone",
      vi: "thao tác \(target.number) đã xóa vĩnh viễn thùng rác nên không hoàn tác được",
      hints: [
        Label(
          "Undo an earlier one by its number, from: crm log",
          vi: "Hãy hoàn tác thao tác trước đó theo số, xem bằng: crm log")
      ])
  }

  /// Refuses, without naming any, where the actor does not see every record that was changed; what a
  /// merge moved of others comes back with the merge.
  static func refuseUnseen(_ writer: Writer, _ target: Operation) throws {
    guard !writer.rights.isEverything else { return }
    let merged = try mergedKind(writer, target)
    let changes = try writer.cache.statement(
      "SELECT kind, record, action, fields FROM change WHERE id BETWEEN ? AND ? AND action <> ?")
    changes.bind(1, target.firstChange)
    changes.bind(2, target.lastChange)
    changes.bind(3, ChangeAction.follow.rawValue)
    var isHidden = false
    while try changes.step() {
      guard !isHidden, let kind = writer.catalogue.kind(number: changes.integer(0)) else {
        continue
      }
      let (entity, id) = (writer.entity(kind), changes.integer(1))
      guard entity.isNoun || entity.traits.contains(.part),
        try writer.record(kind, id) != nil
      else { continue }
      if try writer.isVisible(kind, id) { continue }
      let action = ChangeAction(rawValue: changes.integer(2)) ?? .edit
      let change = try ReversedChange(writer, kind, id, action, changes.text(3) ?? "{}")
      isHidden = !change.onlyMoves(between: merged)
    }
    guard isHidden else { return }
    throw CRMError(
      .notPermitted,
      "\(writer.actor.login) may not undo or redo operation \(target.number): it changed records "
        + "that \(writer.actor.login) does not see",
      vi: "\(writer.actor.login) không được hoàn tác hay làm lại thao tác \(target.number): có bản "
        + "ghi mà \(writer.actor.login) không xem được")
  }

  /// Refuses where a later operation in force changed the same fields of the same records.
  static func refuseConflicts(_ writer: Writer, _ target: Operation) throws {
    let later = try OperationLog.inForce(writer, after: target.number)
    guard !later.isEmpty else { return }
    let mine = try writer.cache.statement(
      "SELECT kind, record, action, fields FROM change WHERE id BETWEEN ? AND ?")
    mine.bind(1, target.firstChange)
    mine.bind(2, target.lastChange)
    let others = try writer.cache.statement(
      "SELECT operation, action, fields FROM change WHERE kind = ? AND record = ? AND id > ?")
    var names: [Label] = []
    var count = 0
    while try mine.step() {
      guard let kind = writer.catalogue.kind(number: mine.integer(0)),
        let action = ChangeAction(rawValue: mine.integer(2))
      else { continue }
      others.bind(1, mine.integer(0))
      others.bind(2, mine.integer(1))
      others.bind(3, target.lastChange)
      var conflict: Int64?
      while try others.step() {
        let operation = others.integer(0)
        guard conflict == nil, later.contains(operation),
          let otherAction = ChangeAction(rawValue: others.integer(1)),
          try overlaps(
            writer.entity(kind), action, mine.text(3), otherAction, others.text(2))
        else { continue }
        conflict = operation
      }
      if let conflict {
        count += 1
        if names.count < 10 {
          let label = try writer.label(kind, mine.integer(1))
          names.append(writer.entity(kind).called("\(label) (\(conflict))"))
        }
      }
    }
    guard count > 0 else { return }
    if count > names.count { names.append(Label(same: "…")) }
    let list = names.joined(separator: ", ")
    throw CRMError(
      .conflict,
      "operation \(target.number) cannot be undone: later operations changed \(list.en)",
      vi: "không hoàn tác được thao tác \(target.number): các thao tác sau đã sửa \(list.vi)",
      hints: [
        Label(
          "Undo those first, or take back everything with --force.",
          vi: "Hãy hoàn tác các thao tác đó trước, hoặc dùng --force.")
      ])
  }

  /// Takes away a record that the operation added.
  ///
  /// - Throws: ``CRMError`` that names the later operations by which others refer to it.
  static func remove(
    _ writer: Writer, _ record: Record, of target: Operation
  ) throws {
    do { try writer.remove(record) } catch let error as CRMError where error.kind == .conflict {
      let later = try OperationLog.inForce(writer, after: target.number)
      let steps = try steps(writer.referring(to: record.kind, record.id), writer, among: later)
      let why = error.message
      throw CRMError(
        .conflict, "operation \(target.number) cannot be undone: \(why.en)",
        vi: "không hoàn tác được thao tác \(target.number): \(why.vi)",
        hints: steps)
    }
  }

  /// Says which operations, of some, to undo first, so that records no longer refer to another.
  static func steps(
    _ users: [Writer.Referrer], _ writer: Writer, among later: Set<Int64>
  ) throws -> [Label] {
    var operations: Set<Int64> = []
    for user in users {
      guard let made = try reference(user, writer, among: later) else { continue }
      let isOwn =
        try OperationLog.operation(writer, made).map { writer.actor.isMe($0.actor) } ?? false
      if writer.mayConfigure || isOwn { operations.insert(made) }
    }
    guard !operations.isEmpty else { return [] }
    let steps = operations.sorted(by: >).map { "crm undo \($0)" }.joined(separator: "; ")
    return [
      Label(
        "Undo first what came after it: \(steps)",
        vi: "Hãy hoàn tác trước những gì làm sau đó: \(steps)")
    ]
  }

  /// Returns the operation, one of some, by which a record has come to refer to another.
  private static func reference(
    _ user: Writer.Referrer, _ writer: Writer, among operations: Set<Int64>
  ) throws -> Int64? {
    let changes = try writer.cache.statement(
      "SELECT operation, action, fields FROM change WHERE kind = ? AND record = ? ORDER BY id DESC")
    changes.bind(1, user.kind.number)
    changes.bind(2, user.id)
    var found: Int64?
    while try changes.step() {
      guard found == nil, operations.contains(changes.integer(0)) else { continue }
      switch ChangeAction(rawValue: changes.integer(1)) {
      case .add:
        found = changes.integer(0)
      case .edit, .follow:
        let edited = try ChangeBody.readEdit(changes.text(2) ?? "{}", of: writer.entity(user.kind))
        let position = try writer.entity(user.kind).handle(user.field)
        if edited.contains(where: { $0.position == position }) { found = changes.integer(0) }
      case .remove, .trash, .restore, .destroy, .merge, nil:
        continue
      }
    }
    return found
  }

  private static func overlaps(
    _ entity: Entity, _ mine: ChangeAction, _ myFields: String?, _ other: ChangeAction,
    _ otherFields: String?
  ) throws -> Bool {
    switch (mine, other) {
    // What is gone is passed over.
    case (.destroy, _), (_, .destroy): return false
    // What a merge changed has rows of its own.
    case (.merge, _), (_, .merge): return false
    // What follows from other records gives way to what people did.
    case (.follow, _), (_, .follow): return false
    case (.add, _), (.remove, _), (_, .remove), (_, .add): return true
    case (.trash, .edit), (.restore, .edit), (.edit, .trash), (.edit, .restore): return false
    case (.trash, _), (.restore, _): return true
    case (.edit, .edit):
      let first = try ChangeBody.readEdit(myFields ?? "{}", of: entity).map(\.position)
      let second = try ChangeBody.readEdit(otherFields ?? "{}", of: entity).map(\.position)
      return first.contains(where: second.contains)
    }
  }
}
