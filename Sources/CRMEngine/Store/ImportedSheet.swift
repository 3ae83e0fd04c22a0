/// What an import brought in from one sheet, kept with its operation.
public struct ImportedSheet: Hashable, Sendable {
  public let operation: Int64
  /// The file as the command named it.
  public let file: String
  public let sheet: String?
  public let kind: Kind
  public let rows: Int64
  public let added: Int64
  public let updated: Int64
  public let unchanged: Int64
  public let rejected: Int64
  /// The file the rows in error went to; nil where there were none.
  public let rejects: String?
  /// The rows of the change log that came of this sheet; `last` below `first` for none.
  public let firstChange: Int64
  public let lastChange: Int64

  public var read: Int64 { added + updated + unchanged + rejected }
}
