import CRMEngine
import CRMValues

/// What activities have in common: whose they are, and of which customer (RULES 15.1).
struct Activity {
  let customer, about, owner: Int
  /// Those who carry it out; nil where the owner does.
  let performers: Int?
  private unowned let writer: Writer

  init(
    _ writer: Writer, customer: Int, about: Int, owner: Int, performers: Int? = nil
  ) {
    self.writer = writer
    self.customer = customer
    self.about = about
    self.owner = owner
    self.performers = performers
  }

  /// Lets who gave a new activity carry it out, where nobody is named, and gives every one the
  /// customer of what it hangs on.
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    if old == nil {
      if let performers, values[performers].list.isEmpty, let user = values[owner].integer {
        values[performers] = .list([user])
      }
    }
    guard old == nil || changed.contains(about), let named = named(values) else { return }
    if named.kind == .customer { values[about] = .null }
    guard values[customer].isNull, let id = try customer(of: named) else { return }
    values[customer] = .integer(id)
    changed.append(customer)
  }

  /// Refuses an activity of one customer about a record of another.
  func check(_ values: [Value], _ changed: [Int]?) throws {
    guard changed?.contains(where: { $0 == about || $0 == customer }) ?? true,
      let named = named(values), let other = try customer(of: named),
      values[customer] != .integer(other)
    else { return }
    let code = try writer.label(named.kind, named.id)
    let noun = writer.entity(named.kind).label
    throw CRMError(
      .request, "\(noun.en.lowercased()) \(code) is of another customer",
      vi: "\(noun.vi.lowercased()) \(code) là của khách hàng khác")
  }

  private func named(_ values: [Value]) -> (kind: Kind, id: Int64)? {
    writer.catalogue.record(namedBy: ActivityFields.about, values[about])
  }

  /// The customer of a record, which may be one itself.
  private func customer(of named: (kind: Kind, id: Int64)) throws -> Int64? {
    if named.kind == .customer { return named.id }
    let fields = writer.entity(named.kind).fields
    guard
      let position = fields.firstIndex(where: { $0.belongs && $0.target == .customer }),
      let record = try writer.record(named.kind, named.id)
    else { return nil }
    return record.values[position].integer
  }
}

extension Activity {
  /// Notes when an activity was finished, as its status says.
  static func finish(
    _ values: inout [Value], status: Int, finished: Int, _ entity: Entity, at now: Instant
  ) {
    guard entity.fields[status].means(.done, values[status]) else {
      values[finished] = .null
      return
    }
    if values[finished].isNull { values[finished] = .integer(now.seconds) }
  }
}
