import CRMValues

/// What has become of a record beside its approval.
extension Writer {
  /// Returns what others than the actor changed of a record, or of its parts, since it was submitted
  /// or last decided: the names of fields and parts, each with who changed it.
  func changesOfOthers(_ record: Record) throws -> [Label] {
    var last: Int64 = 0
    for change in try OperationLog.history(self, record.kind, record.id) {
      guard change.fields.contains(where: { StandardFields.isOfApproval($0.0) }),
        let operation = try OperationLog.operation(self, change.operation),
        operation.undoneBy == nil, operation.undoes == nil || submits(change)
      else { continue }
      last = change.operation
    }
    return try changes(of: record, after: last) { !actor.isMe($0) }
  }

  /// Whether a change submits a record that was not.
  private func submits(_ change: Change) -> Bool {
    change.fields.contains {
      $0.0.name == StandardField.approval.rawValue && $0.1.text == "none"
        && $0.2.text == "submitted"
    }
  }

  /// Returns what is other in a record, or in its parts, than it was after an operation, whichever
  /// way it came: by a command, an undo or a redo. What was changed and is again as it was is no
  /// change.
  ///
  /// - Parameter isCounted: whose changes count, by login.
  /// - Returns: the names of fields and parts, each with who changed it.
  func changes(
    of record: Record, after number: Int64, by isCounted: (String) -> Bool
  ) throws -> [Label] {
    var order: [ChangedPlace] = []
    var nets: [ChangedPlace: NetChange] = [:]
    for change in try OperationLog.wholeHistory(self, record.kind, record.id)
    where change.operation > number && change.operation < operation && change.kind != .share {
      let actor = try OperationLog.operation(self, change.operation)?.actor ?? ""
      for (name, label, old, new) in moves(change, of: record) {
        let place = ChangedPlace(kind: change.kind, record: change.record, field: name)
        if nets[place] == nil {
          order.append(place)
          nets[place] = NetChange(label: label, first: old)
        }
        nets[place]?.last = new
        nets[place]?.authors.append(actor)
      }
    }
    var found: [Label] = []
    for net in order.compactMap({ nets[$0] }) where net.last != net.first {
      for author in net.authors where isCounted(author) {
        let label = Label("\(net.label.en) (\(author))", vi: "\(net.label.vi) (\(author))")
        if !found.contains(label) { found.append(label) }
      }
    }
    return found
  }

  /// What a change moved: fields, and for a part whether it is there at all.
  private func moves(
    _ change: Change, of record: Record
  ) -> [(String?, label: Label, old: Value, new: Value)] {
    let isPart = change.kind != record.kind
    let part = entity(change.kind).label
    switch change.action {
    case .edit:
      return change.fields.filter { isPart || !StandardFields.isOfApproval($0.0) }
        .map { ($0.0.name, isPart ? part : $0.0.label, $0.1, $0.2) }
    case .add, .restore: return isPart ? [(nil, part, .integer(0), .integer(1))] : []
    case .remove, .trash, .destroy: return isPart ? [(nil, part, .integer(1), .integer(0))] : []
    case .follow, .merge: return []
    }
  }
}

/// A field of a record, or whether that is there where it has no name.
private struct ChangedPlace: Hashable {
  let kind: Kind
  let record: Int64
  let field: String?
}

private struct NetChange {
  let label: Label
  let first: Value
  var last: Value = .null
  var authors: [String] = []
}
