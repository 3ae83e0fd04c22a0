import CRMEngine
import CRMValues

/// Joins customers that are one and the same: everything that refers to the others moves to the
/// one that is kept, its empty fields are filled from them, they go to the trash (RULES 3.4).
///
/// All of it is ordinary logged changes, so that undo takes a merge back like anything else; one
/// row of the log beside them joins the histories.
public final class Merge {
  let writer: Writer
  let entity: Entity
  let fields: MergedFields
  private let references: MergeReferences

  public init(_ writer: Writer) throws {
    self.writer = writer
    entity = writer.entity(.customer)
    fields = try MergedFields(entity)
    references = try MergeReferences(writer, entity)
  }

  /// How many records of each kind were moved so far, in the order of the catalogue.
  public var moved: [(kind: Kind, count: Int)] { references.moved }

  /// What of customers that went differs from what stayed, and is nowhere but with them.
  public private(set) var aside: [(code: String, fields: [Field])] = []

  /// Merges customers into one.
  ///
  /// - Parameters:
  ///   - keep: the one that stays.
  ///   - others: those that go, in the order in which they fill what is empty.
  ///   - taken: fields to take from one of them, empty or not.
  /// - Throws: ``CRMError`` where a customer would be merged with itself or is in the trash, one
  ///   that goes is approved, or the one that stays is and would change.
  public func merge(
    _ keep: Int64, _ others: [Int64], taking taken: [(position: Int, from: Int64)] = []
  ) throws {
    let gone = Set(others)
    guard !gone.contains(keep), gone.count == others.count else {
      throw Merge.withItself(try writer.label(.customer, keep))
    }
    let kept = try live(keep)
    let records = try others.map(live)
    var values = kept.values
    for record in records { fields.fill(&values, from: record) }
    for take in taken {
      let source = take.from == keep ? kept : records.first { $0.id == take.from }
      if let source { fields.take(take.position, from: source, into: &values) }
    }
    for record in records {
      let fields = fields.differing(values, from: record, gone.union([keep]))
      if !fields.isEmpty { aside.append((try record[.code].text ?? "", fields)) }
    }
    let statements = try writer.statements(.customer)
    try check(statements, kept, values)
    try writer.permit(.edit, kept)
    for record in records {
      try writer.permit(.delete, record)
      try writer.checkUnlocked(record)
    }
    for record in records { try references.move(from: record.id, to: keep, sparing: gone) }
    try references.breakCycles(&values, of: kept, gone)
    for record in records { try writer.putAway(statements, record) }
    try change(statements, keep, values)
    try writer.log(.customer, keep, .merge, ChangeBody.merged(others))
  }

  private func live(_ id: Int64) throws -> Record {
    guard let record = try writer.record(.customer, id) else {
      throw RecordErrors.notFound(String(id), Entity.customer)
    }
    if record.isDeleted { throw RecordErrors.inTrash(try record[.code].text ?? "", of: entity) }
    return record
  }

  /// Refuses what cannot become of the kept customer, before anything is written.
  private func check(
    _ statements: KindStatements, _ kept: Record, _ values: [Value]
  ) throws {
    let changed = fields.positions.filter { kept.values[$0] != values[$0] }
    for position in changed
    where values[position].isBlank && statements.requiredPositions.contains(position) {
      throw RecordErrors.cannotBeEmpty(entity.fields[position], of: entity)
    }
    if !changed.isEmpty { try writer.checkUnlocked(kept, changed: changed) }
  }

  /// Gives the kept customer what it gets; its references to those that went are already gone.
  private func change(_ statements: KindStatements, _ id: Int64, _ values: [Value]) throws {
    guard let now = try writer.record(.customer, id) else { return }
    let changed = fields.positions.filter { now.values[$0] != values[$0] }
    guard !changed.isEmpty else { return }
    var new = now.values
    for position in changed { new[position] = values[position] }
    try writer.apply(statements, now, new, changed: changed)
  }

  /// Says that a customer cannot go into itself.
  public static func withItself(_ code: String) -> CRMError {
    CRMError(
      .request, "customer \(code) cannot be merged with itself",
      vi: "không thể gộp khách hàng \(code) với chính nó")
  }
}
