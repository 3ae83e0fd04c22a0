extension Reader {
  /// Returns what a new record of a kind takes over from one it is generated from.
  public func values(
    of generation: Generation, from source: Int64, for entity: Entity
  ) throws -> [(position: Int, value: Value)] {
    guard let record = try record(generation.source, source) else { return [] }
    var new = Record(entity, id: 0, values: entity.values())
    for carried in generation.carried {
      let position = entity.place(of: carried.field)
      for path in carried.paths where new.values[position].isBlank {
        let steps = path.split(separator: ".").map(String.init)
        let value = try self.value(steps[...], of: carried.isOfNew ? new : record)
        new.values[position] = try shaped(value, for: entity.fields[position])
      }
    }
    return new.values.indices.compactMap { position in
      new.values[position].isBlank ? nil : (position, new.values[position])
    }
  }

  private func value(_ steps: ArraySlice<String>, of record: Record) throws -> Value {
    guard let step = steps.first else { return .integer(record.id) }
    if step == "lines", let lines = record.entity.lines.map(entity) {
      let parts = try lineIDs(lines, of: record.id).compactMap { try self.record(lines.kind, $0) }
      let values = try parts.compactMap { try self.value(steps.dropFirst(), of: $0).integer }
      return .list(Set(values).sorted())
    }
    let field = record.entity.fields[record.entity.place(of: step)]
    let value = record[step]
    guard steps.count > 1 else { return value }
    guard let target = field.target, let id = value.integer,
      let next = try self.record(target, id)
    else { return .null }
    return try self.value(steps.dropFirst(), of: next)
  }

  private func shaped(_ value: Value, for field: Field) throws -> Value {
    guard field.isLinked, let id = value.integer else { return value }
    return .list([id])
  }
}
