import CRMValues

/// Names of a list, and codes, that look alike: the same but for case, blanks, what nobody sees and where the
/// tone mark stands (RULES 1.5). They may stand, but are hardly meant.
struct SameNameCheck: Check {
  let name = Choice("name", Label("Names alike", vi: "Tên giống nhau"))
  let advice = Label(
    "Rename one, or move what is in it to the other.",
    vi: "Hãy đổi tên một mục, hoặc chuyển các bản ghi sang mục kia.")

  func find(_ examination: Examination) throws {
    for entity in examination.entities {
      for name in entity.unique { try find(examination, entity, name) }
      if entity.isNoun {
        let odd = "FROM spelling WHERE kind = \(entity.kind.number) AND field = 'code'"
        try find(
          examination, entity, "code",
          "AND code IN (SELECT text \(odd) UNION ALL SELECT key \(odd))")
      }
    }
  }

  private func find(
    _ examination: Examination, _ entity: Entity, _ name: String, _ condition: String = ""
  ) throws {
    let column = Schema.quoted(name)
    try examination.rows(
      """
      SELECT max(id), group_concat(\(column), ' = ') FROM \(entity.table)
      WHERE deleted IS NULL AND \(column) IS NOT NULL \(condition)
      GROUP BY identity_text(\(column)) HAVING count(*) > 1
      """
    ) { row in
      try examination.note(
        Finding(
          entity, row.integer(0), part: name,
          found: .words(Label(same: row.text(1) ?? "")), .notice))
    }
  }
}
