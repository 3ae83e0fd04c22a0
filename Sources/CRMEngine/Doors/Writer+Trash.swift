import CRMValues
import GRDB

extension Writer {
  /// Moves a record to the trash, and with it the records that live only with it.
  ///
  /// - Returns: how many records went, 0 where it already was there.
  /// - Throws: ``CRMError`` where it, or one of those, is approved, or the actor may not delete it.
  @discardableResult
  public func trash(_ kind: Kind, _ id: Int64) throws -> Int {
    guard let record = try record(kind, id), !record.isDeleted else { return 0 }
    try permit(.delete, record)
    try rules(kind)?.checkDeleting(record)
    return try trash(record)
  }

  private func trash(_ record: Record) throws -> Int {
    let (kind, id) = (record.kind, record.id)
    let statements = try statements(kind)
    try checkUnlocked(record)
    var count = 1
    for dependent in catalogue.referrers(to: kind) where dependent.entity.hasTrash {
      let find = try cache.statement(
        "SELECT id FROM \(dependent.entity.table) "
          + "WHERE \(Schema.quoted(dependent.field.name)) = ? AND deleted IS NULL")
      find.bind(1, dependent.field.key(of: kind, id))
      var ids: [Int64] = []
      while try find.step() { ids.append(find.integer(0)) }
      for other in ids {
        if let record = try self.record(dependent.entity.kind, other) { count += try trash(record) }
      }
    }
    try setDeleted(statements, id, operation)
    try makeUnfound(statements, id: id, record.values)
    try log(kind, id, .trash, nil)
    try follow(statements, id: id, old: record, new: nil)
    return count
  }

  /// Takes a record out of the trash, and with it what went there in the same operation.
  ///
  /// - Throws: ``CRMError`` where a unique value has been given to another record meanwhile, or
  ///   the actor may not delete it.
  @discardableResult
  public func restore(_ kind: Kind, _ id: Int64) throws -> Int {
    guard let record = try record(kind, id), record.isDeleted else { return 0 }
    try permit(.delete, record)
    try rules(kind)?.checkDeleting(record)
    return try restore(record)
  }

  private func restore(_ record: Record) throws -> Int {
    let (kind, id) = (record.kind, record.id)
    let statements = try statements(kind)
    let since = try cache.statement("SELECT deleted FROM \(statements.entity.table) WHERE id = ?")
    since.bind(1, id)
    let went = try since.firstInteger() ?? 0
    for owner in try holders(of: record.values, statements.entity) where owner.isDeleted {
      throw RecordErrors.parentInTrash(
        try label(kind, id), of: statements.entity, parent: try label(owner.kind, owner.id),
        parentEntity: owner.entity)
    }
    try checkUnique(
      statements, record.values, positions: statements.uniquePositions, except: id)
    var live = record
    live.isDeleted = false
    try checkValues(statements, record.values, live, nil)
    try bringBack(statements, record)
    var count = 1
    for dependent in catalogue.referrers(to: kind) where dependent.entity.hasTrash {
      let find = try cache.statement(
        "SELECT id FROM \(dependent.entity.table) "
          + "WHERE \(Schema.quoted(dependent.field.name)) = ? AND deleted = ?")
      find.bind(1, dependent.field.key(of: kind, id))
      find.bind(2, went)
      var ids: [Int64] = []
      while try find.step() { ids.append(find.integer(0)) }
      for other in ids {
        if let record = try self.record(dependent.entity.kind, other) {
          count += try restore(record)
        }
      }
    }
    return count
  }

  /// Marks one record as live, logs it and makes it found again; no checks, no dependents.
  func bringBack(_ statements: KindStatements, _ record: Record) throws {
    try setDeleted(statements, record.id, nil)
    try makeFound(statements, id: record.id, record.values)
    try log(record.kind, record.id, .restore, nil)
    try follow(statements, id: record.id, old: nil, new: record.values)
  }

  /// Marks one record as deleted, logs it and makes it unfound; no dependents.
  package func putAway(_ statements: KindStatements, _ record: Record) throws {
    try setDeleted(statements, record.id, operation)
    try makeUnfound(statements, id: record.id, record.values)
    try log(record.kind, record.id, .trash, nil)
    try follow(statements, id: record.id, old: record, new: nil)
  }

  private func setDeleted(_ statements: KindStatements, _ id: Int64, _ value: Int64?) throws {
    let update = try cache.statement(
      "UPDATE \(statements.entity.table) SET deleted = ? WHERE id = ?")
    update.bind(1, value.map(Value.integer) ?? .null)
    update.bind(2, id)
    try update.run()
  }

  /// Takes a record away as if it had never been: parts of a document that is changed, shares
  /// that end, and additions that are undone.
  ///
  /// - Throws: ``CRMError`` where other records refer to it.
  public func remove(_ kind: Kind, _ id: Int64) throws {
    if let record = try record(kind, id) { try remove(record) }
  }

  /// Takes away a record as it was just read.
  func remove(_ record: Record) throws {
    let (kind, id) = (record.kind, record.id)
    let statements = try statements(kind)
    let entity = statements.entity
    try permit(.delete, record)
    try checkLock(ofPart: statements, record.values)
    var deleted: Int64?
    if record.isDeleted {
      let since = try cache.statement("SELECT deleted FROM \(entity.table) WHERE id = ?")
      since.bind(1, id)
      deleted = try since.firstInteger()
    }
    for link in statements.links {
      for target in record.values[link.position].list {
        link.delete.bind(1, id)
        link.delete.bind(2, target)
        try link.delete.run()
      }
    }
    // No foreign key watches links to records of any kind.
    if entity.isNoun, case let users = try referring(to: kind, id, onlyLinks: true), !users.isEmpty
    {
      throw RecordErrors.inUse(
        record[entity.referenceField].text ?? "", of: entity, by: try named(users))
    }
    if deleted == nil { try makeUnfound(statements, id: id, record.values) }
    let delete = try cache.statement("DELETE FROM \(entity.table) WHERE id = ?")
    delete.bind(1, id)
    do { try delete.run() } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CONSTRAINT
    {
      let users = try named(referring(to: kind, id))
      guard !users.isEmpty else { throw error }
      throw RecordErrors.inUse(record[entity.referenceField].text ?? "", of: entity, by: users)
    }
    try log(kind, id, .remove, ChangeBody.row(entity, record.values, deleted: deleted))
    try follow(statements, id: id, old: deleted == nil ? record : nil, new: nil)
    try statements.rules?.removed(record)
  }

  /// A record that refers to another, and the field in which it does.
  struct Referrer {
    let kind: Kind
    let id: Int64
    let field: String
  }

  /// Returns records by kind and code.
  func named(_ records: [Referrer]) throws -> [Label] {
    try records.map { record in
      guard try isVisible(record.kind, record.id) else {
        return Label("a record of others", vi: "bản ghi của người khác")
      }
      return try catalogue.entity(record.kind).called(label(record.kind, record.id))
    }
  }

  /// Returns the first few records that refer to one.
  ///
  /// - Parameter onlyLinks: only those that do by a field which may name a record of any kind.
  func referring(
    to kind: Kind, _ id: Int64, limit: Int = 5, onlyLinks: Bool = false
  ) throws -> [Referrer] {
    var found: [Referrer] = []
    for other in catalogue.kinds {
      let entity = catalogue.entity(other)
      for field in entity.fields
      where field.mayName(kind) && (!onlyLinks || field.kind == .record) {
        let sql =
          field.isLinked
          ? "SELECT record FROM \(entity.table)_\(field.name) WHERE target = ? LIMIT \(limit)"
          : "SELECT id FROM \(entity.table) WHERE \(Schema.quoted(field.name)) = ? LIMIT \(limit)"
        let statement = try cache.statement(sql)
        statement.bind(1, field.key(of: kind, id))
        while try statement.step() {
          if found.count < limit {
            found.append(Referrer(kind: other, id: statement.integer(0), field: field.name))
          }
        }
      }
    }
    return found
  }

  /// Puts back a record that was taken away, with its former id.
  func putBack(_ kind: Kind, _ id: Int64, _ values: [Value], deleted: Int64?) throws {
    let statements = try statements(kind)
    var values = values
    if deleted == nil { try derive(statements, &values, nil) }
    try insert(statements, id: id, values, deleted: deleted)
    try log(kind, id, .add, nil)
    if deleted == nil { try follow(statements, id: id, old: nil, new: values) }
  }
}
