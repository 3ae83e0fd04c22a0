import CRMValues

/// Finds the field of a heading: the field's name, either label, or one of its further
/// headings; case, marks, spaces and punctuation do not count.
struct Headings {
  /// Where the values of a column go.
  enum Target: Hashable {
    case field(Int)
    /// A field of one kind of the document's parts.
    case part(Int, Int)

    /// Whether it is a field of the record itself.
    var isOwn: Bool { if case .field = self { true } else { false } }

    /// The position of the field in its own entity.
    var position: Int {
      switch self {
      case .field(let position), .part(_, let position): return position
      }
    }

    /// Which kind of the document's parts; nil for a field of the record itself.
    var part: Int? { if case .part(let part, _) = self { part } else { nil } }
  }

  let entity: Entity
  let parts: [Entity]
  private var targets: [String: Target] = [:]
  /// What "Name" and "Code" alone mean where nothing of the kind is called so.
  private var general: [String: Target] = [:]
  /// The headings of the columns that say the name beside a code.
  private var namesBeside: Set<String> = []
  /// Kinds that are written with records of this one, by what such a column is called.
  private var along: [String: Along] = [:]
  /// Headings of fields that another column may fill better.
  private var spare: [String: Target] = [:]
  private let passed: Set<String>
  /// The field that several columns of a person's name fill.
  private let personName: Target?

  /// Headings of the name and of the code of any kind, as they are compared.
  static let generalNames = ["name": ["name", "ten"], "code": ["code", "ma"]]

  /// Headings that say nothing of records, whatever the kind: numbers of rows, the labels of an
  /// address book's values, how it sorts and shows a person.
  private static let passedOver = Set(
    [
      "STT", "TT", "Số TT", "Số thứ tự", "No", "No.", "Phone - Label", "Phone - Type",
      "E-mail - Label", "E-mail - Type", "E-mail type", "E-mail display name", "Address - Label",
      "Address - Type", "Website - Label", "Website - Type", "Event - Label", "Event - Type",
      "Relation - Label", "Relation - Type", "Custom field - Label", "Organization - Type",
      "IM - Type", "IM - Service", "File as", "Phonetic first name", "Phonetic middle name",
      "Phonetic last name", "Yomi name", "Given name yomi", "Additional name yomi",
      "Family name yomi", "Organization - Yomi name", "Photo", "Initials", "Priority", "Private",
      "Sensitivity", "Address - City", "Address - Region", "Address - Street",
    ].map(key))

  init(_ kind: Kind, _ entities: Entities) {
    entity = entities[kind]
    parts = entity.parts.map { entities[$0] }
    passed = Headings.passedOver.union(entity.passedHeaders.map(Headings.key))
    personName = entity.fields.firstIndex(where: \.namesPerson).map(Target.field)
    // The document's own fields come first, so that they win over those of its parts; what a
    // field is called wins over what it may also be called.
    register(entity, Target.field, alsoCalled: false)
    for (part, own) in parts.enumerated() {
      register(own, { .part(part, $0) }, alsoCalled: false)
    }
    register(entity, Target.field, alsoCalled: true)
    for (part, own) in parts.enumerated() {
      register(own, { .part(part, $0) }, alsoCalled: true)
    }
    for field in ([entity] + parts).flatMap(\.fields) {
      guard let name = ReferenceName(of: field, entities) else { continue }
      namesBeside.formUnion([folded(name.label.en), folded(name.label.vi)])
    }
    for along in Along.all(with: kind, entities) {
      for name in along.form.headers { self.along[Headings.key(name)] = along }
    }
    for (field, names) in Headings.generalNames {
      guard let position = entity.position(of: field) else { continue }
      for name in names where targets[name] == nil { general[name] = .field(position) }
    }
    registerSpare(entity, Target.field)
    for (part, own) in parts.enumerated() { registerSpare(own) { .part(part, $0) } }
  }

  private mutating func registerSpare(_ entity: Entity, _ target: (Int) -> Target) {
    for (position, field) in entity.fields.enumerated() {
      for key in field.spareHeaders.map(Headings.key) where targets[key] == nil && spare[key] == nil
      {
        spare[key] = target(position)
      }
    }
  }

  /// Whether a heading is known to say nothing of the kind.
  func passes(_ heading: String) -> Bool {
    let key = Headings.key(heading)
    return key.isEmpty ? heading == "#" : passed.contains(key) || passed.contains(unnumbered(key))
  }

  /// Returns the kind whose records a column holds that belong to those of the row.
  func along(_ heading: String) -> Along? { along[Headings.key(heading)] }

  /// Whether a heading names a field that another column may fill better.
  func isSpare(_ heading: String) -> Bool {
    let key = Headings.key(heading)
    return targets[key] == nil && spare[key] != nil
  }

  /// Returns what a column holds of a person's name, and of which field; nil for any other.
  func namePart(_ heading: String) -> (target: Target, part: NameParts.Part)? {
    let key = Headings.key(heading)
    guard let personName, targets[key] == nil, let part = NameParts.part(key) else { return nil }
    return (personName, part)
  }

  private mutating func register(
    _ entity: Entity, _ target: (Int) -> Target, alsoCalled: Bool
  ) {
    for (position, field) in entity.fields.enumerated() {
      // The document itself is not named by its lines' heading for it.
      if entity.traits.contains(.part), field.target == self.entity.kind { continue }
      let names = alsoCalled ? field.headers : [field.name, field.label.en, field.label.vi]
      for name in names where targets[Headings.key(name)] == nil {
        targets[Headings.key(name)] = target(position)
      }
    }
  }

  /// Returns where the column of a heading goes, or nil where nothing is called so.
  ///
  /// - Parameter key: the heading in the form that is compared, where the caller has it.
  func target(_ heading: String, key: String? = nil) -> Target? {
    // As exports for programs call the fields of parts: `line.product`.
    for (part, own) in parts.enumerated() {
      let prefix = entity.columnPrefix(of: own.kind)
      guard heading.hasPrefix(prefix),
        let position = own.position(of: String(heading.dropFirst(prefix.count)))
      else { continue }
      return .part(part, position)
    }
    let key = key ?? Headings.key(heading)
    if let target = targets[key] ?? general[key] ?? spare[key] { return target }
    if personName != nil, NameParts.part(key) != nil { return personName }
    // `Phone 2`, `Phone 2 - Value`: further values of a field that holds several.
    let plain = unnumbered(key)
    guard plain != key, let target = targets[plain], field(target)?.holdsSeveral == true
    else { return nil }
    return target
  }

  private func unnumbered(_ key: String) -> String {
    String(String.UnicodeScalarView(key.unicodeScalars.filter { !(0x30...0x39 ~= $0.value) }))
  }

  /// Whether a column only says the name beside the code in another one, as our workbooks do. The
  /// colon counts: “Employer name” is a field, “Employer: name” is not.
  func isNameBeside(_ heading: String) -> Bool { namesBeside.contains(folded(cleaned(heading))) }

  /// Returns the field that a heading nothing is called by may have meant, by its spelling; only
  /// fields that no column fills yet.
  func nearestField(to heading: String, except filled: [Target]) -> Field? {
    var fields: [String: Field] = [:]
    var names: [String] = []
    for (position, field) in entity.fields.enumerated()
    where field.access == .editable && !filled.contains(.field(position)) {
      for name in [field.label.vi, field.label.en] + field.headers where fields[name] == nil {
        fields[name] = field
        names.append(name)
      }
    }
    let word = folded(heading)
    // Of short words every other one is near, and many begin like a longer one.
    guard word.count > 3 else { return nil }
    return nearest(to: heading, among: names, limit: 1).first { name in
      abs(folded(name).count - word.count) <= word.count / 3
    }.flatMap { fields[$0] }
  }

  /// Returns the field that an option names: by its name first, else as a heading.
  func target(named name: String) -> Target? {
    entity.position(of: name).map(Target.field) ?? target(name)
  }

  func field(_ target: Target) -> Field? {
    switch target {
    case .field(let position): return entity.fields[position]
    case .part(let part, let position): return parts[part].fields[position]
    }
  }

  /// Returns the form of a heading that is compared.
  static func key(_ heading: String) -> String {
    String(
      folded(heading).unicodeScalars.filter {
        ($0.value < 128 && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
          || $0 == "%" || $0.value >= 128
      }.map(Character.init))
  }

  /// Returns the kinds whose fields the headings name best: usually one, several where the
  /// headings do not tell them apart, none where they name no field.
  ///
  /// A kind's own code, and fields it requires, count for more; required fields that are missing
  /// count against it, unless the rows only change what is there.
  static func kinds(
    of headings: [String], onlyUpdates: Bool = false, _ entities: Entities
  ) -> [Kind] {
    let keys = Set(headings.map(key))
    var best: (kinds: [Kind], score: Int) = ([], 0)
    for kind in entities.catalogue.nounKinds {
      let entity = entities[kind]
      let known = Headings(kind, entities)
      var score = 0
      var seen: Set<Target> = []
      for heading in headings {
        guard let target = known.target(heading), seen.insert(target).inserted else { continue }
        // What any kind's name or code may be called says little.
        if known.targets[Headings.key(heading)] == nil, known.general[Headings.key(heading)] != nil
        {
          score += 1
          continue
        }
        score += 4
        if known.field(target)?.kind == .code { score += 3 }
        if known.field(target)?.access != .editable { score -= 2 }
      }
      guard score >= 4 else { continue }
      for (position, field) in entity.fields.enumerated() where field.required {
        score += seen.contains(.field(position)) ? 2 : (onlyUpdates ? 0 : -6)
      }
      for name in entity.requiredOnImport {
        if seen.contains(.field(entity.place(of: name))) { score += 2 }
      }
      if score > best.score {
        best = ([kind], score)
      } else if score == best.score, score > 0 {
        best.kinds.append(kind)
      }
    }
    // An address book names the firms of people; none of them need be a customer.
    if NameParts.areOfAnAddressBook(keys), !namesCode(keys, best.kinds, entities),
      best.kinds.contains(where: { entities[$0].isOnCards }),
      let first = entities.catalogue.nounKinds.first(where: { entities[$0].isOnCards })
    {
      return [first]
    }
    return best.kinds
  }

  /// Whether one of the headings is that of a kind's code, or of the code of what it belongs to.
  private static func namesCode(
    _ keys: Set<String>, _ kinds: [Kind], _ entities: Entities
  ) -> Bool {
    kinds.contains { kind in
      let codes =
        entities[kind].fields.filter { $0.kind == .code }
        + entities[kind].fields.compactMap(\.target).compactMap { target in
          entities[target].fields.first { $0.kind == .code }
        }
      return codes.contains { field in
        ([field.label.en, field.label.vi] + field.headers).contains { keys.contains(key($0)) }
      }
    }
  }
}
