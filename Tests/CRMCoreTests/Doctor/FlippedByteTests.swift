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
  private static let original = Result { () throws -> (bytes: [UInt8], dump: Dump) in
    let database = try TemporaryDatabase.forDoctor()
    let dump = try Dump(database)
    try database.raw.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return (Array(try Data(contentsOf: URL(fileURLWithPath: database.path))), dump)
  }

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
    // Most pages are half empty: two of three bytes are looked for where something stands.
    let used = original.bytes.indices.filter { original.bytes[$0] != 0 }
    var counts: [String: Int] = [:]
    for _ in 0..<40 {
      let place =
        Int.random(in: 0..<3, using: &random) == 0
        ? Int.random(in: original.bytes.indices, using: &random)
        : used[Int.random(in: used.indices, using: &random)]
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
    print("flipped bytes, seed \(seed): \(counts.sorted { $0.key < $1.key })")
    #expect(counts["broken fault", default: 0] + counts["broken refused", default: 0] > 0)
  }
}
