/// Where the records of a kind feed figures of others.
struct Feed {
  /// The field that names the record with the figure, by position.
  let position: Int
  let target: Kind

  /// Returns what records of a kind feed. Only the kinds they refer to are looked at.
  static func of(_ entity: Entity, _ catalogue: Catalogue) -> [Feed] {
    entity.fields.enumerated().compactMap { position, field in
      guard case .reference(let target) = field.kind,
        catalogue.entity(target).figures.contains(where: {
          $0.kind == entity.kind && $0.by == field.name
        })
      else { return nil }
      return Feed(position: position, target: target)
    }
  }
}
