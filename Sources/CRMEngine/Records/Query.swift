import CRMValues

/// Which records of a kind, in which order.
public struct Query: Sendable {
  /// One step of an order: a field, a path or an aggregate, and the direction.
  public struct Sort: Hashable, Sendable {
    public let path: String
    public let isDescending: Bool

    public init(_ path: String, descending: Bool = false) {
      self.path = path
      isDescending = descending
    }

    /// Reads `f,-g.h` as typed after `--sort`.
    public static func list(_ text: String) -> [Sort] {
      PathList.split(text).map { path in
        path.hasPrefix("-") ? Sort(String(path.dropFirst()), descending: true) : Sort(path)
      }
    }
  }

  public var kind: Kind
  /// Conditions, all of which must hold.
  public var conditions: [Expression] = []
  /// Only these records; nil for no such limit.
  public var ids: [Int64]?
  /// Only records whose full-text entry holds these words.
  public var words: String?
  public var sort: [Sort] = []
  public var limit: Int?
  public var offset = 0
  /// Whether `me` in a condition is the acting user; not in rules, which hold for everybody.
  public var knowsMe = true
  /// Records in the trash instead of the live ones.
  public var inTrash = false

  public init(_ kind: Kind) { self.kind = kind }
}

/// One column of a result: a field of the record, of what it refers to, or an aggregate.
public struct QueryColumn: Sendable {
  /// The path as typed: `name`, `owner.name`, `orders.total`.
  public let path: String
  public let label: Label
  /// The heading on a screen: the label, or a shorter one.
  public let heading: Label
  /// What the column holds. References, and records of any kind, come as the text people call the record by, several of
  /// them with ``separator`` between.
  public let kind: FieldKind
  let sql: SQLFragment

  /// What stands between the names in the value of a column of several records.
  public static let separator = "\u{1F}"
}
