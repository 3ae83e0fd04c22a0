import CRMValues

/// Looks up the records that the cells of a row name, and adds the list entries they lack.
final class RowReading {
  private let input: FieldInput
  private let writer: Writer
  private(set) var created: [(kind: Kind, name: String)] = []
  /// Kinds of lists whose entries are added where the import is told so.
  private let listKinds: Set<Kind>
  /// Those of which a row was refused because an entry is not there.
  private(set) var lackingKinds: Set<Kind> = []
  private let comingKinds: Set<Kind>

  init(_ writer: Writer, options: ImportOptions) {
    self.writer = writer
    comingKinds = options.comingKinds
    listKinds = Set(writer.catalogue.nounKinds.filter { writer.entity($0).isList })
    input = FieldInput(writer, creating: options.createsMissing ? listKinds : [])
  }

  typealias Reading = FieldReading

  /// Looks up the references that were noted when the cells were read, and notes what is wrong
  /// with them.
  ///
  /// - Throws: what is none of the row's fault, such as a failing database.
  func resolve(_ reading: inout Reading, of entity: Entity) throws {
    for (position, text) in reading.references {
      do {
        let filled = try input.fill(&reading, entity, position, text)
        if filled != position, entity.fields[position].target == entity.kind {
          reading.late.append((position, filled, text))
        }
      } catch let error as CRMError where error.isRefusal {
        let field = entity.fields[position]
        if !field.required, !field.isLinked, let kind = field.target, comingKinds.contains(kind) {
          reading.late.append((position, position, text))
          continue
        }
        if let kind = field.target, listKinds.contains(kind) { lackingKinds.insert(kind) }
        reading.problems.append(Rejection(error, field))
      }
    }
  }

  /// Reads what `--set` gives every row; nil where it gives nothing.
  ///
  /// - Throws: ``CRMError`` for what is no value of its field.
  func read(_ settings: [ColumnPlan.Setting], of entity: Entity) throws -> Reading? {
    guard !settings.isEmpty else { return nil }
    var reading = Reading(values: entity.values())
    for setting in settings {
      if setting.text == Entity.dash, entity.takesDash(setting.field) {
        reading.none.append(setting.target.position)
        continue
      }
      do {
        try input.fill(&reading, entity, setting.target.position, setting.text)
      } catch let error as CRMError where error.isRefusal {
        throw CRMError(
          error.kind, Label("--set: \(error.message.en)", vi: "--set: \(error.message.vi)"),
          hints: error.hints)
      }
    }
    return reading
  }

  /// Fills what a row leaves empty with what is set for every row.
  func fill(_ reading: inout Reading, _ entity: Entity, from set: Reading) {
    func isOpen(_ position: Int) -> Bool {
      reading.values[position].isBlank
        && !reading.missing.contains { $0.position == position }
        && !reading.none.contains(position)
        && !reading.problems.contains { $0.field == entity.fields[position].name }
    }
    for (position, value) in set.values.enumerated() where !value.isBlank && isOpen(position) {
      reading.values[position] = value
    }
    for position in set.none where isOpen(position) { reading.none.append(position) }
    for entry in set.missing where isOpen(entry.position) { reading.missing.append(entry) }
  }

  /// Returns the record of a kind that a text names by now; nil for none or several.
  func known(_ kind: Kind, _ text: String) throws -> Int64? {
    let ids = try writer.resolve(kind, cleaned(text))
    return ids.count == 1 ? ids.first : nil
  }

  /// Forgets list entries that were added for a row that is then refused.
  ///
  /// - Parameter count: how many had been added before.
  func takeBack(to count: Int) {
    for entry in created[count...] { input.resolver.forget(entry.kind) }
    created.removeLast(created.count - count)
  }

  /// Adds the list entries a row names, and fills them in.
  func complete(_ reading: inout Reading) throws {
    for entry in reading.missing {
      var ids = reading.values[entry.position].list
      for name in entry.names {
        let id: Int64
        if let known = try input.resolver.id(entry.kind, name) {
          id = known
        } else {
          let entity = writer.entity(entry.kind)
          id = try writer.add(entry.kind, entity.values(["name": .text(name)]))
          input.resolver.remember(entry.kind, name, id)
          created.append((entry.kind, name))
        }
        ids.append(id)
      }
      if case .list = reading.values[entry.position] {
        reading.values[entry.position] = .list(Array(Set(ids)).sorted())
      } else {
        reading.values[entry.position] = ids.last.map(Value.integer) ?? .null
      }
    }
    reading.missing = []
  }
}
