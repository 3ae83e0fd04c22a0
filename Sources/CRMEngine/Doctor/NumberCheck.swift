import CRMValues

/// Codes that two records have, and numbers to be given out that were given out already.
struct NumberCheck: Check {
  let name = Choice("code", Label("Codes", vi: "Mã"))
  let advice = Label(
    "Give one of them another code: edit CODE --code NEW.",
    vi: "Hãy đổi mã của một bản ghi: edit MÃ --code MỚI.")

  private static let nextID = "next_id"
  private static let nextCode = "next_code"

  func find(_ examination: Examination) throws {
    for entity in examination.entities {
      if entity.isNoun { try findTwice(entity, examination) }
      try findNumbers(entity, examination)
    }
  }

  private func findTwice(_ entity: Entity, _ examination: Examination) throws {
    try examination.rows(
      "SELECT max(id), code, count(*) FROM \(entity.table) GROUP BY code COLLATE NOCASE "
        + "HAVING count(*) > 1"
    ) { row in
      try examination.note(
        Finding(
          entity, row.integer(0), part: "code",
          found: .words(
            Label(
              "\(row.integer(2)) records have it",
              vi: "\(Money.text(row.integer(2), .vi)) bản ghi cùng mã")), .left)
      )
    }
  }

  private func findNumbers(_ entity: Entity, _ examination: Examination) throws {
    let number = entity.kind.number
    let greatest = max(
      try examination.number("SELECT max(id) FROM \(entity.table)") ?? 0,
      try examination.number("SELECT max(record) FROM change WHERE kind = \(number)") ?? 0)
    let highest = try examination.reader.highestNumber(of: entity) ?? 0
    for (part, given) in [(NumberCheck.nextID, greatest), (NumberCheck.nextCode, highest)] {
      let next =
        try examination.number("SELECT \(part) FROM numbering WHERE kind = \(number)") ?? 1
      guard next <= given else { continue }
      try examination.note(
        Finding(
          entity, part: part, found: .value(.integer(next)), wanted: .value(.integer(given + 1)),
          .mendable))
    }
  }

  func mend(_ mending: Mending) throws {
    for place in try mending.places() {
      guard let kind = mending.writer.catalogue.kind(named: place.subject), let part = place.field,
        let wanted = place.wanted.flatMap(Int64.init)
      else { continue }
      try mending.run(
        """
        INSERT INTO numbering (kind, next_id, next_code) VALUES (\(kind.number), 1, 1)
        ON CONFLICT (kind) DO NOTHING;
        UPDATE numbering SET \(part) = max(\(part), \(wanted)) WHERE kind = \(kind.number);
        """)
    }
  }
}
