import CRMTestSupport
import CRMValues
import Foundation
import GRDB
import Testing

@testable import CRMCore
@testable import CRMEngine

/// One byte of a small database is another: doctor, or the opening, comes to an end and says so
/// wherever SQLite does, and wherever something is kept twice and the two differ. A byte in a text
/// that nothing follows from is data of which nobody can know.
@Suite struct FlippedByteTests {
  /// A database, and where bytes of it stand that mean something.
  private struct Original {
    let bytes: [UInt8]
    let dump: Dump
    /// In tables of records and of what they are found by; elsewhere.
    let places: (records: [Int], all: [Int])

    init() throws {
      let database = try TemporaryDatabase.forDoctor()
      dump = try Dump(database)
      let pages = try database.raw.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return try Int.fetchAll(
          db,
          sql: """
            SELECT rootpage - 1 FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'customer%'
            OR name IN ('contact', 'sales_order', 'order_line', 'payment_order', 'dealing', 'change',
              'operation', 'numbering', 'share', 'user', 'transfer'))
            """)
      }
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: database.path)))
      let all = bytes.indices.filter { bytes[$0] != 0 }
      places = (all.filter { pages.contains($0 / 4096) }, all)
      self.bytes = bytes
    }
  }

  private static let original = Result { try Original() }

  private enum Said: String { case nothing, fault, refused }

  /// What was seen of one file, and whether SQLite or its tables say that something is wrong.
  private struct Seen {
    let said: Said
    let isBroken: Bool
    let changed: [String]
  }

  private func look(_ bytes: [UInt8]) throws -> Seen {
    let folder = try TemporaryFolder()
    let path = folder.file("crm.db")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    var said = Said.nothing
    do {
      let store = try Store.open(at: path, mode: .reading, older: .refused)
      defer { store.close() }
      try store.read(as: Actor(login: "root"), at: TemporaryDatabase.moment) { reader in
        let checkup = try Checkup(.crm, at: path, in: .en)
        try checkup.examine(reader)
        if try checkup.all().contains(where: { $0.state != .notice }) { said = .fault }
      }
    } catch is CRMError { said = .refused }
    let queue = try? DatabaseQueue(path: path)
    let check = try? queue?.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    let dump = try? queue.map { try Dump($0) }
    let original = try FlippedByteTests.original.get().dump
    let changed = dump.map { now in
      Set(now.tables.keys).union(original.tables.keys).filter {
        now.tables[$0] != original.tables[$0]
      }
    }
    return Seen(
      said: said, isBroken: check != ["ok"] || dump == nil, changed: (changed ?? []).sorted())
  }

  /// What is held twice: tables of keys and words, links with foreign keys, what numbers follow from.
  private static let derived = ["_key", "_search", "duplicate_key"]

  @Test(arguments: 1...8)
  func isToldWhereItCanBeKnown(seed: UInt64) throws {
    let original = try FlippedByteTests.original.get()
    var random = Seeded(state: seed)
    var counts: [String: Int] = [:]
    var tries = 0
    // Few bytes change a record in a way that nothing else holds: so many more are tried for one.
    while tries < 40 || counts["changed fault", default: 0] == 0 && tries < 200 {
      tries += 1
      let places = Bool.random(using: &random) ? original.places.records : original.places.all
      let place = places[Int.random(in: places.indices, using: &random)]
      var bytes = original.bytes
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let seen = try look(bytes)
      if seen.isBroken { #expect(seen.said != .nothing, "byte \(place)") }
      let isKeptTwice = seen.changed.contains { table in
        FlippedByteTests.derived.contains { table.hasSuffix($0) }
      }
      if isKeptTwice { #expect(seen.said != .nothing, "byte \(place): \(seen.changed)") }
      let kind = seen.isBroken ? "broken" : seen.changed.isEmpty ? "same" : "changed"
      counts["\(kind) \(seen.said)", default: 0] += 1
    }
    #expect(counts["broken fault", default: 0] + counts["broken refused", default: 0] > 0)
    // Of what changed in the files of all seeds, few are a text or number that nothing follows from.
    #expect(counts["changed nothing", default: 0] <= 4, "\(counts)")
    #expect(counts["changed fault", default: 0] > 0, "\(counts)")
  }
}
