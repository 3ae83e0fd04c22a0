import CRMCore
import CRMEngine
import CRMValues

/// A column of a table that is no list of records: a log, a reminder.
struct RowColumn {
  let key: String
  let kind: FieldKind
  let label: Label

  init(_ key: String, _ kind: FieldKind, _ label: Label) {
    self.key = key
    self.kind = kind
    self.label = label
  }

  /// The kind of a record: its key for programs, its name for people.
  static let kind = RowColumn(
    "kind",
    .choice(Catalogue.nouns.map { Choice($0.rawValue, Catalogue.entity($0).label) }),
    Label("Kind", vi: "Loại"))
}
