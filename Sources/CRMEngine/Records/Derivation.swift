import CRMValues

extension Writer {
  /// Fills the computed fields that follow from the record's own values.
  func derive(_ values: inout [Value], _ statements: KindStatements) throws {
    let entity = statements.entity
    switch entity.kind {
    case .customer:
      guard let groups = statements.groupsPosition, let score = statements.scorePosition,
        let stars = statements.starsPosition, values[score].isNull
      else { return }
      let points = try scores.points(values[groups].list, cache)
      values[score] = .integer(points)
      values[stars] = .integer(scores.stars(points))
    case .orderLine:
      try deriveLine(&values, entity)
    case .contract:
      ContractDates(entity)?.fill(&values)
    case .customField:
      try deriveCustomField(&values, entity)
    case .unit, .user, .userGroup, .role, .roleRight, .source, .group, .relationship,
      .transactionType,
      .tier, .commonRule, .tag, .productGroup, .paymentMethod, .contact, .product, .order,
      .careCard,
      .transaction, .comment, .view, .importMapping, .share, .setting:
      break
    }
  }

  /// Follows up a written record: what other records derive from it, and what it means for its
  /// customer.
  ///
  /// - Parameters:
  ///   - old: the record before, nil where it was not live.
  ///   - new: its values now, nil where it no longer is live.
  ///   - isNew: whether it never was there before: nothing can refer to it yet, and only then it
  ///     means something for its customer.
  func follow(
    _ statements: KindStatements, id: Int64, old: Record?, new: [Value]?, isNew: Bool = false
  ) throws {
    let entity = statements.entity
    switch entity.kind {
    case .customer:
      if let old, let new { noteTransfers(entity, old.values, new) }
      // An addition derives its own score; a change or a return has transactions to count.
      if let position = statements.groupsPosition, let new, let old {
        // Where the score has not moved with the groups yet.
        if old.values[position] != new[position],
          statements.scorePosition.map({ old.values[$0] == new[$0] }) == true
        {
          try scores.touch(
            customer: id, from: old.values[position].list, to: new[position].list, cache)
        }
      } else if old == nil, !isNew {
        scores.touch(customer: id)
      }
    case .group:
      // Nobody belongs to a group that was just made.
      scores.forgetPoints()
      if !isNew { scores.touch(group: id) }
    case .transactionType:
      if !isNew { scores.touch(type: id) }
    case .transaction:
      try followDealing(
        entity, old: old, new: new, isNew: isNew, day: "date", countsForScore: true)
    case .careCard:
      try followDealing(
        entity, old: old, new: new, isNew: isNew, day: "care_date", countsForScore: false)
    case .comment:
      if isNew, let new { followComment(entity, new) }
    case .order:
      if isNew, let new { try followNewDocument(entity, new) }
    case .contract:
      if isNew, let new { try followNewDocument(entity, new) }
      if !isNew, let old, let new, let mark = entity.position(of: "mark_signed"),
        new[mark] == .integer(1), old.values[mark] != new[mark],
        let customer = new[entity.position(of: "customer") ?? 0].integer
      {
        consequences.sign(customer)
      }
    case .orderLine:
      if let position = entity.position(of: "order") {
        if let order = old?.values[position].integer { touchedOrders.insert(order) }
        if let order = new?[position].integer { touchedOrders.insert(order) }
      }
    case .setting:
      scores.forgetThresholds()
      let key = (new ?? old?.values)?.first?.text
      if key == Setting.duplicateFields.declared.key { duplicates.forgetKeys() }
    case .customField:
      if let values = new ?? old?.values {
        try settleCustomField(values, entity, isGone: false)
      }
    case .unit, .user, .userGroup, .role, .roleRight, .source, .relationship, .tier, .commonRule,
      .tag,
      .productGroup,
      .paymentMethod, .contact, .product, .view, .importMapping, .share:
      break
    }
    try noteForRules(entity, id: id, old: old, new: new)
    try settleIfLarge()
  }

  private func followDealing(
    _ entity: Entity, old: Record?, new: [Value]?, isNew: Bool, day: String, countsForScore: Bool
  ) throws {
    guard let customer = entity.position(of: "customer"),
      let status = entity.position(of: "status"), let date = entity.position(of: day)
    else { return }
    if countsForScore {
      if let id = old?.values[customer].integer { scores.touch(customer: id) }
      if let id = new?[customer].integer { scores.touch(customer: id) }
    }
    guard isNew || old != nil, let new, let id = new[customer].integer else { return }
    if isNew, countsForScore { try approach(id) }
    if new[status].text == "done", old?.values[status].text != "done" {
      contact(id, on: new[date].text)
    }
  }

  /// What a new order or contract means: the customer is approached, or signed where the
  /// contract says so, and was in touch on its day.
  private func followNewDocument(_ entity: Entity, _ new: [Value]) throws {
    guard let customer = entity.position(of: "customer"), let id = new[customer].integer,
      let date = entity.position(of: "date")
    else { return }
    if let mark = entity.position(of: "mark_signed"), new[mark] == .integer(1) {
      consequences.sign(id)
    } else {
      try approach(id)
    }
    contact(id, on: new[date].text)
  }

  /// A comment that records an exchange is a contact on its day.
  private func followComment(_ entity: Entity, _ new: [Value]) {
    guard let customer = entity.position(of: "customer"), let id = new[customer].integer,
      let exchange = entity.position(of: "exchange"), new[exchange] == .integer(1),
      let date = entity.position(of: "date")
    else { return }
    contact(id, on: new[date].text)
  }

  private func approach(_ customer: Int64) throws {
    consequences.approach(customer, takesBack: try followedFields.takesBackSigned())
  }

  /// Notes a contact on a day, never one that is still to come.
  private func contact(_ customer: Int64, on day: String?) {
    let today = moment.today.iso
    consequences.contact(customer, on: min(day ?? today, today))
  }
}
