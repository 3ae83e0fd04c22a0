import CRMCatalogue

/// A share as it stood after one change of it, pieced together from the log: an addition keeps
/// nothing of itself there, what came later does.
struct ShareRow {
  let kind: String
  let record: Int64
  let principal: Principal?
  let rights: String

  /// Returns nil where nothing is known of the share any more, as its record was destroyed.
  init?(_ change: Change, _ reader: Reader) throws {
    var values = change.action == .remove ? ShareRow.removed(change) : [:]
    var rights = change.action == .edit ? change.fields.first?.2 : nil
    if change.action != .remove {
      let later = try OperationLog.history(reader, .share, change.record).filter {
        $0.operation > change.operation
      }
      for other in later where values.isEmpty {
        // What an edit replaced is what stood there until then.
        if other.action == .edit { rights = rights ?? other.fields.first?.1 }
        if other.action == .remove { values = ShareRow.removed(other) }
      }
      if values.isEmpty, let row = try reader.record(.share, change.record) {
        for field in Catalogue.entity(.share).fields { values[field.name] = row[field.name] }
      }
    }
    guard let kind = values["record_kind"]?.text, let record = values["record"]?.integer else {
      return nil
    }
    self.kind = kind
    self.record = record
    principal = Principal(
      kind: values["principal_kind"]?.text ?? "", id: values["principal"]?.integer ?? 0)
    self.rights = (rights ?? values["rights"])?.text ?? ""
  }

  private static func removed(_ change: Change) -> [String: Value] {
    Dictionary(change.fields.map { ($0.0.name, $0.1) }) { $1 }
  }
}
