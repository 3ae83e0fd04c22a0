import CRMValues
import Testing

@testable import CRMEngine

/// Notifications of kinds nobody knows: whom a record comes to name, and what is refused midway.
@Suite struct ToyNotificationTests {
  let workshop: Workshop
  let client: Int64

  init() throws {
    workshop = try Workshop()
    client = try workshop.write { try $0.add(.client, ["name": .text("Sao Mai")]) }
  }

  private func told(_ login: String) throws -> [String] {
    try workshop.read(as: login) { reader in
      try NotificationLog.list(reader, NotificationCriteria()).map {
        "\($0.event.rawValue) \($0.kind) \($0.record ?? 0) \($0.count)"
      }
    }
  }

  /// Each performer is told once, when first named.
  @Test func tellsPerformers() throws {
    let users = try ["lan", "minh"].map(workshop.user)
    let job = try workshop.write { writer in
      try writer.add(
        .job, ["client": .integer(client), "name": .text("A"), "crew": .list([users[0]])])
    }
    try workshop.write { try $0.edit(.job, job, ["crew": .list(users.sorted())]) }
    #expect(try told("lan") == ["performer job 1 1"])
    #expect(try told("minh") == ["performer job 1 1"])
    // Who takes a job for themselves knows it.
    let tu = try workshop.user("tu")
    try workshop.write(as: "tu") { try $0.edit(.job, job, ["crew": .list([tu])]) }
    #expect(try told("tu") == [])
  }

  /// What is refused midway is told to nobody, whatever else of the operation lands.
  @Test func tellsNothingOfWhatIsTakenBack() throws {
    let lan = try workshop.user("lan")
    try workshop.write { writer in
      func add(_ name: String, _ refused: Bool) throws {
        try writer.asAWhole {
          try writer.add(
            .job,
            ["client": .integer(client), "name": .text(name), "owner": .integer(lan)])
          if refused { throw CRMError(.request, "no", vi: "không") }
        }
      }
      try add("A", false)
      #expect(throws: CRMError.self) { try add("B", true) }
    }
    #expect(try told("lan") == ["hand-over job 1 1"])
  }

  /// Of somebody who is named twice over, by themselves and by a group, records are counted once.
  @Test func countsEachRecordOnce() throws {
    let lan = try workshop.user("lan")
    try workshop.write { writer in
      let group = try writer.add(.userGroup, ["name": .text("Nhóm"), "members": .list([lan])])
      for (id, recipient) in [
        (client, Principal.user(lan)), (client, .group(group)), (client, .everybody),
      ] { writer.tell(.notice, .client, id, to: recipient) }
    }
    #expect(try told("lan") == ["notice client 1 1"])
    #expect(try told("minh") == ["notice client 1 1"])
    #expect(try told("boss") == [])
  }
}
