/// Whom an operation tells of what, gathered while records are written.
struct NotedNotifications {
  /// Records of one kind of which somebody is told one thing.
  struct Subject: Hashable {
    let event: NotificationEvent
    let kind: Kind
    let recipient: Principal
  }

  /// In the order in which each was met first.
  private(set) var subjects: [Subject] = []
  private(set) var records: [Subject: IDSet] = [:]
  /// What is said beside it: the reason of a submission or a decision.
  private(set) var texts: [Subject: String] = [:]
  /// Told to users before, by number, of which the actor takes note.
  var read: Set<Int64> = []
  /// Records that wait for nobody's decision any more, whoever was asked.
  var answered: [(kind: Kind, id: Int64)] = []
  /// What was noted since ``begin()``, which may be taken back.
  private var fresh: [(subject: Subject, id: Int64)]?
  /// What was said and answered before ``begin()``.
  private var before: (texts: [Subject: String], answered: Int) = ([:], 0)

  mutating func note(_ subject: Subject, _ id: Int64, text: String? = nil) {
    if let text { texts[subject] = text }
    if records[subject] == nil { subjects.append(subject) }
    if records[subject, default: IDSet()].insert(id) { fresh?.append((subject, id)) }
  }

  mutating func begin() {
    fresh = []
    before = (texts, answered.count)
  }

  mutating func land() { fresh = nil }

  /// Forgets what was noted since ``begin()``.
  mutating func takeBack() {
    for (subject, id) in fresh ?? [] { records[subject]?.remove(id) }
    texts = before.texts
    answered.removeLast(answered.count - before.answered)
    fresh = nil
  }
}
