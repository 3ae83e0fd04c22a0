/// A record as it stands in the database: its id and one value a field, by the field's position
/// in its entity.
public struct Record: Sendable {
  public let entity: Entity
  public var kind: Kind { entity.kind }
  /// The row id; internal to the database, never shown.
  public let id: Int64
  public var values: [Value]
  /// Whether the record is in the trash.
  public var isDeleted: Bool

  public init(_ entity: Entity, id: Int64, values: [Value], isDeleted: Bool = false) {
    self.entity = entity
    self.id = id
    self.values = values
    self.isDeleted = isDeleted
  }

  /// The value of the field with the given name, which the kind must have: a name it has not is a
  /// fault of the program, and never reads as null.
  public subscript(name: String) -> Value { values[entity.place(of: name)] }
}

extension Record: Hashable {
  public static func == (left: Record, right: Record) -> Bool {
    left.entity.kind == right.entity.kind && left.id == right.id
      && left.isDeleted == right.isDeleted && left.values == right.values
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(entity.kind)
    hasher.combine(id)
  }
}
