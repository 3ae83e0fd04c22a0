import CRMValues

/// The kinds of one business, in one ordered list: imports of a whole workbook, exports of
/// everything and the schema follow its order, in which what is referred to comes first.
///
/// It is handed to the store, so that several can be at work in one process.
public struct Catalogue: Sendable {
  /// A kind with its declaration and, where it behaves, its rules.
  public struct Listed: Sendable {
    let kind: Kind
    let entity: @Sendable () -> Entity
    let rules: (any Behaviour.Type)?

    /// - Parameters:
    ///   - entity: the declaration; built when it is first asked for.
    ///   - rules: what the kind means beyond being kept; nil for a kind that means nothing more.
    package init(
      _ kind: Kind, _ entity: @escaping @Sendable @autoclosure () -> Entity,
      rules: (any Behaviour.Type)? = nil
    ) {
      self.kind = kind
      self.entity = entity
      self.rules = rules
    }
  }

  let listed: [Listed]
  /// Where in the list the kind of a number stands.
  private let places: [Int?]
  /// The formats that databases of this business have had.
  let formats: (any Formats)?
  private let declaredNames: @Sendable (Kind) -> [Label]
  private let declaredSettings: @Sendable () -> [DeclaredSetting]
  /// Tables beside those of kinds that hold what not everybody may see.
  let guardedTables: [GuardedTable]

  /// - Parameters:
  ///   - listed: every kind, what is referred to before what refers to it.
  ///   - settings: what can be set beside what every kind has, in the order it is shown.
  ///   - names: the entries of a kind that new databases begin with, in both languages.
  package init(
    _ listed: [Listed], formats: (any Formats)? = nil,
    settings: @escaping @Sendable () -> [DeclaredSetting] = { [] },
    guardedTables: [GuardedTable] = [],
    names: @escaping @Sendable (Kind) -> [Label] = { _ in [] }
  ) {
    self.listed = listed
    self.formats = formats
    self.guardedTables = guardedTables
    declaredSettings = settings
    declaredNames = names
    var places: [Int?] = []
    for (place, entry) in listed.enumerated() {
      let number = Int(entry.kind.number)
      while places.count <= number { places.append(nil) }
      places[number] = place
    }
    self.places = places
  }

  /// Every kind, what is referred to before what refers to it.
  public var kinds: [Kind] { listed.map(\.kind) }

  /// How long a list is that has a place for every number; numbers may have gaps.
  public var slots: Int { places.count }

  /// What can be set beside what every kind has.
  var ownSettings: [DeclaredSetting] { declaredSettings() }

  /// Returns what an entry that new databases begin with is called in the other language, by which
  /// it is found as well; none for what is no such entry.
  func otherNames(of kind: Kind, _ text: String) -> [String] {
    let key = identityText(text)
    return declaredNames(kind).compactMap { name in
      guard name.en != name.vi else { return nil }
      if identityText(name.en) == key { return name.vi }
      return identityText(name.vi) == key ? name.en : nil
    }
  }

  private func listing(_ kind: Kind) -> Listed? {
    let number = Int(kind.number)
    guard places.indices.contains(number), let place = places[number] else { return nil }
    return listed[place]
  }

  /// Whether the catalogue has a kind.
  public func has(_ kind: Kind) -> Bool { listing(kind) != nil }

  /// Returns the declaration of a kind. Only the asked one is built.
  ///
  /// A kind that is not listed is a fault of the program that ``problems()`` tells of.
  public func entity(_ kind: Kind) -> Entity {
    guard let listing = listing(kind) else {
      preconditionFailure("the catalogue does not list \(kind)")
    }
    return listing.entity()
  }

  /// Returns the rules of a kind, nil where it has none.
  func rules(_ kind: Kind) -> (any Behaviour.Type)? { listing(kind)?.rules }

  /// The kinds that have rules, in order.
  var kindsWithRules: [(kind: Kind, rules: any Behaviour.Type)] {
    listed.compactMap { entry in entry.rules.map { (entry.kind, $0) } }
  }

  /// The kinds that are nouns of the command line, in order.
  public var nounKinds: [Kind] { kinds.filter(\.isNoun) }

  /// Returns the kind with the given log number, or nil where this release does not know it.
  public func kind(number: Int64) -> Kind? {
    guard number > 0, number < Int64(places.count), let place = places[Int(number)] else {
      return nil
    }
    return listed[place].kind
  }

  /// Returns the kind of a name as the database has it, nil where there is none.
  public func kind(named name: String) -> Kind? {
    listed.first { $0.kind.rawValue == name }?.kind
  }

  /// Returns the noun of the given word, underscores and capitals forgiven.
  public func noun(_ word: String) -> Kind? {
    let dashed = String(word.map { $0 == "_" ? "-" : $0 }).lowercased()
    return kind(named: dashed).flatMap { $0.isNoun ? $0 : nil }
  }

  /// The nouns as words to choose from, in order.
  public var nounChoices: [Choice] { nounKinds.map { Choice($0.rawValue, entity($0).label) } }

  /// What filters can count of a kind: the records of every kind that name it, under their plural
  /// name (`orders`, `contacts`, `care_cards`): those that belong to it, else those of the first
  /// field that names it. Of further fields the name follows: `customers_viewers`.
  public func counted(by kind: Kind) -> [(name: String, entity: Entity, field: Field)] {
    kinds.flatMap { other -> [(name: String, entity: Entity, field: Field)] in
      let entity = entity(other)
      guard !entity.traits.contains(.internal) else { return [] }
      let plural = Catalogue.plainName(entity.plural.en)
      let naming = entity.fields.filter { $0.mayName(kind) }
      // What names one kind says more than what may name any.
      let direct = naming.filter { $0.target == kind }
      // Of entries of lists, what may name any record says nothing.
      let fields = direct.isEmpty && !self.entity(kind).isList ? naming : direct
      guard let main = fields.first(where: \.belongs) ?? fields.first else { return [] }
      return [(plural, entity, main)]
        + fields.filter { $0 != main }.map { ("\(plural)_\($0.name)", entity, $0) }
    }
  }

  /// The kinds whose records belong to those of a kind, each by one field, under their plural name.
  /// A field that names a record of any kind makes it belong to every noun.
  public func referrers(to kind: Kind) -> [(name: String, entity: Entity, field: Field)] {
    var found: [(String, Entity, Field)] = []
    for other in kinds {
      let entity = entity(other)
      guard !entity.traits.contains(.internal) else { continue }
      for field in entity.fields {
        if field.belongs, !field.isLinked, field.mayName(kind) {
          found.append((Catalogue.plainName(entity.plural.en), entity, field))
        }
      }
    }
    return found
  }
}
