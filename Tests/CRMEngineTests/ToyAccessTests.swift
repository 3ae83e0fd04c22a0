import CRMValues
import Testing

@testable import CRMEngine

/// Roads that the toy kinds have and others may come to have: performers, and several holders.
@Suite struct ToyAccessTests {
  let workshop: Workshop

  /// lan may see and change her own, minh the unit's, tu nothing. lan owns a client; minh is in the
  /// crew of a job of boss, which has a note; tu owns nothing.
  init() throws {
    workshop = try Workshop()
    let users = try ["lan", "minh", "tu", "boss"].map(workshop.user)
    try workshop.write { writer in
      let unit = try writer.add(.unit, ["name": .text("Xưởng")])
      for (user, reach) in zip(users, [Reach.own, .unit, .none]) {
        let role = try writer.add(.role, ["name": .text("\(reach)")])
        _ = try writer.grant(role, [nil], [.view, .edit], reach)
        try writer.edit(.user, user, ["role": .integer(role), "unit": .integer(unit)])
      }
      try writer.edit(.user, users[2], ["unit": .null])
      let client = try writer.add(
        .client, ["name": .text("Của lan"), "owner": .integer(users[0])])
      let other = try writer.add(.client, ["name": .text("Của sếp"), "owner": .integer(users[3])])
      let job = try writer.add(
        .job,
        [
          "client": .integer(other), "name": .text("Việc chung"), "owner": .integer(users[3]),
          "crew": .list([users[1], users[2]].sorted()),
        ])
      let free = try writer.add(.job, ["client": .integer(client), "name": .text("Việc của lan")])
      try writer.add(.note, ["job": .integer(job), "text": .text("Về việc chung")])
      try writer.add(
        .note, ["job": .integer(free), "client": .integer(other), "text": .text("Về cả hai")])
      try writer.add(.note, ["text": .text("Không của ai")])
    }
  }

  @Test(arguments: [20_000, 0])
  func seesByEachRoad(few: Int) throws {
    workshop.store.few = few
    func seen(_ login: String, _ kind: Kind) throws -> [Int64] {
      try workshop.read(as: login) { try $0.ids(Query(kind)) }
    }
    #expect(try seen("boss", .note) == [1, 2, 3])
    #expect(try seen("lan", .client) == [1])
    #expect(try seen("lan", .job) == [2])
    #expect(try seen("lan", .note) == [2])
    // minh's reach covers lan, and minh performs the common job.
    #expect(try seen("minh", .client) == [1])
    #expect(try seen("minh", .job) == [1, 2])
    #expect(try seen("minh", .note) == [1, 2])
    // Performing takes no right; what hangs on the job does.
    #expect(try seen("tu", .client) == [])
    #expect(try seen("tu", .job) == [1])
    #expect(try seen("tu", .note) == [])
  }

  @Test func changesByEachRoad() throws {
    func changes(_ login: String, _ kind: Kind, _ id: Int64, _ field: String) throws -> Bool {
      do {
        return try workshop.write(as: login) {
          try $0.edit(kind, id, [field: .text("\(login) \(field)")])
        }
      } catch let error as CRMError where error.kind == .notPermitted { return false }
    }
    #expect(try changes("lan", .client, 1, "name"))
    #expect(try !changes("lan", .client, 2, "name"))
    #expect(try changes("lan", .job, 2, "name"))
    #expect(try !changes("lan", .job, 1, "name"))
    #expect(try changes("lan", .note, 2, "text"))
    #expect(try !changes("lan", .note, 1, "text"))
    #expect(try changes("minh", .job, 1, "name"))
    #expect(try changes("minh", .note, 1, "text"))
    #expect(try changes("tu", .job, 1, "name"))
    #expect(try changes("tu", .note, 1, "text"))
    #expect(try !changes("tu", .note, 2, "text"))
    #expect(try !changes("tu", .note, 3, "text"))
  }

  @Test func tellsCodeAndNameOfWhatHoldsARecord() throws {
    let paths = ["client", "client.name", "client.owner", "client.jobs_done"]
    try workshop.read(as: "minh") { reader in
      var query = Query(.job)
      query.ids = [1]
      try reader.rows(query, reader.columns(paths, of: .job)) { _, values in
        #expect(values == [.text("K000002"), .text("Của sếp"), .null, .null])
      }
    }
  }
}
