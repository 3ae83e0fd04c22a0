import CRMValues

/// Sums over other records, and what one field exceeds another by.
struct FigureCheck: Check {
  let name = Choice("figure", Label("Totals", vi: "Tổng số"))
  let advice = Label(
    "Look for an amount that was mistyped among what is summed.",
    vi: "Hãy tìm số bị gõ nhầm trong các bản ghi được cộng.")
  let weight = 2.0

  func find(_ examination: Examination) throws {
    for entity in examination.entities {
      try findSums(entity, examination)
      for difference in try entity.differences() {
        let rest = FigureCheck.rest(difference, of: entity)
        let field = entity.fields[difference.position]
        try examination.rows(
          "SELECT id, \(Schema.quoted(field.name)), \(rest) FROM \(entity.table) "
            + "WHERE \(Schema.quoted(field.name)) IS NOT \(rest)"
        ) { row in
          try examination.note(
            Finding(
              entity, row.integer(0), field, found: .value(row.value(1)),
              wanted: .value(row.value(2)), .mendable))
        }
      }
    }
  }

  /// The value of a difference in SQL.
  private static func rest(_ difference: Difference, of entity: Entity) -> String {
    func column(_ position: Int) -> String { Schema.quoted(entity.fields[position].name) }
    return "(\(column(difference.whole)) - coalesce(\(column(difference.part)), 0))"
  }

  /// Goes through the records and the sums of what refers to them side by side, both by rising id.
  private func findSums(_ entity: Entity, _ examination: Examination) throws {
    let figures = entity.figures
    guard !figures.isEmpty else { return }
    var groups: [[Int]] = []
    for (place, figure) in figures.enumerated() {
      let known = groups.firstIndex {
        figures[$0[0]].kind == figure.kind && figures[$0[0]].by == figure.by
      }
      if let known { groups[known].append(place) } else { groups.append([place]) }
    }
    let cursors = try groups.map { group in
      RisingRows(
        try examination.reader.cache.prepared(
          examination.catalogue.grouped(group.map { figures[$0] }, of: entity)))
    }
    let columns = figures.map { Schema.quoted($0.field) }.joined(separator: ", ")
    try examination.rows("SELECT id, \(columns) FROM \(entity.table) ORDER BY id") { row in
      let id = row.integer(0)
      for (group, sums) in zip(groups, cursors) {
        let isThere = try sums.reach(id)
        for (place, figure) in group.enumerated() {
          let wanted = isThere ? sums.row.value(Int32(place + 1)) : .integer(0)
          let found = row.value(Int32(figure + 1))
          guard found != wanted else { continue }
          try examination.note(
            Finding(
              entity, id, entity.fields[try entity.handle(figures[figure].field)],
              found: .value(found), wanted: .value(wanted), .mendable))
        }
      }
    }
  }

  func mend(_ mending: Mending) throws {
    let catalogue = mending.writer.catalogue
    for entity in try mending.entities() {
      let figures = entity.figures.map { (Schema.quoted($0.field), catalogue.sql($0, of: entity)) }
      let differences = try entity.differences().map {
        (Schema.quoted(entity.fields[$0.position].name), FigureCheck.rest($0, of: entity))
      }
      for (column, value) in figures + differences {
        try mending.run(
          "UPDATE \(entity.table) SET \(column) = \(value) WHERE id IN \(mending.ids(of: entity.kind.rawValue))"
        )
      }
    }
  }
}

/// Rows of a statement by rising id, its first column, met on the way through other rows.
final class RisingRows {
  let row: PreparedStatement
  private var id: Int64?
  private var isAtEnd = false

  init(_ row: PreparedStatement) { self.row = row }

  /// Goes on to the row of an id, which is greater than the one before; returns whether there is one.
  func reach(_ wanted: Int64) throws -> Bool {
    while !isAtEnd, id.map({ $0 < wanted }) ?? true {
      if try row.step() { id = row.integer(0) } else { isAtEnd = true }
    }
    return !isAtEnd && id == wanted
  }
}
