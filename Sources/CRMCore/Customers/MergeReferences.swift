import CRMEngine
import CRMValues

/// Whatever refers to customers: every reference field of every kind, and what is attached to
/// records of any kind (shares). Found in the catalogue, so that a new kind moves along by itself.
final class MergeReferences {
  private struct Reference {
    let kind: Kind
    let position: Int
    let field: Field
    let find: PreparedStatement
  }

  private let writer: Writer
  private let entity: Entity
  private let references: [Reference]
  /// Those of the customers themselves: referrer, employer.
  private let own: [Reference]
  private let attached: [(kind: Kind, position: Int, find: PreparedStatement)]
  private var counts: [Kind: Int] = [:]

  /// How many records of each noun were moved so far, in the order of the catalogue.
  var moved: [(kind: Kind, count: Int)] {
    Catalogue.nouns.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  init(_ writer: Writer, _ entity: Entity) throws {
    self.writer = writer
    self.entity = entity
    var references: [Reference] = []
    var attached: [(Kind, Int, PreparedStatement)] = []
    for kind in Catalogue.order {
      let other = Catalogue.entity(kind)
      for (position, field) in other.fields.enumerated() where field.mayName(entity.kind) {
        let sql =
          field.isLinked
          ? "SELECT record FROM \(other.table)_\(field.name) WHERE target = ? ORDER BY record"
          : "SELECT id FROM \(other.table) WHERE \(Schema.quoted(field.name)) = ? ORDER BY id"
        references.append(
          Reference(
            kind: kind, position: position, field: field,
            find: try writer.cache.statement(sql)))
      }
      // What names its record by the kind and the id, as shares do.
      if kind == .share {
        let position = try ShareField.record.position
        let find = try writer.cache.statement(
          "SELECT id FROM \(other.table) WHERE record_kind = '\(entity.kind.rawValue)' "
            + "AND record = ? ORDER BY id")
        attached.append((kind, position, find))
      }
    }
    self.references = references
    self.attached = attached
    own = references.filter {
      $0.kind == entity.kind && $0.field.target == entity.kind && !$0.field.isLinked
    }
  }

  private func ids(_ find: PreparedStatement, _ id: Int64) throws -> [Int64] {
    find.bind(1, id)
    var ids: [Int64] = []
    while try find.step() { ids.append(find.integer(0)) }
    return ids
  }

  /// Moves what refers to one customer to another, in the trash or not, approved or not.
  ///
  /// - Parameter gone: customers that go to the trash; their references stay as they were.
  func move(from old: Int64, to new: Int64, sparing gone: Set<Int64>) throws {
    let orders = try writer.rules(OrderRules.self)
    orders.leavesCards = true
    defer { orders.leavesCards = false }
    for reference in references {
      let key = reference.field.key(of: entity.kind, new)
      for id in try ids(reference.find, reference.field.key(of: entity.kind, old)) {
        if reference.kind == entity.kind, gone.contains(id) { continue }
        let isSelf = reference.kind == entity.kind && id == new
        try change(reference, id) { value in
          guard reference.field.isLinked else { return isSelf ? .null : .integer(key) }
          let others = value.list.filter { $0 != old && $0 != new }
          return .list((isSelf ? others : others + [new]).sorted())
        }
        counts[reference.kind, default: 0] += 1
      }
    }
    for other in attached {
      for id in try ids(other.find, old) {
        if other.kind == .share {
          try moveShare(id, to: new)
        } else {
          try change(other.kind, other.position, id, to: .integer(new))
        }
      }
    }
  }

  private func change(
    _ reference: Reference, _ id: Int64, _ value: (Value) -> Value
  ) throws {
    guard let record = try writer.record(reference.kind, id) else { return }
    try change(
      reference.kind, reference.position, id, to: value(record.values[reference.position]))
  }

  private func change(_ kind: Kind, _ position: Int, _ id: Int64, to value: Value) throws {
    guard let record = try writer.record(kind, id), record.values[position] != value else {
      return
    }
    var values = record.values
    values[position] = value
    try writer.apply(try writer.statements(kind), record, values, changed: [position])
  }

  /// Ends a share of one customer and gives the same of another; a principal who has one already
  /// gets the wider rights of the two.
  private func moveShare(_ id: Int64, to customer: Int64) throws {
    guard let share = try writer.record(.share, id) else { return }
    let (rights, record) = (try ShareField.rights.position, try ShareField.record.position)
    let same = try writer.cache.statement(
      "SELECT id FROM share WHERE record_kind = ? AND record = ? AND principal_kind = ? "
        + "AND principal = ?")
    same.bind(1, try share[ShareField.recordKind])
    same.bind(2, customer)
    same.bind(3, try share[ShareField.principalKind])
    same.bind(4, try share[ShareField.principal])
    let known = try same.firstInteger()
    try writer.remove(.share, id)
    if let known {
      if share.values[rights].text == "edit" {
        try change(.share, rights, known, to: share.values[rights])
      }
    } else {
      var values = share.values
      values[record] = .integer(customer)
      try writer.add(.share, values)
    }
  }

  /// Drops references that would make the kept customer refer to itself, over others or at
  /// once: what it takes over from the others first, else the link that was moved to it.
  ///
  /// - Parameters:
  ///   - values: what the kept customer is to hold.
  ///   - kept: the kept customer as it stood before.
  func breakCycles(_ values: inout [Value], of kept: Record, _ gone: Set<Int64>) throws {
    for reference in own {
      let position = reference.position
      guard let first = values[position].integer else { continue }
      if first == kept.id || gone.contains(first) {
        values[position] = .null
        continue
      }
      let chain = try CycleCheck.chain(
        writer, from: first, to: kept.id, by: reference.field, of: entity)
      guard chain.last == kept.id, chain.count > 1 else { continue }
      if kept.values[position] != values[position] {
        values[position] = .null
      } else {
        try change(entity.kind, position, chain[chain.count - 2], to: .null)
      }
    }
  }
}
