import CRMCore
import CRMEngine
import CRMValues

/// Which notifications the options of `crm notification list` ask for.
struct NotificationWish {
  let isImportant: Bool
  /// The words of the events; nil for all.
  let events: Set<String>?
  let kind: Kind?
  /// The login of who did it.
  let from: String?
  let dates: String?
  let includesRead: Bool
  private let days: Bounds<Day>?

  /// All that is new, or of it what is important.
  init(important isImportant: Bool = false) {
    self.isImportant = isImportant
    (events, kind, from, dates) = (nil, nil, nil, nil)
    (includesRead, days) = (false, nil)
  }

  init(_ session: Session, _ reader: Reader) throws {
    let invocation = session.invocation
    isImportant = invocation.has("important")
    events = invocation.has("event") ? Set(try invocation.choices("event")) : nil
    kind = try invocation.value("kind").map(Nouns.kind)
    dates = invocation.value("dates")
    days = try dates.map { try parseDayRange($0, today: session.moment.today) }
    includesRead = invocation.has("all")
    from = try invocation.value("from").map { text in
      // Who did something need not be a user, such as an administrator of the machine.
      let login = cleaned(text)
      var known = NotificationCriteria()
      (known.from, known.includesRead) = (login, true)
      if try reader.resolve(.user, login).isEmpty,
        try !NotificationLog.list(reader, known).isEmpty
      {
        return login
      }
      return try reader.label(.user, try reader.one(.user, login))
    }
  }

  /// Whether what somebody did at a moment, in seconds since 1970 UTC, is wanted.
  func covers(_ time: Int64, from actor: String, _ zone: Zone) -> Bool {
    if let from, folded(from) != folded(actor) { return false }
    if let first = days?.lower, time < Instant.startOfDay(first, in: zone).seconds { return false }
    guard let last = days?.upper else { return true }
    return time < Instant.startOfDay(last.adding(days: 1), in: zone).seconds
  }

  /// What is asked of the notifications that operations leave; nil where none are.
  var criteria: NotificationCriteria? {
    var criteria = NotificationCriteria()
    criteria.kind = kind
    criteria.from = from
    criteria.days = days
    criteria.includesRead = includesRead
    let wanted = NotificationEvent.allCases.filter { event in
      (events?.contains(event.rawValue) ?? true) && (!isImportant || event.isImportant)
    }
    if wanted.count < NotificationEvent.allCases.count { criteria.events = wanted }
    return wanted.isEmpty ? nil : criteria
  }
}
