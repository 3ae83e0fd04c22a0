import CRMValues

/// Somebody may configure, and users have roles and units that are there.
struct AccessCheck: Check {
  let name = Choice("access", Label("Rights", vi: "Quyền"))
  let advice = Label(
    "Give somebody a role that may configure: crm user edit LOGIN --role CODE.",
    vi: "Hãy cấp nhóm quyền được cấu hình: crm user edit TÀI-KHOẢN --role MÃ.")

  func find(_ examination: Examination) throws {
    let user = examination.reader.entity(.user)
    if try !examination.reader.isConfiguredBySomebody() {
      try examination.note(
        Finding(
          user,
          found: .words(Label("nobody may configure", vi: "không ai có quyền cấu hình")), .left))
    }
    for field in user.fields {
      guard let target = field.target, target == .role || target == .unit else { continue }
      let column = Schema.quoted(field.name)
      try examination.rows(
        """
        SELECT u.id, t.id FROM user u JOIN \(target.table) t ON t.id = u.\(column)
        WHERE u.deleted IS NULL AND u.active IS NOT 0 AND t.deleted IS NOT NULL
        """
      ) { row in
        let code = try examination.code(examination.reader.entity(target), row.integer(1))
        try examination.note(
          Finding(
            user, row.integer(0), field,
            found: .words(Label("\(code), in the trash", vi: "\(code), trong thùng rác")), .notice))
      }
    }
  }
}
