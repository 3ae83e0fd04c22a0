import CRMValues
import Foundation

@testable import CRMEngine

/// A database of the delivery business in a temporary file, gone with the last reference to it.
final class Depot {
  /// 2026-11-22 10:00 in Vietnam, a Sunday.
  static let now = Instant(seconds: 1_795_316_400)

  let store: Store
  let folder: String
  let zone: Zone

  init(_ zone: Zone = .vietnam) throws {
    self.zone = zone
    folder = NSTemporaryDirectory() + "crm-fields-\(UUID().uuidString)"
    store = try Store.create(
      .fields, at: folder + "/fields.db", as: Actor(login: "boss"), at: Depot.moment(zone)
    ) { writer in
      for login in ["boss", "lan"] {
        let entity = writer.entity(.user)
        try writer.add(
          .user, entity.values(["code": .text(login), "name": .text(login)]))
      }
    }
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func moment(_ zone: Zone) -> Moment {
    Moment(now: now, today: now.day(in: zone), zone: zone)
  }

  var context: InputContext { InputContext(moment: Depot.moment(zone), catalogue: .fields) }

  func read<T>(as login: String = "boss", _ body: (Reader) throws -> T) throws -> T {
    try store.read(as: Actor(login: login), at: Depot.moment(zone), body)
  }

  @discardableResult
  func write<T>(as login: String = "boss", _ body: (Writer) throws -> T) throws -> T {
    try store.write(as: Actor(login: login), command: "test", at: Depot.moment(zone), body)
  }

  /// Adds a record of typed fields; returns its id.
  @discardableResult
  func add(_ kind: Kind, _ texts: KeyValuePairs<String, String>) throws -> Int64 {
    try write { writer in
      var values = writer.entity(kind).values()
      for change in try Depot.read(writer, kind, texts).changes {
        values[change.position] = change.value
      }
      return try writer.add(kind, values)
    }
  }

  @discardableResult
  func edit(_ kind: Kind, _ id: Int64, _ texts: KeyValuePairs<String, String>) throws -> Bool {
    try write { try $0.edit(kind, id, Depot.read($0, kind, texts).changes) }
  }

  private static func read(
    _ reader: Reader, _ kind: Kind, _ texts: KeyValuePairs<String, String>
  ) throws -> FieldChanges {
    let entity = reader.entity(kind)
    return try reader.read(
      texts.map { TypedField(entity.place(of: $0.key), [$0.value]) }, of: entity)
  }

  /// Returns what a column holds for the records that a filter finds, in an order.
  func values(
    _ kind: Kind, _ path: String, where filter: String? = nil, sort: String = "code",
    as login: String = "boss"
  ) throws -> [Value] {
    try read(as: login) { reader in
      var query = Query(kind)
      query.conditions = try filter.map { [try Expression(parsing: $0)] } ?? []
      query.sort = Query.Sort.list(sort)
      var values: [Value] = []
      try reader.rows(query, reader.columns([path], of: kind)) { _, row in values += row }
      return values
    }
  }

  /// Returns the texts of a column for the records that a filter finds.
  func texts(_ kind: Kind, _ path: String, where filter: String? = nil) throws -> [String] {
    try values(kind, path, where: filter).map { $0.text ?? "" }
  }
}

/// Returns the error that a body throws.
func problem(_ body: () throws -> some Any) -> CRMError? {
  do {
    _ = try body()
    return nil
  } catch { return error as? CRMError }
}
