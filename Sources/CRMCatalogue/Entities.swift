/// The kinds as one database has them: as they are declared, and some with custom fields.
public struct Entities: Sendable {
  private let extended: [Kind: Entity]

  /// - Parameter custom: the custom fields of kinds that have some, in their order.
  public init(custom: [Kind: [Field]] = [:]) {
    var extended: [Kind: Entity] = [:]
    for (kind, fields) in custom {
      extended[kind] = Entity(Catalogue.entity(kind), adding: fields)
    }
    self.extended = extended
  }

  public subscript(kind: Kind) -> Entity { extended[kind] ?? Catalogue.entity(kind) }
}
