import CRMCore
import CRMEngine
import CRMValues

/// A column of a table that is no list of records: a log, a reminder.
struct RowColumn {
  let key: String
  let kind: FieldKind
  let label: Label

  /// The heading on a screen.
  let short: Label
  /// What becomes of it on a terminal where it is wider than its column.
  let fit: ScreenColumn.Fit
  /// Whether it is on the screen however narrow that is.
  let stays: Bool
  /// How soon it is left out of a narrow screen; 0 where its place decides.
  let yields: Int

  init(
    _ key: String, _ kind: FieldKind, _ label: Label, short: Label? = nil,
    fit: ScreenColumn.Fit? = nil, stays: Bool = false, yields: Int = 0
  ) {
    self.key = key
    self.kind = kind
    self.label = label
    self.short = short ?? label
    // Few columns, of names and reasons: none of these is cut.
    self.fit = fit ?? (kind.fit == .cut ? .wraps : kind.fit)
    self.stays = stays
    self.yields = yields
  }

  /// The kind of a record: its key for programs, its name for people.
  static let kind = RowColumn(
    "kind",
    .choice(Catalogue.nouns.map { Choice($0.rawValue, Catalogue.entity($0).label) }),
    Label("Kind", vi: "Loại"))
}
