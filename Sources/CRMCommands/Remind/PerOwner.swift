import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `--per-owner` of the reminders: one block a person, or rows with the person's address.
struct PerOwner {
  static let option = Option(
    "per-owner",
    Label(
      "One block a person; with --format each row with name and email of whose it is",
      vi: "Mỗi người một phần; với --format thì mỗi dòng có tên và email của người được nhắc"),
    heading: Label("Output", vi: "Kết quả"))

  /// A row and the logins of those whose it is; nobody's where there is none.
  struct Row {
    let owners: [String]
    let values: [Value]
  }

  private static let columns = [
    RowColumn("person", .text, Label("Person", vi: "Người được nhắc")),
    RowColumn("person_name", .text, Label("Name", vi: "Họ tên")),
    RowColumn("person_email", .emails, Label("Email", vi: "Email")),
  ]

  private let session: Session
  private let reader: Reader

  init(_ session: Session, _ reader: Reader) {
    self.session = session
    self.reader = reader
  }

  /// Writes the rows, by person where that was asked for; nothing at all where there are none.
  func put(_ rows: [Row], _ columns: [RowColumn], key: String, title: Label) throws {
    guard !rows.isEmpty else { return RemindCommands.sayNothingDue(session) }
    let form = try session.outputForm(forPeople: true)
    guard session.invocation.declares("per-owner"), session.invocation.has("per-owner") else {
      return try session.putRows(
        rows.map(\.values), columns, key: key, title: title, form: form)
    }
    let people = try people(rows)
    guard form == .table else {
      let all = people.flatMap { person in person.rows.map { person.values + $0 } }
      return try session.putRows(
        all, PerOwner.columns + columns, key: key, title: title, form: form)
    }
    for (place, person) in people.enumerated() {
      if place > 0 { try session.put("") }
      try session.put(person.heading)
      try session.putRows(person.rows, columns, key: key, title: title, form: form)
    }
  }

  private struct Person {
    let values: [Value]
    let heading: String
    var rows: [[Value]]
  }

  /// The people in the order of their logins; what is nobody's comes last.
  private func people(_ rows: [Row]) throws -> [Person] {
    var byLogin: [String: [[Value]]] = [:]
    for row in rows {
      for owner in row.owners.isEmpty ? [""] : row.owners {
        byLogin[owner, default: []].append(row.values)
      }
    }
    let logins = byLogin.keys.sorted { $0.isEmpty == $1.isEmpty ? $0 < $1 : !$0.isEmpty }
    return try logins.map { login in
      let rows = byLogin[login] ?? []
      guard !login.isEmpty else {
        let nobody = session.text(Label("Nobody's", vi: "Chưa có chủ sở hữu"))
        return Person(values: [.null, .null, .null], heading: nobody, rows: rows)
      }
      let user = try reader.find(.user, code: login).flatMap { try reader.record(.user, $0.id) }
      let (name, email) = (user?["name"].text, user?["emails"].text)
      var heading = name.map { $0 == login ? login : "\($0) (\(login))" } ?? login
      if let email { heading += " <\(email)>" }
      return Person(
        values: [.text(login), name.map(Value.text) ?? .null, email.map(Value.text) ?? .null],
        heading: heading, rows: rows)
    }
  }
}
