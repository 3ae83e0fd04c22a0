import CRMValues

/// How what somebody has is dealt to several users, in the order in which they were named.
public enum Split: String, CaseIterable, Sendable {
  /// The same number to each: the first part to the first, the next to the second.
  case even
  /// One to each in turn.
  case turns

  /// Returns whose the record at a place of so many is.
  func receiver(_ place: Int, of count: Int, among users: [Int64]) -> Int64 {
    switch self {
    case .turns: return users[place % users.count]
    case .even: return users[place * users.count / max(count, 1)]
    }
  }
}

/// What users are responsible for, by every field of every kind that says so (`road`), and how it
/// goes to others. What belongs to a record that was dealt goes the way that went.
public final class Responsibilities {
  private let writer: Writer
  private let users: [Int64]
  private let split: Split
  private let charges: [Charge]
  /// To whom records went.
  private var receivers: [Kind: [Int64: Int64]] = [:]
  private var counts: [Kind: Set<Int64>] = [:]

  /// How many records of each kind went to others.
  public var given: [(kind: Kind, count: Int)] {
    writer.catalogue.kinds.compactMap { kind in counts[kind].map { (kind, $0.count) } }
  }

  /// - Parameter users: who receives.
  /// - Throws: ``CRMError`` where one no longer works here.
  public init(_ writer: Writer, to users: [Int64], _ split: Split) throws {
    self.writer = writer
    self.users = users
    self.split = split
    for user in users { try writer.checkActive(user) }
    charges = Charge.all(writer)
  }

  /// Gives everything of one user to the receivers but what is over: done, or come to nothing. What
  /// the user stands for in the company goes along: units, groups, steps of approvals.
  public func giveAll(of user: Int64) throws {
    for charge in charges { try give(charge, try charge.ids(writer, of: user), from: user) }
    for post in Charge.posts(writer) {
      for (place, id) in try post.ids(writer, of: user).enumerated() {
        guard let record = try writer.record(post.entity.kind, id) else { continue }
        try give(post, record, from: user, to: users[place % users.count])
      }
    }
    let steps = try writer.moveSteps(.user, [user], to: users[0])
    if !steps.isEmpty { counts[.setting, default: []].formUnion(steps) }
  }

  /// Gives records to the receivers, and notes whose each became.
  ///
  /// - Returns: how many did not have their receiver as owner already.
  public func give(_ kind: Kind, _ ids: [Int64]) throws -> Int {
    guard let charge = charges.first(where: { $0.entity.kind == kind && $0.field.road == .owner })
    else { return 0 }
    for (place, id) in ids.enumerated() {
      if Interruption.happened { throw Interruption.error }
      let receiver = split.receiver(place, of: ids.count, among: users)
      receivers[kind, default: [:]][id] = receiver
      if try writer.edit(kind, id, [(charge.position, .integer(receiver))]) {
        counts[kind, default: []].insert(id)
      }
    }
    return counts[kind]?.count ?? 0
  }

  /// Gives what belongs to the records that were given, and what the former owner of each was
  /// responsible for, to the same receivers.
  ///
  /// - Parameters:
  ///   - kinds: of which kinds.
  ///   - former: who owned the records before.
  public func giveAlong(_ kinds: [Kind], of former: [Int64: Int64?], in holder: Kind) throws {
    for charge in charges where kinds.contains(charge.entity.kind) {
      guard let held = charge.entity.fields.first(where: { $0.belongs && $0.target == holder })
      else { continue }
      for (record, owner) in former.sorted(by: { $0.key < $1.key }) {
        guard let owner else { continue }
        let ids = try charge.ids(writer, of: owner, in: (held, record))
        try give(charge, ids, from: owner)
      }
    }
  }

  private func give(_ charge: Charge, _ ids: [Int64], from user: Int64) throws {
    // What goes the way of its holder is not counted among what is dealt.
    var dealt: [Int64] = []
    for id in ids {
      guard let record = try writer.record(charge.entity.kind, id) else { continue }
      if let receiver = receiver(of: record) {
        try give(charge, record, from: user, to: receiver)
      } else {
        dealt.append(id)
      }
    }
    for (place, id) in dealt.enumerated() {
      guard let record = try writer.record(charge.entity.kind, id) else { continue }
      try give(
        charge, record, from: user,
        to: split.receiver(place, of: dealt.count, among: users))
    }
  }

  /// Returns to whom the record went that a record belongs to.
  private func receiver(of record: Record) -> Int64? {
    if let known = receivers[record.kind]?[record.id] { return known }
    for (position, field) in record.entity.fields.enumerated() where field.belongs {
      if let holder = field.target, let id = record.values[position].integer,
        let receiver = receivers[holder]?[id]
      {
        return receiver
      }
    }
    return nil
  }

  /// Gives one record, approved or not: it stays what was approved.
  private func give(
    _ charge: Charge, _ record: Record, from user: Int64, to receiver: Int64
  ) throws {
    if Interruption.happened { throw Interruption.error }
    try writer.permit(charge.field.road == .owner ? .assign : .edit, record)
    var values = record.values
    if charge.field.isLinked {
      let others = values[charge.position].list.filter { $0 != user && $0 != receiver }
      values[charge.position] = .list((others + [receiver]).sorted())
    } else {
      values[charge.position] = .integer(receiver)
    }
    receivers[record.kind, default: [:]][record.id] = receiver
    counts[record.kind, default: []].insert(record.id)
    try writer.apply(
      try writer.statements(record.kind), record, values, changed: [charge.position])
  }
}

/// A field by which users are responsible for records of a kind.
private struct Charge {
  let entity: Entity
  let position: Int
  let field: Field

  /// Returns all of them, what is referred to before what refers to it.
  static func all(_ reader: Reader) -> [Charge] {
    reader.catalogue.kinds.flatMap { kind in
      let entity = reader.entity(kind)
      return entity.responsiblePositions.compactMap { position -> Charge? in
        let field = entity.fields[position]
        guard field.target == .user else { return nil }
        return Charge(entity: entity, position: position, field: field)
      }
    }
  }

  /// Returns what users stand for beside their work: by every field that people fill in of a kind
  /// that steers others, such as who manages a unit or who is in a group.
  static func posts(_ reader: Reader) -> [Charge] {
    reader.catalogue.kinds.flatMap { kind in
      let entity = reader.entity(kind)
      guard entity.isEntry else { return [Charge]() }
      let responsible = entity.responsiblePositions
      return entity.fields.enumerated().compactMap { position, field -> Charge? in
        guard field.target == .user, field.access == .editable, !responsible.contains(position)
        else { return nil }
        return Charge(entity: entity, position: position, field: field)
      }
    }
  }

  /// Returns the live records of a user that are still to be worked on; those alone that belong to a
  /// record, where a field and its record are given.
  func ids(
    _ reader: Reader, of user: Int64, in holder: (field: Field, record: Int64)? = nil
  ) throws -> [Int64] {
    try reader.beforeReading(entity.kind)
    let live = entity.hasTrash ? " AND t.deleted IS NULL" : ""
    let held = holder.map { " AND t.\(Schema.quoted($0.field.name)) = ?2" } ?? ""
    let find = try reader.cache.statement(
      "SELECT t.id FROM \(entity.table) t WHERE \(entity.naming(field, .user, ["?1"]))\(live)"
        + "\(entity.stillOpen)\(held) ORDER BY t.id")
    find.bind(1, user)
    if let holder { find.bind(2, holder.record) }
    var ids: [Int64] = []
    while try find.step() { ids.append(find.integer(0)) }
    return ids
  }
}

extension Entity {
  /// The condition, behind others, that a record is still to be worked on: by its first choice that
  /// can be done or come to nothing; nothing where the kind has none.
  fileprivate var stillOpen: String {
    for field in fields {
      let words = field.list(of: [.done, .lost])
      guard !words.isEmpty else { continue }
      return " AND coalesce(t.\(Schema.quoted(field.name)), '') NOT IN (\(words))"
    }
    return ""
  }
}
