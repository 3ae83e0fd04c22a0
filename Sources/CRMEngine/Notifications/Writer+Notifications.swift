import CRMValues

extension Writer {
  /// Tells users something of a record, once the operation lands; the actor is told nothing.
  ///
  /// - Parameter text: what is said beside it.
  package func tell(
    _ event: NotificationEvent, _ kind: Kind, _ id: Int64, to recipient: Principal,
    text: String? = nil
  ) {
    guard drawsConsequences else { return }
    notifications.note(
      NotedNotifications.Subject(event: event, kind: kind, recipient: recipient), id, text: text)
  }

  /// Notes whom a written record has come to name: an owner, a performer, a viewer. What comes back
  /// from the trash or by an undo was told before.
  func noteNamed(_ statements: KindStatements, id: Int64, old: Record?, new: [Value]?, isNew: Bool)
  {
    guard drawsConsequences, let new, isNew || old != nil else { return }
    for (position, event) in statements.toldPositions {
      let (before, now) = (old?.values[position] ?? .null, new[position])
      guard before != now else { continue }
      for user in now.users where user != actor.user && !before.users.contains(user) {
        tell(event, statements.entity.kind, id, to: .user(user))
      }
    }
  }

  /// Writes a row for each recipient, event and kind of the operation, whose own row stands by now:
  /// it names the record where it is one, else how many there are.
  func writeNotifications() throws {
    guard !notifications.subjects.isEmpty else { return }
    let next = try cache.statement(
      "SELECT coalesce(max(number), 0) + 1 FROM notification WHERE recipient = ?")
    let row = try cache.statement("INSERT INTO notification VALUES (?,?,?,?,?,?,?,?,NULL)")
    for told in try recipients() {
      next.bind(1, told.user)
      row.bind(1, told.user)
      row.bind(2, try next.firstInteger() ?? 1)
      row.bind(3, operation)
      row.bind(4, told.event.rawValue)
      row.bind(5, told.kind.number)
      row.bind(6, told.records.count == 1 ? told.records.first.map(Value.integer) ?? .null : .null)
      row.bind(7, Int64(told.records.count))
      row.bind(8, told.text.map(Value.text) ?? .null)
      try row.run()
    }
  }

  private struct Told {
    let user: Int64
    let event: NotificationEvent
    let kind: Kind
    var records: IDSet
    var text: String?
  }

  /// Who is told of which records: the active users whom the recipients stand for, each once for
  /// whatever they are.
  private func recipients() throws -> [Told] {
    var told: [Told] = []
    var places: [NotedNotifications.Subject: Int] = [:]
    for subject in notifications.subjects {
      guard let records = notifications.records[subject], records.count > 0 else { continue }
      for user in try members(of: subject.recipient) where user != actor.user {
        let own = NotedNotifications.Subject(
          event: subject.event, kind: subject.kind, recipient: .user(user))
        if let place = places[own] {
          told[place].records.formUnion(records)
          told[place].text = told[place].text ?? notifications.texts[subject]
        } else {
          places[own] = told.count
          told.append(
            Told(
              user: user, event: subject.event, kind: subject.kind, records: records,
              text: notifications.texts[subject]))
        }
      }
    }
    return told
  }
}

extension Value {
  /// The users that a field names.
  fileprivate var users: [Int64] { integer.map { [$0] } ?? list }
}
