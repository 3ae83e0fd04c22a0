import CRMValues
import Testing

@testable import CRMEngine

/// The engine keeps the records of a business it knows nothing of.
@Suite struct ToyStoreTests {
  let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func ids(_ kind: Kind, _ condition: String, as login: String = "boss") throws -> [Int64] {
    try workshop.read(as: login) { reader in
      var query = Query(kind)
      query.conditions = condition.isEmpty ? [] : [try Expression(parsing: condition)]
      return try reader.ids(query)
    }
  }

  @Test func addsEditsAndUndoes() throws {
    let (client, job) = try workshop.write { writer in
      let client = try writer.add(.client, ["name": .text("Sao Mai")])
      return (
        client, try writer.add(.job, ["client": .integer(client), "name": .text("Sửa máy")])
      )
    }
    func values() throws -> [Value?] {
      try workshop.read { reader in
        [
          try reader.record(.job, job)?["code"], try reader.record(.job, job)?["done"],
          try reader.record(.client, client)?["jobs_done"],
        ]
      }
    }
    #expect(try values() == [.text("V000001"), .integer(0), .integer(0)])
    try workshop.write { try $0.edit(.job, job, ["done": .integer(1)]) }
    #expect(try values() == [.text("V000001"), .integer(1), .integer(1)])
    try workshop.write { _ = try Undo.undo($0, nil, force: false) }
    #expect(try values() == [.text("V000001"), .integer(0), .integer(0)])
    #expect(throws: CRMError.self) {
      try workshop.write { try $0.edit(.job, job, ["hours": .integer(0)]) }
    }
  }

  @Test func filtersByFieldsPathsAndFigures() throws {
    try workshop.write { writer in
      for (number, name) in ["Sao Mai", "Đông Á", "Hòa Bình"].enumerated() {
        let client = try writer.add(.client, ["name": .text(name)])
        for hours in 0..<number {
          try writer.add(
            .job,
            [
              "client": .integer(client), "name": .text("Việc"),
              "hours": .integer(Int64(hours + 2)),
            ])
        }
      }
    }
    #expect(try ids(.client, "name ~ dong") == [2])
    #expect(try ids(.client, "jobs.count >= 1") == [2, 3])
    #expect(try ids(.client, "jobs.hours = 5") == [3])
    #expect(try ids(.job, "client.name ~ hoa and hours > 2") == [3])
  }

  /// A job goes to the trash with its client, and comes back with it; a note with either.
  @Test func belongsToSeveral() throws {
    let client = try workshop.write { writer in
      let client = try writer.add(.client, ["name": .text("Sao Mai")])
      let job = try writer.add(.job, ["client": .integer(client), "name": .text("Sửa máy")])
      try writer.add(.note, ["job": .integer(job), "text": .text("Gấp")])
      try writer.add(.note, ["client": .integer(client), "text": .text("Khó tính")])
      return client
    }
    let gone = try workshop.write { try $0.trash(.client, client) }
    #expect(gone == 4)
    #expect(try ids(.note, "") == [])
    let back = try workshop.write { try $0.restore(.client, client) }
    #expect(back == 4)
    #expect(try ids(.note, "") == [1, 2])
  }
}
