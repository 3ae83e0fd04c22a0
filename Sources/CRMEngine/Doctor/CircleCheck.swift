import CRMValues

/// Live records of one kind that refer to one another in a circle: units above, referrers.
struct CircleCheck: Check {
  let name = Choice("circle", Label("Circles", vi: "Vòng lặp"))
  let advice = Label(
    "Empty the field of one record of the circle, with 'edit'.",
    vi: "Hãy bỏ trống trường này ở một bản ghi trong vòng, bằng 'edit'.")

  func find(_ examination: Examination) throws {
    for entity in examination.entities where entity.hasTrash {
      for field in entity.fields where field.kind == .reference(entity.kind) {
        try find(entity, field, examination)
      }
    }
  }

  /// Who is reached from those that refer to nobody is in no circle, and the others are few.
  private func find(_ entity: Entity, _ field: Field, _ examination: Examination) throws {
    let column = Schema.quoted(field.name)
    let reached = """
      WITH RECURSIVE reached(id) AS (
        SELECT c.id FROM \(entity.table) c JOIN \(entity.table) p ON p.id = c.\(column)
        WHERE c.deleted IS NULL AND (p.\(column) IS NULL OR p.deleted IS NOT NULL)
        UNION ALL SELECT c.id FROM reached r JOIN \(entity.table) c ON c.\(column) = r.id
        WHERE c.deleted IS NULL)
      """
    let referring = "FROM \(entity.table) WHERE \(column) IS NOT NULL AND deleted IS NULL"
    guard
      try examination.number("\(reached) SELECT count(*) FROM reached")
        != examination.number("SELECT count(*) \(referring)")
    else { return }
    try examination.rows(
      "\(reached) SELECT id, \(column) \(referring) AND id NOT IN (SELECT id FROM reached) "
        + "ORDER BY id"
    ) { row in
      let (id, first) = (row.integer(0), row.integer(1))
      let chain = try CycleCheck.chain(
        examination.reader, from: first, to: id, by: field, of: entity)
      guard chain.last == id else { return }
      let through = try chain.prefix(6).map { try examination.code(entity, $0) }
      try examination.note(
        Finding(
          entity, id, field,
          found: .words(
            Label(same: through.joined(separator: " → ") + (chain.count > 6 ? " → …" : ""))),
          .left))
    }
  }
}
