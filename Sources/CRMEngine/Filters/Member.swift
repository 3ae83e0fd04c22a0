import CRMValues

/// What a name in a filter can mean for a kind: one of its fields, or the records that refer
/// to it.
enum Member {
  case field(Field)
  /// The records of another kind whose given field refers here.
  case records(Entity, by: Field)
}

extension Entity {
  /// Returns what a name means: a field or a plural (`orders`) by its own name, else by either
  /// language's label, the heading of a screen or an import heading, written with underscores, where only one has it.
  func member(_ name: String, _ catalogue: Catalogue) -> Member? {
    if let field = field(name) { return .field(field) }
    let referrers = catalogue.counted(by: kind)
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    if let field = field(plain) { return .field(field) }
    if let found = referrers.first(where: { $0.name == plain }) {
      return .records(found.entity, by: found.field)
    }
    let words = Self.words(plain)
    return only(words, referrers) { [$0.label.en, $0.label.vi] }
      ?? only(words, []) { field in field.short.map { [$0.en, $0.vi] } ?? [] }
      ?? only(words, referrers) { $0.headers }
  }

  private func only(
    _ words: String, _ referrers: [(name: String, entity: Entity, field: Field)],
    _ names: (Field) -> [String]
  ) -> Member? {
    var found: [Member] = fields.filter { field in
      names(field).contains { Self.words($0) == words }
    }.map { .field($0) }
    // A field is nearer than what refers here.
    if !found.isEmpty { return found.count == 1 ? found[0] : nil }
    found += referrers.filter { referrer in
      Self.words(referrer.entity.plural.vi) == words
        && referrer.name == Catalogue.plainName(referrer.entity.plural.en)
    }.map { .records($0.entity, by: $0.field) }
    return found.count == 1 ? found[0] : nil
  }

  private static func words(_ text: String) -> String {
    folded(String(text.map { $0 == "_" || $0 == "-" || $0 == "/" ? " " : $0 }))
  }

  /// The names a filter over this kind knows.
  func memberNames(_ catalogue: Catalogue) -> [String] {
    fields.map(\.name) + catalogue.counted(by: kind).map(\.name)
  }

  /// The names that may follow the plural of this kind in a filter.
  public var aggregateNames: [String] {
    ["count"] + fields.filter(\.isSummable).map(\.name) + ["first", "last"]
  }

  /// The day that `first` and `last` are about: the first day of the declaration, else when
  /// the record was made.
  var mainDay: Field? {
    fields.first { $0.kind == .day || $0.kind == .moment } ?? field("created")
  }
}
