import CRMEngine
import CRMValues

/// What a customer means: no double of another, a score and a level that follow from its dealings,
/// a tier and the common pool by rule, and a record of who was given it.
final class CustomerRules: Rules {
  static let kind = Kind.customer
  static let gathers = true
  static let hearsReferrers = true
  static var upkeep: [Upkeep] { [Scores.upkeep, DuplicateKeys.upkeep, TransferLog.upkeep] }
  static var watchedSettings: [String] {
    [Setting.starThresholds.declared.key, Setting.duplicateFields.declared.key]
  }

  unowned let writer: Writer
  let duplicates: DuplicateCheck
  var scores: Scores
  var consequences = Consequences()
  /// The customers whom consequences leave as their file has them.
  var kept: KeptCustomers?
  /// Who was given customers with this operation, kept beside it.
  var transfers = NotedTransfers()
  /// What comes to be of customers by itself, once it was asked for; and the customers it may.
  var knownAutomaticRules: AutomaticRules?
  var ruled = NotedIDs()
  /// Whether customers that change their owner are taken out of the common ones.
  var isTaking = false
  private var transfersBefore: NotedTransfers?
  lazy var signedReturns = Result { try writer.setting(.signedReturns) }

  let places: CustomerPlaces

  init(_ writer: Writer) throws {
    self.writer = writer
    places = try CustomerPlaces()
    scores = try Scores(writer.cache)
    duplicates = DuplicateCheck(
      writer.cache, mayBeLeftOut: writer.rights.reach(.add, .customer) == .all)
  }

  func requiredFields() throws -> [String] { try writer.setting(.requiredOfCustomers) }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    guard old == nil, values[places.kind].isNull, let name = values[places.name].text,
      let kind = CustomerKindWords.kind(of: name)
    else { return }
    values[places.kind] = .text(kind)
  }

  func derive(_ values: inout [Value], _ old: Record?) throws {
    if let old { try moveScore(of: old, &values) }
    guard values[places.score].isNull else { return }
    let sum = try scores.points(values[places.groups].list, writer.cache)
    guard let points = Int64(exactly: sum) else {
      throw Scores.tooLarge(Entity.customer.label)
    }
    values[places.score] = .integer(points)
    values[places.stars] = .integer(scores.stars(points))
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    if !writer.allowsDuplicates { try duplicates.check(writer.keys, values, replacing: old) }
  }

  func keep(_ id: Int64, old: [Value]?, new: [Value]?, changed: [Int]?) throws {
    switch (old, new) {
    case (nil, let new?): try duplicates.add(id, new)
    case (let old?, nil): try duplicates.remove(id, old)
    case (let old?, let new?): try duplicates.replace(id, old, new, changed: changed ?? [])
    case (nil, nil): break
    }
  }

  func noteKey(_ key: String) { duplicates.note(key) }

  func follow(_ written: Written) throws {
    let (old, new) = (written.old, written.new)
    if let old, let new { noteTransfers(old.values, new) }
    if let old, let new {
      let groups = places.groups
      // Where the score has not moved with the groups yet.
      if old.values[groups] != new[groups], old.values[places.score] == new[places.score] {
        try scores.touch(
          customer: written.id, from: old.values[groups].list, to: new[groups].list,
          writer.cache)
      }
    } else if old == nil, !written.isNew {
      // An addition derives its own score; a return has transactions to count.
      scores.touch(customer: written.id)
    }
    if new != nil { try noteForRules([written.id]) }
  }

  func hear(of id: Int64) throws { try noteForRules([id]) }

  func settingChanged(_ key: String) throws {
    scores.forgetThresholds()
    if key == Setting.duplicateFields.declared.key { duplicates.forgetKeys() }
  }

  var pending: Int { consequences.count + scores.pending + ruled.count }

  func settle() throws {
    if writer.drawsConsequences { try settleConsequences() } else { consequences = Consequences() }
    try scores.settle(writer.cache)
    try settleAutomaticRules()
    try duplicates.settle()
  }

  func begin() {
    consequences.begin()
    ruled.begin()
    transfersBefore = transfers
  }

  func land() {
    consequences.land()
    ruled.land()
  }

  func takeBack() {
    consequences.takeBack()
    ruled.takeBack()
    if let transfersBefore { transfers = transfersBefore }
    // What was read of tables that are as before again. Scores that are worked out once more come
    // to the same.
    scores.forgetPoints()
    knownAutomaticRules = nil
  }

  func finish() throws { try writeTransfers() }

  func shared(with principal: Principal, rights: String?) {
    transfers.note(Transfer(rights == nil ? .unshare : .share, to: principal, rights: rights))
  }

  /// The duplicate check is what keeps customers of others apart: who may add customers of
  /// everybody may leave it out (RULES 3.2).
  func permitDuplicates() throws {
    guard writer.isAsked, writer.rights.reach(.add, .customer) != .all else { return }
    let login = writer.actor.login
    throw CRMError(
      .notPermitted, "\(login) may not leave the duplicate check out",
      vi: "\(login) không được bỏ qua kiểm tra trùng",
      hints: [
        Label(
          "That takes the right to add customers of everybody.",
          vi: "Cần quyền thêm khách hàng với phạm vi tất cả.")
      ])
  }

  func willImport(from firstNewID: Int64, fields: [String]) {
    kept = KeptCustomers(
      from: firstNewID,
      fields: fields.compactMap(CustomerField.init).filter(KeptCustomers.fields.contains))
  }

  func gathering(_ isGathering: Bool) {
    guard isGathering else {
      duplicates.stopFiltering()
      duplicates.beforeReading = {}
      return
    }
    duplicates.beforeReading = { [unowned writer] in try writer.beforeReading(.customer) }
  }

  func prepareForMany() throws -> Bool {
    try duplicates.filterKeys()
    return true
  }
}

/// Where the fields of a customer stand that its rules look at.
struct CustomerPlaces {
  let name, kind, groups, score, stars, owner, viewers, level, lastContact, tier, common: Int

  init() throws {
    name = try CustomerField.name.position
    kind = try CustomerField.kind.position
    groups = try CustomerField.groups.position
    score = try CustomerField.score.position
    stars = try CustomerField.stars.position
    owner = try CustomerField.owner.position
    viewers = try CustomerField.viewers.position
    level = try CustomerField.level.position
    lastContact = try CustomerField.lastContact.position
    tier = try CustomerField.tier.position
    common = try CustomerField.common.position
  }
}
