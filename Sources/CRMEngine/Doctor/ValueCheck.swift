import CRMValues

/// Choices that there are not, days that are none, settings that nobody could set, and notifications
/// for nobody: no table refuses them, the write door does.
struct ValueCheck: Check {
  let name = Choice("value", Label("Values", vi: "Giá trị"))
  let advice = Advice.edit
  let weight = 2.0

  private static let notification = "notification"

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
      try findSteps(entity, examination)
    }
    try findSettings(examination)
    try findRecipients(examination)
  }

  /// A record may wait at a step that was taken out of the setting since: then those decide who
  /// may approve everything (RULES 9.8). None waits beyond what a setting can name.
  private func findSteps(_ entity: Entity, _ examination: Examination) throws {
    guard let setting = Setting(approvalOf: entity) else { return }
    let field = entity.fields[try entity.position(of: .approvalStep)]
    let steps = try max(examination.reader.setting(setting).count, 1)
    try examination.rows(
      "SELECT id, approval_step, approval_step NOT BETWEEN 1 AND \(ApprovalStep.most) "
        + "FROM \(entity.table) WHERE approval_step IS NOT NULL "
        + "AND approval_step NOT BETWEEN 1 AND \(steps)"
    ) { row in
      try examination.note(
        Finding(
          entity, row.integer(0), field, found: .value(row.value(1)),
          row.integer(2) == 1 ? .left : .notice))
    }
  }

  /// A stored setting that nobody could have set: the program takes its default instead.
  private func findSettings(_ examination: Examination) throws {
    let settings = DeclaredSetting.all(examination.catalogue)
    let entity = examination.reader.entity(.setting)
    let value = entity.fields[try SettingField.value.position]
    try examination.rows("SELECT id, key, value FROM setting ORDER BY id") { row in
      let key = DeclaredSetting.sharedKey(row.text(1) ?? "")
      guard let setting = settings.first(where: { $0.key == key }) else { return }
      do { _ = try setting.type.stored(row.text(2) ?? "", of: setting.key) } catch is CRMError {
        try examination.note(
          Finding(
            entity, row.integer(0), code: setting.key, value,
            found: .value(row.value(2)),
            wanted: .words(setting.type.range), .left))
      }
    }
  }

  /// What nobody can read is of nobody.
  private func findRecipients(_ examination: Examination) throws {
    try examination.rows(
      "SELECT recipient, count(*) FROM notification WHERE recipient NOT IN (SELECT id FROM user) "
        + "GROUP BY recipient"
    ) { row in
      try examination.note(
        Finding(
          table: ValueCheck.notification, row.integer(0), part: "recipient",
          found: .words(
            Label(
              "\(row.integer(1)) for a user who is not there",
              vi: "\(Money.text(row.integer(1), .vi)) thông báo cho người không còn")), .mendable))
    }
  }

  func mend(_ mending: Mending) throws {
    try mending.run(
      "DELETE FROM notification WHERE recipient IN \(mending.ids(of: ValueCheck.notification))")
  }

  /// Whether a text is no day of the calendar. `date` takes 31 February as it is, unless it has to
  /// count days.
  private static func isNoDay(_ text: String) -> String {
    "\(text) IS NOT date(\(text), '+0 days')"
  }

  /// Returns the condition in SQL that a field holds what it must not; nil where anything may be.
  private static func isWrong(_ field: Field) -> String? {
    let column = Schema.quoted(field.name)
    switch field.kind {
    case .choice(let choices):
      let keys = choices.map { "'\($0.key)'" }.joined(separator: ",")
      return "(\(column) IS NOT NULL AND \(column) NOT IN (\(keys)))"
    case .day: return "(\(column) IS NOT NULL AND \(isNoDay(column)))"
    case .yearlyDay:
      // Of a day without its year: in a year that has 29 February.
      let dated = "('2000-' || substr(\(column), 3))"
      return "(\(column) IS NOT NULL AND \(isNoDay(column)) AND (\(column) NOT LIKE '--%' "
        + "OR \(isNoDay(dated))))"
    case .moment:
      return "(\(column) IS NOT NULL AND \(isNoDay("substr(\(column), 1, 10)")))"
    // Of any text, of any number: CHECKs of the table and other checks look after the rest.
    case .code, .text, .longText, .flag, .integer, .decimal, .percent, .money,
      .instant, .duration, .recurrence, .phones, .emails, .taxCode, .location, .reference,
      .references, .record,
      .noun, .condition:
      return nil
    }
  }
}
