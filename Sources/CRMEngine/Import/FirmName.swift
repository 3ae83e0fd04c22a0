import CRMValues

/// Takes a firm that stands where nobody's name does for the name of the record, as an address book has
/// it that knows a firm and nobody there (RULES 13.7).
struct FirmName {
  private let name: Int
  private let firm: Int
  private let given: [(position: Int, value: Value)]

  /// - Returns: nil for columns of which none is of a firm, or none of a name.
  init?(_ plan: ColumnPlan) {
    let entity = plan.entity
    guard let column = plan.own.first(where: { !$0.field.standsForName.isEmpty }),
      let name = entity.position(of: entity.nameField),
      plan.own.contains(where: { $0.target.position == name })
    else { return nil }
    (self.name, firm) = (name, column.target.position)
    given = column.field.standsForName.compactMap { field, value in
      entity.position(of: field).map { ($0, .text(value)) }
    }
  }

  /// Moves the firm of a row without a name.
  func take(_ reading: inout FieldReading) {
    guard reading.values[name].isNull,
      let place = reading.references.firstIndex(where: { $0.position == firm })
    else { return }
    reading.values[name] = .text(cleaned(reading.references.remove(at: place).text))
    for (position, value) in given where reading.values[position].isNull {
      reading.values[position] = value
    }
  }
}
