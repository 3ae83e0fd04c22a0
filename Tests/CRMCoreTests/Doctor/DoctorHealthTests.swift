import CRMTestSupport
import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Whatever people do by the doors leaves nothing for doctor to say.
@Suite struct DoctorHealthTests {
  @Test(arguments: 101...106)
  func findsNothingAfterRandomWork(seed: UInt64) throws {
    let database = try TemporaryDatabase()
    var work = RandomWork(seed)
    var random = Seeded(state: seed)
    for step in 0..<30 {
      try database.write { try work.run($0, database) }
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        _ = failure { try database.undo() }
      case 1:
        _ = failure { try database.undo() }
        _ = failure { try database.redo() }
      case 2: _ = failure { try database.undo(Int64.random(in: 2...20, using: &random)) }
      default: break
      }
      if step % 5 == 4 {
        let faults = try database.faults().filter { $0.state != .notice }
        #expect(faults.map(\.description) == [], "seed \(seed), step \(step)")
        guard faults.isEmpty else { return }
      }
    }
    try database.write { _ = try $0.emptyTrash(Catalogue.nouns) }
    let faults = try database.faults().filter { $0.state != .notice }
    #expect(faults.map(\.description) == [], "seed \(seed), emptied")
  }

  @Test(arguments: Released.all)
  func findsNothingInWhatWasReleased(released: Released) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.sqlite")
    try released.write(to: path)
    chmod(path, 0o600)
    let store = try Store.open(at: path, mode: .writing)
    defer { store.close() }
    let faults = try store.read(as: Actor(login: "nobody"), at: TemporaryDatabase.moment) {
      reader in
      let checkup = try Checkup(.crm, at: path, in: .en)
      try checkup.examine(reader)
      return try checkup.all()
    }
    #expect(faults.filter { $0.state != .notice }.map(\.description) == [])
  }

  @Test func refusesWhoDoesNotSeeEverything() throws {
    let database = try TemporaryDatabase.forDoctor()
    let sales = try database.read { try $0.one(.role, "sales") }
    try database.add(
      .user, ["code": .text("ban"), "name": .text("Bán"), "role": .integer(sales)])
    let error = failure {
      try database.store.read(as: Actor(login: "ban"), at: TemporaryDatabase.moment) {
        try Checkup(.crm, at: database.path, in: .en).examine($0)
      }
    }
    #expect(error?.kind == .notPermitted)
    #expect(error?.message.en.contains("configure") == true)
  }
}
