import CRMTables
import CRMValues

/// Records that stand in the row of the one they belong to: a customer's contacts.
extension Importer {
  /// Writes the record of a row and what is written with it, all or nothing.
  func landAlong(_ row: inout TypedRow) throws -> (id: Int64, effect: Effect) {
    let texts = plan.along.compactMap { column -> (along: Along, text: String)? in
      guard column.place < row.row.cells.count else { return nil }
      let text = row.row.cells[column.place].text
      return cleaned(text).isEmpty ? nil : (column.along, text)
    }
    guard !texts.isEmpty else { return try land(&row.own) }
    let records = try texts.flatMap { entry in
      try entry.along.read(entry.text).map { (entry.along, $0) }
    }
    return try asAWhole {
      var (id, effect) = try land(&row.own)
      for (along, fields) in records where try writer.add(along, fields, to: id) {
        report.along[along.entity.kind, default: 0] += 1
        if effect == .unchanged { effect = .updated }
      }
      return (id, effect)
    }
  }
}
