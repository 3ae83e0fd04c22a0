import CRMValues
import GRDB

@testable import CRMCore
@testable import CRMEngine

/// A small database in memory, its tables written by hand as the schema makes them, and the
/// compiled filters' answers over it.
struct FilterFixture {
  let queue: DatabaseQueue
  /// 2026-11-22 16:00 in Vietnam.
  static let moment = ParsingTests.moment

  init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(function: SearchFunctions.fold)
      FoldedSearch.add(to: db)
      SameText.add(to: db)
    }
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
      try db.execute(sql: Self.tables)
      try db.execute(sql: Self.rows)
      try db.execute(sql: "UPDATE customer SET name_fold = fold(name)")
      try db.execute(sql: "UPDATE contact SET name_fold = fold(name)")
      try db.execute(sql: Spellings.table)
      for kind in Catalogue.order {
        let entity = Catalogue.entity(kind)
        for field in entity.fields where entity.keepsSpellings(of: field) {
          guard try db.tableExists(entity.table),
            try db.columns(in: entity.table).contains(where: { $0.name == field.name })
          else { continue }
          try Spellings.fill(
            StatementCache(db), kind: kind.number, table: entity.table, field: field.name,
            isCode: field.kind == .code)
        }
      }
    }
  }

  func context(
    _ mode: FilterContext.Mode = .page, today: Day = FilterFixture.moment.today,
    leapDay: LeapDayRule = .february28,
    visible: @escaping (Kind, String) -> SQLFragment? = { _, _ in nil }
  ) -> FilterContext {
    let moment = Moment(now: Self.moment.now, today: today, zone: .vietnam)
    return FilterContext(
      moment: moment, leapDay: leapDay, entities: Entities(), resolve: { try resolve($0, $1) },
      nearest: { kind, text in
        let table = Catalogue.entity(kind).table
        let names = try queue.read {
          try String.fetchAll($0, sql: "SELECT coalesce(name, code) FROM \(table)")
        }
        return nearest(to: text, among: names)
      }, mode: mode, visible: visible)
  }

  private func resolve(_ kind: Kind, _ text: String) throws -> [Int64] {
    let entity = Catalogue.entity(kind)
    let name = entity.nameField
    return try queue.read { db in
      let byCode = try Int64.fetchAll(
        db, sql: "SELECT id FROM \(entity.table) WHERE code = ? AND deleted IS NULL",
        arguments: [text])
      if !byCode.isEmpty { return byCode }
      return try Int64.fetchAll(
        db, sql: "SELECT id FROM \(entity.table) WHERE \(name) = ? AND deleted IS NULL",
        arguments: [text])
    }
  }

  /// Returns the codes of the live records a filter finds, in order.
  func codes(
    _ filter: String, of kind: Kind = .customer, _ context: FilterContext? = nil
  ) throws -> String {
    try codes(try Expression(parsing: filter), of: kind, context)
  }

  func codes(
    _ filter: Expression, of kind: Kind = .customer, _ context: FilterContext? = nil
  ) throws -> String {
    let (sql, arguments) = try statement(filter, of: kind, context ?? self.context())
    return try queue.read { db in
      try String.fetchAll(db, sql: sql, arguments: arguments).joined(separator: " ")
    }
  }

  /// Returns the query plan of a filter, one line a step.
  func plan(_ filter: String, of kind: Kind = .customer, _ context: FilterContext? = nil) throws
    -> String
  {
    let (sql, arguments) = try statement(
      try Expression(parsing: filter), of: kind, context ?? self.context())
    return try queue.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
        .map { $0["detail"] as String }.joined(separator: "\n")
    }
  }

  private func statement(
    _ filter: Expression, of kind: Kind, _ context: FilterContext
  ) throws -> (String, StatementArguments) {
    let entity = Catalogue.entity(kind)
    let compiler = FilterCompiler(entity: entity, alias: "t", context: context)
    let condition = try compiler.condition(filter)
    return (
      "SELECT code FROM \(entity.table) t WHERE deleted IS NULL AND \(condition.sql) ORDER BY id",
      StatementArguments(condition.arguments.map(Self.argument))
    )
  }

  static func argument(_ value: Value) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null, .list: return nil
    case .integer(let number): return number
    case .text(let text): return text
    }
  }
}
