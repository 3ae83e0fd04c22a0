/// A record as it stands in the database: its id and one value a field, by the field's position
/// in its entity.
public struct Record: Hashable, Sendable {
  public let kind: Kind
  /// The row id; internal to the database, never shown.
  public let id: Int64
  public var values: [Value]
  /// Whether the record is in the trash.
  public var isDeleted: Bool

  public init(kind: Kind, id: Int64, values: [Value], isDeleted: Bool = false) {
    self.kind = kind
    self.id = id
    self.values = values
    self.isDeleted = isDeleted
  }

  /// Returns the value of the field with the given name, null where there is no such field.
  public subscript(name: String) -> Value {
    guard let position = Catalogue.entity(kind).position(of: name) else { return .null }
    return values[position]
  }
}
