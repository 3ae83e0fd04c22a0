import CRMValues

/// What names records without a foreign key: fields for a record of any kind, and shares.
struct LinkCheck: Check {
  let name = Choice("link", Label("Links and shares", vi: "Liên kết và chia sẻ"))
  let advice = Advice.edit

  func find(_ examination: Examination) throws {
    for entity in examination.entities {
      for field in entity.fields where field.kind == .record {
        try findLinks(entity, field, examination)
      }
    }
    try findShares(examination)
  }

  private func findLinks(
    _ entity: Entity, _ field: Field, _ examination: Examination
  ) throws {
    let column = "t.\(Schema.quoted(field.name))"
    let known = examination.catalogue.nounKinds.map { kind in
      "WHEN \(kind.number) THEN \(column) & \(RecordLink.mask) IN (SELECT id FROM \(kind.table))"
    }
    try examination.rows(
      """
      SELECT t.id, \(column) FROM \(entity.table) t WHERE \(column) IS NOT NULL
      AND NOT (CASE \(column) >> \(RecordLink.shift) \(known.joined(separator: " ")) ELSE 0 END)
      """
    ) { row in
      try examination.note(
        Finding(
          entity, row.integer(0), field,
          found: .words(Label("a record that is not there", vi: "bản ghi không còn")), .left))
    }
  }

  /// A share of what is not there, or with nobody, is none.
  private func findShares(_ examination: Examination) throws {
    let share = examination.reader.entity(.share)
    let kinds = examination.catalogue.nounKinds.map { kind in
      "WHEN '\(kind.rawValue)' THEN record IN (SELECT id FROM \(kind.table))"
    }
    let principals = Principal.kinds.map { word, kind in
      "WHEN '\(word)' THEN principal IN (SELECT id FROM \(kind.table))"
    }
    try examination.rows(
      """
      SELECT id, record_kind, record, principal_kind, principal, isThere FROM (
        SELECT *, CASE record_kind \(kinds.joined(separator: " ")) ELSE 0 END AS isThere,
        CASE principal_kind \(principals.joined(separator: " ")) WHEN 'all' THEN 1 ELSE 0 END
        AS isSomebody FROM share)
      WHERE NOT (isThere AND isSomebody)
      """
    ) { row in
      let record = row.integer(2)
      let kind = row.text(1).flatMap(examination.catalogue.kind(named:))
      let code = try kind.map { try examination.code(examination.reader.entity($0), record) }
      let isThere = row.integer(5) == 1
      try examination.note(
        Finding(
          share, row.integer(0), code: "\(row.text(1) ?? "") \(code ?? "#\(record)")",
          part: isThere ? ShareField.principal.rawValue : ShareField.record.rawValue,
          found: .words(
            isThere
              ? Label(
                "shared with nobody (\(row.text(3) ?? "") #\(row.integer(4)))",
                vi: "chia sẻ với người không còn (\(row.text(3) ?? "") #\(row.integer(4)))")
              : Label("a share of nothing", vi: "chia sẻ bản ghi không còn")), .mendable))
    }
  }

  func mend(_ mending: Mending) throws {
    try mending.run(
      "DELETE FROM share WHERE id IN \(mending.ids(of: Kind.share.rawValue))")
  }
}
