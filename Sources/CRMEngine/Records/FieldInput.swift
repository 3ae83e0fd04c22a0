import CRMValues

/// Turns typed texts into values, whatever the field holds: read, looked up where they name
/// other records, kept and reported where they are odd.
final class FieldInput {
  let resolver: ReferenceResolver
  private let reader: Reader
  private let parsing: FieldParsing
  /// Kinds of which an unknown name is noted as missing instead of refused.
  private let createdKinds: Set<Kind>
  /// Whether an unknown name is answered with the nearest known ones, which costs a scan.
  private let suggests: Bool

  init(_ reader: Reader, creating createdKinds: Set<Kind> = [], suggests: Bool = false) {
    self.reader = reader
    self.createdKinds = createdKinds
    self.suggests = suggests
    resolver = ReferenceResolver(reader)
    parsing = FieldParsing(
      InputContext(moment: reader.moment, catalogue: reader.catalogue), reader.keys)
  }

  /// Reads one text into a reading.
  ///
  /// - Returns: the position that was filled: the field's, or that of its fallback where the
  ///   text names no record.
  /// - Throws: ``CRMError`` for what is no value of the field.
  @discardableResult
  func fill(
    _ reading: inout FieldReading, _ entity: Entity, _ position: Int, _ text: String
  ) throws -> Int {
    let field = entity.fields[position]
    switch field.kind {
    case .reference(let kind):
      let name = cleaned(text)
      guard !name.isEmpty else { return position }
      if let id = try resolver.id(kind, name, amongAll: kind == entity.kind) {
        reading.values[position] = .integer(id)
      } else if let fallback = field.fallback {
        do {
          return try fill(&reading, entity, entity.handle(fallback), text)
        } catch let error as CRMError where error.isRefusal {
          // What is called by the field's name is looked for as that first, and lacks as that.
          throw entity.field(fallback)?.target == nil ? error : try unknown(name, kind)
        }
      } else if createdKinds.contains(kind) {
        reading.missing.append((position, kind, [name]))
      } else if let id = try hidden(name, kind, entity) ?? made(name, kind, field) {
        reading.values[position] = .integer(id)
      } else {
        throw try unknown(name, kind)
      }
    case .references(let kind):
      if let known = resolver.list(kind, text) {
        reading.values[position] = .list(known)
        return position
      }
      var ids: [Int64] = []
      var absent: [String] = []
      for name in try resolver.parts(kind, text) {
        if let id = try resolver.id(kind, name) {
          ids.append(id)
        } else if createdKinds.contains(kind) {
          absent.append(name)
        } else {
          throw try unknown(name, kind)
        }
      }
      let list = Array(Set(ids)).sorted()
      reading.values[position] = .list(list)
      if absent.isEmpty {
        resolver.remember(kind, text, list: list)
      } else {
        reading.missing.append((position, kind, absent))
      }
    case .record:
      let name = cleaned(text)
      if !name.isEmpty { reading.values[position] = .integer(try resolver.link(name).stored) }
    case .code, .text, .longText, .choice, .flag, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location,
      .noun,
      .condition:
      try parsing.fill(&reading, field, position, text)
    }
    return position
  }

  /// Returns a record that the actor does not see and may name all the same, as the rules say.
  private func hidden(_ name: String, _ kind: Kind, _ entity: Entity) throws -> Int64? {
    guard suggests, !reader.rights.isEverything, let writer = reader as? Writer,
      let rules = try writer.rules(entity.kind),
      let ids = try? reader.resolveAcrossOwners(kind, name), ids.count == 1
    else { return nil }
    return try rules.mayName(kind, ids[0]) ? ids[0] : nil
  }

  /// Makes an entry of a list that grows with the work; nil where one must be meant that is there.
  private func made(_ name: String, _ kind: Kind, _ field: Field) throws -> Int64? {
    guard field.makesEntries, suggests, let writer = reader as? Writer,
      try reader.onlyInTrash(kind, name) == nil, try reader.nearestNames(kind, name).isEmpty
    else { return nil }
    let entity = reader.entity(kind)
    let id = try writer.add(kind, entity.values([entity.nameField: .text(name)]))
    writer.note(
      Label(
        "Added \(entity.label.en.lowercased()) \(name).",
        vi: "Đã thêm \(entity.label.vi.lowercased()) \(name)."))
    return id
  }

  private func unknown(_ name: String, _ kind: Kind) throws -> CRMError {
    guard suggests else { return RecordErrors.notFound(name, reader.entity(kind)) }
    if try reader.onlyInTrash(kind, name) != nil {
      return RecordErrors.inTrash(name, of: reader.entity(kind))
    }
    let near = try reader.nearestNames(kind, name)
    let error = RecordErrors.notFound(name, reader.entity(kind), nearest: near)
    guard near.isEmpty, reader.entity(kind).isList else { return error }
    let addition = "crm \(kind.rawValue) add --name \(shellWord(name))"
    return CRMError(
      error.kind, error.message,
      hints: [Label("Add it first: \(addition)", vi: "Hãy thêm trước: \(addition)")])
  }
}
