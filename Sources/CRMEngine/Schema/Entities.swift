/// The kinds as one database has them: as they are declared, and some with custom fields.
public struct Entities: Sendable {
  private let extended: [Entity]

  /// - Parameter custom: the custom fields of kinds that have some, in their order.
  public init(custom: [(kind: Kind, fields: [Field])] = []) {
    extended = custom.map { Entity(Catalogue.entity($0.kind), adding: $0.fields) }
  }

  public subscript(kind: Kind) -> Entity {
    extended.first { $0.kind == kind } ?? Catalogue.entity(kind)
  }
}
