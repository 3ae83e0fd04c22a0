import CRMValues

/// The faults of single declarations.
extension Catalogue {
  private func declaration(_ kind: Kind) -> Entity? {
    listed.first { $0.kind == kind }?.entity()
  }

  /// What is wrong between a document and its parts.
  func documents(_ entity: Entity) -> [String] {
    var found: [String] = []
    if entity.traits.contains(.part) {
      let documents = entity.fields.filter(\.belongs).compactMap { $0.target }
      switch documents.count {
      case 0: found.append("\(entity.kind) is a part, and belongs to no document")
      case 1:
        if let document = declaration(documents[0]), !document.parts.contains(entity.kind) {
          found.append("\(documents[0]), the document of \(entity.kind), does not name it as lines")
        }
      default:
        let names = documents.map(\.rawValue).joined(separator: ", ")
        found.append("\(entity.kind) is a part of more than one document: \(names)")
      }
    }
    for kind in entity.parts {
      let part = declaration(kind)
      if part?.traits.contains(.part) != true {
        found.append("\(entity.kind) has the lines \(kind), which are no part")
      } else if part?.fields.contains(where: { $0.belongs && $0.target == entity.kind }) == false {
        found.append("\(entity.kind) has the lines \(kind), which belong to another document")
      }
    }
    for name in entity.form?.fields ?? [] where entity.field(name) == nil {
      found.append("\(entity.kind) is written with \(name), which it has not")
    }
    return found + entity.fields.flatMap { figure($0, of: entity) }
  }

  /// What is wrong with a field that follows from sums.
  private func figure(_ field: Field, of entity: Entity) -> [String] {
    switch field.follows {
    case .sum(let kind, let summed, let by):
      guard let other = declaration(kind) else {
        return ["\(entity.kind).\(field.name) sums \(kind), which is not listed"]
      }
      var found: [String] = []
      if other.field(summed) == nil {
        found.append("\(entity.kind).\(field.name) sums \(summed), which \(kind) has not")
      }
      if other.field(by)?.target != entity.kind {
        found.append("\(entity.kind).\(field.name) sums by \(by), which is no \(entity.kind)")
      }
      return found
    case .difference(let whole, let part):
      return [whole, part].filter { entity.field($0) == nil }.map {
        "\(entity.kind).\(field.name) follows from \($0), which it has not"
      }
    case .events, .records, nil: return []
    }
  }

  /// The names of fields that there are not, or twice.
  func names(_ entity: Entity) -> [String] {
    var known: Set<String> = []
    var found = entity.fields.filter { !known.insert($0.name).inserted }.map {
      "\(entity.kind) declares the field \($0.name) twice"
    }
    known.formUnion(["id", "deleted"])
    let meant =
      [entity.nameField] + entity.unique + entity.requiredOnImport + entity.search + entity.listed
      + entity.indexes.flatMap { $0 }
    var told: Set<String> = []
    for name in meant where !known.contains(name) && told.insert(name).inserted {
      found.append("\(entity.kind) has no field \(name)")
    }
    return found
  }

  /// What is called nothing in one of the languages.
  func labels(_ entity: Entity) -> [String] {
    func isMissing(_ label: Label) -> Bool { label.en.isEmpty || label.vi.isEmpty }
    var found: [String] = []
    if isMissing(entity.label) { found.append("\(entity.kind) has no label in one language") }
    if isMissing(entity.plural) { found.append("\(entity.kind) has no plural in one language") }
    for field in entity.fields {
      if isMissing(field.label) {
        found.append("\(entity.kind).\(field.name) has no label in one language")
      }
      guard case .choice(let choices) = field.kind else { continue }
      for choice in choices where isMissing(choice.label) {
        found.append("\(entity.kind).\(field.name) has no label for \(choice.key) in one language")
      }
    }
    return found
  }
}
