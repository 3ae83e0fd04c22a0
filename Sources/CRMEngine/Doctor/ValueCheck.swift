import CRMValues

/// Choices that there are not, and days that are none: no table refuses them, the write door does.
struct ValueCheck: Check {
  let name = Choice("value", Label("Values", vi: "Giá trị"))
  let advice = Advice.edit
  let weight = 2.0

  func find(_ examination: Examination) throws {
    for kind in examination.catalogue.kinds {
      // Of custom fields the choices change, and what was chosen before stays.
      let entity = examination.catalogue.entity(kind)
      let conditions = entity.fields.map { field in ValueCheck.isWrong(field).map { (field, $0) } }
      let asked = conditions.compactMap { $0 }
      guard !asked.isEmpty else { continue }
      let columns = asked.map { "\(Schema.quoted($0.0.name)), \($0.1)" }.joined(separator: ", ")
      let wrong = asked.map(\.1).joined(separator: " OR ")
      try examination.rows(
        "SELECT id, \(columns) FROM \(entity.table) WHERE \(wrong)"
      ) { row in
        for (place, (field, _)) in asked.enumerated()
        where row.integer(Int32(2 * place + 2)) == 1 {
          try examination.note(
            Finding(
              entity, row.integer(0), field, found: .value(row.value(Int32(2 * place + 1))), .left))
        }
      }
    }
  }

  /// Returns the condition in SQL that a field holds what it must not; nil where anything may be.
  private static func isWrong(_ field: Field) -> String? {
    let column = Schema.quoted(field.name)
    switch field.kind {
    case .choice(let choices):
      let keys = choices.map { "'\($0.key)'" }.joined(separator: ",")
      return "(\(column) IS NOT NULL AND \(column) NOT IN (\(keys)))"
    case .day: return "(\(column) IS NOT NULL AND \(column) IS NOT date(\(column)))"
    case .yearlyDay:
      return "(\(column) IS NOT NULL AND \(column) NOT GLOB '--[01][0-9]-[0-3][0-9]' "
        + "AND \(column) IS NOT date(\(column)))"
    default: return nil
    }
  }
}
