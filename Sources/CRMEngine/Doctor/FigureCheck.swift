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
      let differences = try entity.differences()
      guard !entity.figures.isEmpty || !differences.isEmpty else { continue }
      try find(entity, differences, examination)
    }
  }

  /// Goes through the records and the sums of what refers to them side by side, both by rising id.
  /// Each figure is compared with what it will be once what it rests on is mended.
  private func find(
    _ entity: Entity, _ differences: [Difference], _ examination: Examination
  ) throws {
    let figures = entity.figures
    let positions = try figures.map { try entity.handle($0.field) }
    let states = figures.map { FigureCheck.state($0, examination) }
    let groups = FigureCheck.groups(figures)
    let cursors = try groups.map { group in
      RisingRows(
        try examination.reader.cache.prepared(
          examination.catalogue.grouped(group.map { figures[$0] }, of: entity)))
    }
    let read = positions + differences.flatMap { [$0.position, $0.whole, $0.part] }
    let columns = read.map { Schema.quoted(entity.fields[$0].name) }.joined(separator: ", ")
    var values = entity.values()
    try examination.rows("SELECT id, \(columns) FROM \(entity.table) ORDER BY id") { row in
      let id = row.integer(0)
      for (place, position) in read.enumerated() { values[position] = row.value(Int32(place + 1)) }
      // Fields that are wrong and stay so: nobody knows what would follow from them.
      var unsettled: Set<Int> = []
      func compare(
        _ position: Int, _ wanted: Value, _ state: Fault.State
      ) throws {
        guard values[position] != wanted else { return }
        try examination.note(
          Finding(
            entity, id, entity.fields[position], found: .value(values[position]),
            wanted: .value(wanted), state))
        if state == .mendable { values[position] = wanted } else { unsettled.insert(position) }
      }
      for (group, sums) in zip(groups, cursors) {
        let isThere = try sums.reach(id)
        for (place, figure) in group.enumerated() {
          var wanted = isThere ? sums.row.value(Int32(place + 1)) : .integer(0)
          if isThere, let sum = wanted.integer, figures[figure].isOfParts(entity) {
            wanted = .integer(try examination.mended(figures[figure], of: id, sum))
          }
          try compare(positions[figure], wanted, states[figure])
        }
      }
      for difference in differences
      where unsettled.isDisjoint(with: [difference.whole, difference.part]) {
        let (rest, isBeyond) = (values[difference.whole].integer ?? 0)
          .subtractingReportingOverflow(values[difference.part].integer ?? 0)
        guard !isBeyond else { continue }
        let wanted: Value = values[difference.whole].isNull ? .null : .integer(rest)
        try compare(difference.position, wanted, .mendable)
      }
    }
  }

  /// A sum over records of which some are lost is not worked out anew: it may be what tells that
  /// they were there.
  private static func state(_ figure: Figure, _ examination: Examination) -> Fault.State {
    let summed = examination.reader.entity(figure.kind)
    let isLost =
      examination.lost.contains(figure.kind)
      || summed.holder?.target.map(examination.lost.contains) == true
    return isLost ? .left : .mendable
  }

  /// Returns the places of the figures over the same records, by the same field.
  private static func groups(_ figures: [Figure]) -> [[Int]] {
    var groups: [[Int]] = []
    for (place, figure) in figures.enumerated() {
      let known = groups.firstIndex {
        figures[$0[0]].kind == figure.kind && figures[$0[0]].by == figure.by
      }
      if let known { groups[known].append(place) } else { groups.append([place]) }
    }
    return groups
  }

  func mend(_ mending: Mending) throws {
    let catalogue = mending.writer.catalogue
    for entity in try mending.entities() {
      let figures = entity.figures.map { ($0.field, catalogue.sql($0, of: entity)) }
      let differences = try entity.differences().map {
        (entity.fields[$0.position].name, FigureCheck.rest($0, of: entity))
      }
      for (field, value) in figures + differences {
        let ids = mending.ids(of: entity.kind.rawValue, field: field)
        try mending.run(
          "UPDATE \(entity.table) SET \(Schema.quoted(field)) = \(value) WHERE id IN \(ids)")
      }
    }
  }

  /// The value of a difference in SQL.
  private static func rest(_ difference: Difference, of entity: Entity) -> String {
    func column(_ position: Int) -> String { Schema.quoted(entity.fields[position].name) }
    return "(\(column(difference.whole)) - coalesce(\(column(difference.part)), 0))"
  }
}

extension Figure {
  /// Whether it sums the parts of the record itself, all of which count.
  fileprivate func isOfParts(_ entity: Entity) -> Bool { entity.parts.contains(kind) }
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
