import CRMTestSupport
import CRMValues
import Foundation
import GRDB

@testable import CRMCore
@testable import CRMEngine

/// A new database in a temporary folder, gone with the last reference to it.
final class TemporaryDatabase {
  /// 2026-11-22 16:00 in Vietnam.
  static let moment = ParsingTests.moment
  static let admin = Actor(login: "admin")

  let folder: String
  let path: String
  let store: Store
  /// A second connection, to look at the tables past the doors.
  let raw: DatabaseQueue

  init(language: Language = .vi) throws {
    folder = NSTemporaryDirectory() + "crm-core-\(UUID().uuidString)"
    path = folder + "/crm.db"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try NewDatabase.store(
      at: path, language, as: TemporaryDatabase.admin.login, at: TemporaryDatabase.moment)
    raw = try DatabaseQueue(path: path)
  }

  deinit {
    try? raw.close()
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes a file into the folder; returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  func write<T>(
    at moment: Moment = TemporaryDatabase.moment, dryRun: Bool = false,
    _ body: (Writer) throws -> T
  ) throws -> T {
    try store.write(
      as: TemporaryDatabase.admin, command: "crm test", at: moment, dryRun: dryRun, body)
  }

  func read<T>(_ body: (Reader) throws -> T) throws -> T {
    try store.read(as: Actor(login: "admin"), at: TemporaryDatabase.moment, body)
  }

  // MARK: one record, one operation

  /// Adds a record; values of fields that the kind has not, where several kinds are tried alike,
  /// are left out.
  @discardableResult
  func add(
    _ kind: Kind, _ named: [String: Value], at moment: Moment = TemporaryDatabase.moment
  ) throws -> Int64 {
    let entity = Catalogue.entity(kind)
    let known = named.filter { entity.field($0.key) != nil }
    return try write(at: moment) { try $0.add(kind, entity.values(known)) }
  }

  @discardableResult
  func edit(_ kind: Kind, _ id: Int64, _ named: [String: Value]) throws -> Bool {
    try write { try $0.edit(kind, id, named) }
  }

  @discardableResult
  func trash(_ kind: Kind, _ id: Int64) throws -> Int { try write { try $0.trash(kind, id) } }

  @discardableResult
  func restore(_ kind: Kind, _ id: Int64) throws -> Int { try write { try $0.restore(kind, id) } }

  @discardableResult
  func undo(_ number: Int64? = nil, force: Bool = false) throws -> Int64 {
    try write { try Undo.undo($0, number, force: force).operation }
  }

  @discardableResult
  func redo(_ number: Int64? = nil, force: Bool = false) throws -> Int64 {
    try write { try Undo.redo($0, number, force: force).operation }
  }

  /// Adds an order of the customer with lines of (product, quantity × 10,000, price).
  @discardableResult
  func addOrder(
    _ customer: Int64, on day: String = "2026-11-20", _ lines: [(Int64, Int64, Int64)] = [],
    _ named: [String: Value] = [:]
  ) throws -> Int64 {
    try write { writer in
      var header = named
      header["customer"] = .integer(customer)
      header["date"] = .text(day)
      let id = try writer.add(.order, Catalogue.entity(.order).values(header))
      let entity = Catalogue.entity(.orderLine)
      for (product, quantity, price) in lines {
        try writer.addLine(
          entity, to: id,
          entity.values([
            "product": .integer(product), "quantity": .integer(quantity),
            "price": .integer(price),
          ]))
      }
      return id
    }
  }

  // MARK: looking

  func value(_ kind: Kind, _ id: Int64, _ field: String) throws -> Value? {
    try read { try $0.record(kind, id)?[field] }
  }

  /// Returns the rows of a statement, the values of each separated by `|`.
  func rows(_ sql: String) throws -> [String] {
    try raw.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map(TemporaryDatabase.text).joined(separator: "|")
      }
    }
  }

  /// What its tables are.
  func shape() throws -> SchemaShape { try raw.read { try SchemaShape($0) } }

  /// The latest operation's number.
  func lastOperation() throws -> Int64 {
    try raw.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM operation") ?? 0 }
  }

  static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: return "∅"
    case .int64(let number): return String(number)
    case .double(let number): return String(number)
    case .string(let text): return text
    case .blob(let data): return "\(data.count) bytes"
    }
  }
}

extension Writer {
  @discardableResult
  func edit(_ kind: Kind, _ id: Int64, _ named: [String: Value]) throws -> Bool {
    let entity = Catalogue.entity(kind)
    return try edit(
      kind, id, named.compactMap { name, value in entity.position(of: name).map { ($0, value) } })
  }
}

/// Runs a body that must throw one of our errors; returns it.
func failure(_ body: () throws -> some Any) -> CRMError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? CRMError
  }
}
