/// The kinds as one database has them: as they are declared, and some with custom fields.
public struct Entities: Sendable {
  public let catalogue: Catalogue
  private let extended: [Entity]

  /// - Parameter custom: the custom fields of kinds that have some, in their order.
  public init(_ catalogue: Catalogue, custom: [(kind: Kind, fields: [Field])] = []) {
    self.catalogue = catalogue
    extended = custom.map { Entity(catalogue.entity($0.kind), adding: $0.fields) }
  }

  public subscript(kind: Kind) -> Entity {
    extended.first { $0.kind == kind } ?? catalogue.entity(kind)
  }
}
