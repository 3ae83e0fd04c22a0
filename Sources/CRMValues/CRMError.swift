/// Says why a command could not be carried out: what is wrong, why, and what to do next.
///
/// Every error of every module is one of these. The kind decides the exit code, in one
/// place of the command module; nothing else does.
public struct CRMError: Error, Hashable, Sendable {
  /// The classes of failure a script can tell apart.
  public enum Kind: String, CaseIterable, Sendable {
    /// The request could not be carried out: not found, invalid value, rejected rows.
    case request
    /// The command line itself is wrong.
    case usage
    /// The database is missing, locked beyond the timeout, newer than this program, or damaged.
    case database
    /// The acting user may not do this.
    case notPermitted
    /// The record is a duplicate, or changed since it was read.
    case conflict
    /// Somebody stopped the command.
    case interrupted
    /// A fault of this program.
    case bug
  }

  public let kind: Kind
  /// What is wrong and where, as one sentence without a full stop.
  public let message: Label
  /// What to do next, one sentence each.
  public let hints: [Label]

  /// Whether this says no to what was asked for: a row that it refuses is put aside and the next
  /// is taken. What is none of a row's fault ends everything.
  public var isRefusal: Bool {
    switch kind {
    case .request, .usage, .notPermitted, .conflict: return true
    case .database, .interrupted, .bug: return false
    }
  }

  public init(_ kind: Kind, _ message: Label, hints: [Label] = []) {
    self.kind = kind
    self.message = message
    self.hints = hints
  }

  public init(_ kind: Kind, _ en: String, vi: String, hints: [Label] = []) {
    self.init(kind, Label(en, vi: vi), hints: hints)
  }
}
