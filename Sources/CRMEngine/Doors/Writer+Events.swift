extension Writer {
  /// Moves followed fields of a record as far as an event moves them, and logs the event. What
  /// calls for what already is so is logged too: it counts once what came before it is taken back.
  ///
  /// - Parameter lowers: whether the event also takes back what the record has.
  package func follow(
    _ record: Record, _ wanted: [(position: Int, value: Value)], lowers: Bool = false
  ) throws {
    guard !wanted.isEmpty else { return }
    let statements = try statements(record.kind)
    var values = record.values
    var changed: [Int] = []
    var unmoved: [(field: Field, value: Value)] = []
    for (position, value) in wanted {
      let field = statements.entity.fields[position]
      let known = record.values[position]
      let moved = lowers ? value : try statements.rules?.moved(field, known, by: value) ?? value
      if moved == known {
        unmoved.append((field, value))
      } else {
        values[position] = moved
        changed.append(position)
      }
    }
    guard !changed.isEmpty else {
      return try log(record.kind, record.id, .follow, ChangeBody.edit([], unmoved: unmoved))
    }
    try apply(statements, record, values, changed: changed, as: .follow, unmoved: unmoved)
  }
}
