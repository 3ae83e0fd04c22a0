import CRMEngine
import CRMValues

extension Writer {
  /// Makes a common customer the actor's own, who need not be allowed to assign (RULES 4.8); it is
  /// common no more, until a rule next makes it so.
  ///
  /// - Returns: whether it was not the actor's already.
  /// - Throws: ``CRMError`` for a customer that is not common, and beyond the limit of a day.
  public func take(customer id: Int64) throws -> Bool {
    guard let user = actor.user else {
      throw CRMError(
        .request, "only a user takes customers", vi: "chỉ nhân viên mới nhận được khách hàng",
        hints: [
          Label("Say who with --as LOGIN.", vi: "Hãy chỉ rõ bằng --as TÀI-KHOẢN.")
        ])
    }
    let rules = try rules(CustomerRules.self)
    guard let record = try record(.customer, id) else { return false }
    let (owner, common) = (rules.places.owner, rules.places.common)
    let code = try record[StandardField.code].text ?? ""
    guard record.values[common] == .integer(1) else {
      if record.values[owner] == .integer(user) { return false }
      throw CRMError(
        .request, "customer \(code) is not common", vi: "khách hàng \(code) không phải khách chung",
        hints: [
          Label(
            "See which are: crm customer list --common",
            vi: "Xem khách chung: crm customer list --common")
        ])
    }
    try checkUnlocked(record)
    try checkTaking(user)
    var values = record.values
    values[owner] = .integer(user)
    values[common] = .integer(0)
    let changed = [owner, common].filter { values[$0] != record.values[$0] }
    rules.isTaking = true
    let wasApplying = isApplyingRules
    isApplyingRules = true
    defer { (rules.isTaking, isApplyingRules) = (false, wasApplying) }
    try apply(try statements(.customer), record, values, changed: changed)
    return true
  }

  /// Refuses to take more customers in a day than the setting says.
  private func checkTaking(_ user: Int64) throws {
    let limit = Int64(try setting(.takeLimit))
    // The day as it is, whatever day one says that it were.
    let day = Instant.startOfDay(moment.now.day(in: moment.zone), in: moment.zone).seconds
    let taken = try cache.statement(
      "SELECT coalesce(sum(t.count), 0) FROM transfer t JOIN operation o ON o.id = t.operation "
        + "WHERE t.action = 'take' AND t.principal_kind = 'user' AND t.principal = ? "
        + "AND o.time >= ? AND NOT EXISTS (\(OperationLog.standingUndo))")
    taken.bind(1, user)
    taken.bind(2, day)
    let before = try taken.firstInteger() ?? 0
    let now = try rules(CustomerRules.self).transfers.counts.filter { $0.transfer.action == .take }
      .reduce(0) { $0 + $1.count }
    guard before + now >= limit else { return }
    throw CRMError(
      .request, "no more than \(limit) common customers are taken a day (\(before) so far today)",
      vi: "mỗi ngày chỉ được nhận \(limit) khách hàng chung (hôm nay đã nhận \(before))",
      hints: [
        Label(
          "Go on tomorrow; who may configure changes it: crm config set take_limit N",
          vi: "Hãy nhận tiếp vào ngày mai; người có quyền cấu hình sửa bằng: "
            + "crm config set take_limit N")
      ])
  }
}
