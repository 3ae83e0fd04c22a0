import CRMValues
import GRDB

/// Names of a list that look alike: the same but for case, blanks, what nobody sees and where the
/// tone mark stands (RULES 1.5). They may stand, but are hardly meant.
struct SameNameCheck: Check {
  let name = Choice("name", Label("Names alike", vi: "Tên giống nhau"))
  let advice = Label(
    "Rename one, or move what is in it to the other.",
    vi: "Hãy đổi tên một mục, hoặc chuyển các bản ghi sang mục kia.")

  /// `same_name(text)`: what two names that are the same have in common.
  private static let sameName = DatabaseFunction("same_name", argumentCount: 1, pure: true) {
    values in
    guard let text = String.fromDatabaseValue(values[0]) else { return nil }
    let seen = text.unicodeScalars.filter { $0.properties.generalCategory != .format }
    return identityText(cleaned(String(String.UnicodeScalarView(seen))))
  }

  func find(_ examination: Examination) throws {
    examination.reader.cache.db.add(function: SameNameCheck.sameName)
    for entity in examination.entities {
      for name in entity.unique {
        let column = Schema.quoted(name)
        try examination.rows(
          """
          SELECT max(id), group_concat(\(column), ' = ') FROM \(entity.table)
          WHERE deleted IS NULL AND \(column) IS NOT NULL
          GROUP BY same_name(\(column)) HAVING count(*) > 1
          """
        ) { row in
          try examination.note(
            Finding(
              entity, row.integer(0), part: name,
              found: .words(Label(same: row.text(1) ?? "")), .notice))
        }
      }
    }
  }
}
