import CRMValues

/// The faults of a catalogue, which are faults of the program: a test asks for them, so that
/// nothing has to at every start.
extension Catalogue {
  /// Returns every fault, each as a sentence; none where the catalogue is sound.
  package func problems() -> [String] {
    let entities = listed.map { $0.entity() }
    return listedTwice() + declarations(entities) + references(entities) + rulesProblems(entities)
      + circles(entities) + entities.flatMap { documents($0) + names($0) + labels($0) }
  }

  private func has(twice what: String, _ words: [String]) -> [String] {
    var met: Set<String> = []
    var told: Set<String> = []
    return words.compactMap { word in
      guard !met.insert(word).inserted, told.insert(word).inserted else { return nil }
      return "\(what) \(word) is listed twice"
    }
  }

  private func listedTwice() -> [String] {
    let kinds = listed.map(\.kind)
    return has(twice: "the number", kinds.map { String($0.number) })
      + has(twice: "the noun", kinds.map(\.rawValue)) + has(twice: "the table", kinds.map(\.table))
  }

  /// What is declared under another kind, and what nobody could see or everybody by accident.
  private func declarations(_ entities: [Entity]) -> [String] {
    zip(listed, entities).flatMap { entry, entity -> [String] in
      var found: [String] = []
      if entity.kind.rawValue != entry.kind.rawValue || entity.kind != entry.kind {
        found.append("what is listed as \(entry.kind) is the declaration of \(entity.kind)")
      }
      if entity.isNoun, !entity.isCommon, entity.roads.isEmpty {
        found.append("\(entity.kind) is not common, and has no road by which it is seen")
      }
      return found
    }
  }

  private func references(_ entities: [Entity]) -> [String] {
    let places = Dictionary(listed.enumerated().map { ($1.kind, $0) }) { first, _ in first }
    let targets = entities.map { entity in
      Set(entity.fields.filter { $0.access == .editable }.compactMap { $0.target })
    }
    /// Whether a kind refers to another, itself or by others.
    func refers(_ kind: Kind, to other: Kind, _ met: inout Set<Kind>) -> Bool {
      guard met.insert(kind).inserted, let place = places[kind] else { return false }
      return targets[place].contains(other)
        || targets[place].contains { refers($0, to: other, &met) }
    }
    var found: [String] = []
    for (place, entity) in entities.enumerated() {
      for field in entity.fields {
        guard let target = field.target else { continue }
        guard let other = places[target] else {
          found.append("\(entity.kind).\(field.name) refers to \(target), which is not listed")
          continue
        }
        var met: Set<Kind> = []
        // What two kinds have of one another, and what the program keeps, comes in any order.
        if other > place, field.access == .editable, !refers(target, to: entity.kind, &met) {
          found.append("\(entity.kind).\(field.name) refers to \(target), which is listed later")
        }
      }
    }
    return found
  }

  private func rulesProblems(_ entities: [Entity]) -> [String] {
    var found: [String] = []
    var owners: [ObjectIdentifier: Kind] = [:]
    for (entry, entity) in zip(listed, entities) {
      let followed = entity.fields.filter { $0.follows == .events }.map(\.name)
      guard let rules = entry.rules else {
        found += followed.map {
          "\(entry.kind).\($0) is moved by events, but \(entry.kind) has no rules"
        }
        continue
      }
      if rules.kind != entry.kind {
        found.append("\(rules), listed with \(entry.kind), are the rules of \(rules.kind)")
      }
      if let other = owners.updateValue(entry.kind, forKey: ObjectIdentifier(rules)) {
        found.append("\(rules) are the rules of both \(other) and \(entry.kind)")
      }
    }
    return found
  }

  /// The circles of kinds that belong to one another, or are seen with one another.
  private func circles(_ entities: [Entity]) -> [String] {
    var holders: [Kind: [Kind]] = [:]
    for entity in entities where holders[entity.kind] == nil {
      holders[entity.kind] = entity.fields.filter { $0.belongs || $0.road == .holder }
        .compactMap { $0.target }
    }
    var found: [String] = []
    var done: Set<Kind> = []
    func follow(_ kind: Kind, _ path: [Kind]) {
      if let start = path.firstIndex(of: kind) {
        let names = (path[start...] + [kind]).map(\.rawValue).joined(separator: ", ")
        found.append("holders go round in a circle: \(names)")
        return
      }
      guard !done.contains(kind) else { return }
      for holder in holders[kind] ?? [] { follow(holder, path + [kind]) }
      done.insert(kind)
    }
    for entity in entities { follow(entity.kind, []) }
    return found
  }
}
