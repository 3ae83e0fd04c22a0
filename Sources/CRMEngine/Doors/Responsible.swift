import CRMValues

extension Reader {
  /// Refuses to give records to somebody who does not work here any more.
  ///
  /// - Throws: ``CRMError`` that names the user.
  public func checkActive(_ user: Int64) throws {
    guard let record = try record(.user, user), record["active"].integer == 0 else { return }
    let login = record["code"].text ?? ""
    throw CRMError(
      .request, "user \(login) (\(record["name"].text ?? "")) no longer works here",
      vi: "nhân viên \(login) (\(record["name"].text ?? "")) đã nghỉ việc",
      hints: [
        Label(
          "Name somebody else, or: crm user edit \(login) --active yes",
          vi: "Hãy chọn người khác, hoặc: crm user edit \(login) --active có")
      ])
  }
}

extension Writer {
  /// Refuses an owner or performer who does not work here any more, however the record comes: a
  /// new one, or one whose owner changes. What is put back stays as it was; and what a file brings
  /// in as new is history that may be older than the leaving, such as an export of this program.
  ///
  /// - Parameter changed: the positions that change; nil for a new record.
  func checkResponsible(
    _ statements: KindStatements, _ values: [Value], _ changed: [Int]?
  ) throws {
    guard drawsConsequences, !isApplyingRules, changed != nil || !isImporting else { return }
    for position in statements.responsiblePositions where changed?.contains(position) ?? true {
      for user in values[position].integer.map({ [$0] }) ?? values[position].list
      where !activeUsers.contains(user) {
        try checkActive(user)
        activeUsers.insert(user)
      }
    }
  }
}
