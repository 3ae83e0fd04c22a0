import CRMValues

extension Writer {
  /// Takes note of notifications of the actor's own.
  ///
  /// - Parameter numbers: nil for all.
  /// - Returns: the numbers of those that were new.
  /// - Throws: ``CRMError`` for a number the actor has no notification of.
  public func readNotifications(_ numbers: [Int64]?) throws -> [Int64] {
    var criteria = NotificationCriteria()
    criteria.includesRead = numbers != nil
    let known = try NotificationLog.list(self, criteria)
    for number in numbers ?? [] where !known.contains(where: { $0.number == number }) {
      throw CRMError(
        .request, "\(actor.login) has no notification \(number)",
        vi: "\(actor.login) không có thông báo số \(number)",
        hints: [
          Label(
            "See them with: crm notification list --all",
            vi: "Xem bằng: crm notification list --all")
        ])
    }
    let new = known.filter { !$0.isRead && numbers?.contains($0.number) ?? true }
    notifications.read.formUnion(new.map(\.number))
    return new.map(\.number)
  }

  /// Writes which notifications the operation, whose own row stands by now, takes note of: what
  /// takes it back makes them new again.
  func writeReadNotifications() throws {
    let mine = try cache.statement(
      "UPDATE notification SET read = ? WHERE recipient = ? AND number = ?")
    for number in notifications.read.sorted() {
      mine.bind(1, operation)
      mine.bind(2, actor.user.map(Value.integer) ?? .null)
      mine.bind(3, number)
      try mine.run()
    }
    let answered = try cache.statement(
      "UPDATE notification SET read = ? WHERE event = 'approval' AND read IS NULL "
        + "AND kind = ? AND record = ? AND operation <> ?")
    for (kind, id) in notifications.answered {
      answered.bind(1, operation)
      answered.bind(2, kind.number)
      answered.bind(3, id)
      answered.bind(4, operation)
      try answered.run()
    }
  }
}
