import CRMValues

/// The spellings that are kept of names, places and odd codes: each has to stand there, beside its
/// key, or nobody finds what is called so.
struct SpellingCheck: Check {
  let name = Choice("spelling", Label("Spellings", vi: "Cách viết"))
  let advice = Label(
    "They are made anew from the records: crm doctor --fix",
    vi: "Phần này được dựng lại từ bản ghi: crm doctor --fix")

  func find(_ examination: Examination) throws {
    for entity in examination.entities {
      for field in entity.fields where entity.keepsSpellings(of: field) {
        guard try hasColumn(examination, entity, field) else { continue }
        let column = Schema.quoted(field.name)
        let which =
          field.kind == .code ? Spellings.isOdd(column) : "coalesce(\(column), '') <> ''"
        try examination.rows(
          """
          SELECT id, kept FROM (SELECT min(id) AS id, \(column) AS kept FROM \(entity.table)
          WHERE \(which) GROUP BY \(column) COLLATE BINARY)
          WHERE NOT EXISTS (\(Spellings.texts(entity.kind, field.name)) = identity_text(kept)
          AND text = kept)
          """
        ) { row in
          try examination.note(
            Finding(
              entity, row.integer(0), part: field.name,
              found: .words(Label("not kept", vi: "chưa được lưu")),
              wanted: .words(Label(same: row.text(1) ?? "")), .mendable))
        }
      }
    }
  }

  /// Whether a column is there, which of a custom field it may not be.
  private func hasColumn(
    _ examination: Examination, _ entity: Entity, _ field: Field
  ) throws -> Bool {
    try examination.number(
      "SELECT 1 FROM pragma_table_info('\(entity.table)') WHERE name = '\(field.name)'") != nil
  }

  func mend(_ mending: Mending) throws {
    for entity in try mending.entities() {
      for field in entity.fields where entity.keepsSpellings(of: field) {
        try mending.run(
          "DELETE FROM spelling WHERE kind = \(entity.kind.number) AND field = '\(field.name)'")
        try Spellings.fill(
          mending.writer.cache, kind: entity.kind.number, table: entity.table, field: field.name,
          isCode: field.kind == .code)
      }
    }
  }
}
