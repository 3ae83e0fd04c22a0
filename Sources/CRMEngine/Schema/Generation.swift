/// What a new record takes over from a record of another kind that it is generated from.
public struct Generation: Sendable {
  /// A field of the new record, and where its value comes from.
  public struct Carried: Sendable {
    let field: String
    let paths: [String]
    let isOfNew: Bool

    /// - Parameters:
    ///   - field: of the new record.
    ///   - paths: over references of the source (`customer.owner`), over the lines of a document
    ///     (`lines.product`, each value once), or empty for the source itself; the first that
    ///     leads to a value counts.
    public init(_ field: String, from paths: String...) {
      self.field = field
      self.paths = paths
      isOfNew = false
    }

    /// - Parameter path: over references of the new record, as filled so far (`owner.unit`).
    public init(_ field: String, ofNew path: String) {
      self.field = field
      paths = [path]
      isOfNew = true
    }
  }

  public let source: Kind
  let carried: [Carried]

  public init(from source: Kind, _ carried: [Carried]) {
    self.source = source
    self.carried = carried
  }

  /// The fields that the source fills by itself, which nobody needs to give.
  public var fields: [String] { carried.map(\.field) }
}
