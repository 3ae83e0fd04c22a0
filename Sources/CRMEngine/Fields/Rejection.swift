import CRMValues

/// Why a row did not land.
public struct Rejection: Hashable, Sendable {
  /// The field at fault, or nil where it is the row as a whole.
  public let field: String?
  public let text: Label
}
