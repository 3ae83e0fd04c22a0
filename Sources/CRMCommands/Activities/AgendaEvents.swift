import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// What an agenda holds as events of a calendar.
struct AgendaEvents {
  private let session: Session
  private let reader: Reader
  private let lines: AgendaLines
  private let reminders: ReminderEvents

  init(_ session: Session, _ reader: Reader) throws {
    self.session = session
    self.reader = reader
    lines = AgendaLines(session, reader, session.style(.table))
    reminders = try ReminderEvents(reader, session.language)
  }

  func write(_ item: AgendaRows.Item, _ calendar: CalendarWriter) throws {
    switch item {
    case .birthday(let reminder): try calendar.write(reminders.event(reminder))
    // Those to come are said by the rule of the stored one.
    case .entry(let entry) where entry.isComing: break
    case .entry(let entry): try write(entry, try lines.line(item), calendar)
    }
  }

  private func write(
    _ entry: Agenda.Entry, _ line: AgendaLines.Line, _ calendar: CalendarWriter
  ) throws {
    let entity = reader.entity(entry.kind)
    guard let record = try reader.record(entry.kind, entry.id) else { return }
    let about = [line.customerName, line.customer.map { "(\($0))" }].compactMap(\.self)
    let summary = [line.text, about.joined(separator: " ")].filter { !$0.isEmpty }
      .joined(separator: " · ")
    let phones = line.phones.map { Phone.split($0).map(Phone.dialable).joined(separator: "; ") }
    let text = ["description", "content"].first { entity.field($0) != nil }
    let details = [line.code] + [phones, text.flatMap { record[$0].text }].compactMap(\.self)
    let end = entity.schedule?.until.flatMap { record[$0].text }.flatMap(PlannedTime.init(storage:))
    func event(_ uid: String, at time: PlannedTime, until end: PlannedTime?) -> CalendarEvent {
      var event = CalendarEvent(
        uid: uid, at: time, summary: "\(session.text(line.label)): \(summary)", details: details)
      event.end = end
      event.isBusy = entity.schedule?.until != nil
      return event
    }
    guard let series = try Series(entity, session.moment), let rule = series.rule(record.values),
      let nominal = try series.nominal(record.values)
    else {
      return try calendar.write(
        event(reminders.uid(entry.kind.rawValue, entry.id), at: entry.time, until: end))
    }
    // All of a series are one event, however many of it were finished.
    let uid = reminders.uid(entry.kind.rawValue, try series.firstID(record, reader))
    var master = event(uid, at: nominal, until: try series.nominalEnd(record.values))
    master.rule = rule.rule(for: nominal)
    try calendar.write(master)
    guard nominal != entry.time || master.end != end else { return }
    var own = event(uid, at: entry.time, until: end)
    own.replaces = nominal
    try calendar.write(own)
  }
}
