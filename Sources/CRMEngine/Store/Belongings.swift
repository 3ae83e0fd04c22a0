/// Records that belong to others and are logged under ids of their own: the lines of a document,
/// the rights of a role, the shares of a record.
struct Belongings {
  /// The kind of what belongs.
  let kind: Kind
  /// The live ones of a record, its id parameter 2.
  let live: String
  /// Those that were taken away, found by what the log keeps of them. The condition is that of
  /// the index ``Schema`` makes.
  let removed: String

  /// What belongs to records of a kind.
  static func of(_ entity: Entity, _ catalogue: Catalogue) -> [Belongings] {
    var found: [Belongings] = []
    for other in catalogue.kinds.map(catalogue.entity) where !other.isNoun {
      guard let holder = other.holder, holder.mayName(entity.kind), let parent = parent(of: other)
      else { continue }
      let key = holder.keySQL(of: entity.kind, "?2")
      found.append(
        Belongings(
          kind: other.kind,
          live: "SELECT id FROM \(other.table) WHERE \(Schema.quoted(parent)) = \(key)",
          removed: "SELECT record FROM change WHERE kind = \(other.kind.number) AND action = 3 "
            + "AND json_extract(fields, '$.\(parent)') = \(key)"))
    }
    if entity.traits.contains(.owned) {
      let noun = entity.kind.rawValue
      found.append(
        Belongings(
          kind: .share,
          live: "SELECT id FROM share WHERE record_kind = '\(noun)' AND record = ?2",
          removed: "SELECT record FROM change WHERE kind = \(Kind.share.number) AND action = 3 "
            + "AND json_extract(fields, '$.record') = ?2 "
            + "AND json_extract(fields, '$.record_kind') = '\(noun)'"))
    }
    return found
  }

  /// Returns the field by which records of a kind belong to another, nil where they do not.
  static func parent(of entity: Entity) -> String? {
    if entity.kind == .share { return "record" }
    return entity.isNoun ? nil : entity.holder?.name
  }
}
