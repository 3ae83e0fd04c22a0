import CRMValues
import Foundation

@testable import CRMEngine

/// Three kinds of a business of its own: a workshop with clients, jobs that several people work
/// on, and notes on either.
extension Kind {
  static let client = Kind(101, "client")
  static let job = Kind(102, "job")
  static let note = Kind(103, "note")
}

extension Entity {
  static let client = Entity(
    .client, Label("Client", vi: "Khách"), plural: Label("Clients", vi: "Khách"), codePrefix: "K",
    fields: [
      Field("name", .text, Label("Name", vi: "Tên"), required: true),
      Field("jobs_done", .integer, Label("Jobs done", vi: "Việc đã xong"), access: .computed),
    ],
    traits: [.owned], search: ["name"], listed: ["code", "name"])

  static let job = Entity(
    .job, Label("Job", vi: "Việc"), plural: Label("Jobs", vi: "Việc"), codePrefix: "V",
    fields: [
      Field("client", .reference(.client), Label("Client", vi: "Khách"), belongs: true),
      Field("name", .text, Label("Name", vi: "Tên việc"), required: true),
      Field("hours", .integer, Label("Hours", vi: "Số giờ")),
      Field("done", .flag, Label("Done", vi: "Đã xong"), defaultValue: "0"),
      Field("crew", .references(.user), Label("Crew", vi: "Người làm"), road: .performer),
    ],
    traits: [.owned, .tagged], listed: ["code", "name", "hours"])

  static let note = Entity(
    .note, Label("Note", vi: "Ghi chú"), plural: Label("Notes", vi: "Ghi chú"), codePrefix: "G",
    fields: [
      Field("client", .reference(.client), Label("Client", vi: "Khách"), belongs: true),
      Field("job", .reference(.job), Label("Job", vi: "Việc"), belongs: true),
      Field("text", .longText, Label("Text", vi: "Nội dung"), required: true),
    ],
    nameField: "code", listed: ["code", "text"])
}

/// A job takes at least an hour; one that is done counts for its client.
final class JobRules: Rules {
  static let kind = Kind.job

  private unowned let writer: Writer
  private var clients: Set<Int64> = []

  init(_ writer: Writer) { self.writer = writer }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    guard let hours = values[Entity.job.place(of: "hours")].integer, hours < 1 else { return }
    throw CRMError(.request, "a job takes at least an hour", vi: "việc phải mất ít nhất một giờ")
  }

  func follow(_ written: Written) throws {
    let place = Entity.job.place(of: "client")
    for values in [written.old?.values, written.new] {
      if let client = values?[place].integer { clients.insert(client) }
    }
  }

  var pending: Int { clients.count }

  func settle() throws {
    let update = try writer.cache.statement(
      "UPDATE client SET jobs_done = (SELECT count(*) FROM job WHERE client = client.id "
        + "AND done = 1 AND deleted IS NULL) WHERE id = ?")
    for client in clients {
      update.bind(1, client)
      try update.run()
    }
    clients = []
  }
}

extension Catalogue {
  static let toy = Catalogue(toyKinds)

  private static var toyKinds: [Listed] {
    [
      .customField, .unit, .role, .roleRight, .user, .userGroup, .tag,
      Listed(.client, .client), Listed(.job, .job, rules: JobRules.self), Listed(.note, .note),
      .view, .importMapping, .share, .setting,
    ]
  }
}

/// A store of the toy kinds in a temporary file, gone with the last reference to it.
final class Workshop {
  static let moment = Moment(
    now: Instant(seconds: 1_795_316_400),
    today: Instant(seconds: 1_795_316_400).day(in: .vietnam), zone: .vietnam)

  let store: Store
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "crm-engine-\(UUID().uuidString)"
    store = try Store.create(
      .toy, at: folder + "/toy.db", as: Actor(login: "boss"), at: Workshop.moment
    ) { writer in
      for login in ["boss", "lan", "minh", "tu"] {
        try writer.add(.user, ["code": .text(login), "name": .text(login)])
      }
    }
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func read<T>(as login: String = "boss", _ body: (Reader) throws -> T) throws -> T {
    try store.read(as: Actor(login: login), at: Workshop.moment, body)
  }

  @discardableResult
  func write<T>(as login: String = "boss", _ body: (Writer) throws -> T) throws -> T {
    try store.write(as: Actor(login: login), command: "toy", at: Workshop.moment, body)
  }

  func user(_ login: String) throws -> Int64 { try read { try $0.one(.user, login) } }
}

extension Writer {
  @discardableResult
  func add(_ kind: Kind, _ named: [String: Value]) throws -> Int64 {
    try add(kind, entity(kind).values(named))
  }

  @discardableResult
  func edit(_ kind: Kind, _ id: Int64, _ named: [String: Value]) throws -> Bool {
    let entity = entity(kind)
    return try edit(
      kind, id, named.sorted { $0.key < $1.key }.map { (entity.place(of: $0.key), $0.value) })
  }
}
