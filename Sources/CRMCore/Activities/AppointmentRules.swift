import CRMEngine
import CRMValues

/// An appointment takes its time, and is a contact with its customer once it has taken place.
final class AppointmentRules: Rules {
  static let kind = Kind.appointment

  private unowned let writer: Writer
  private let activity: Activity
  private let span: Span
  private let status, finished: Int
  private let series: SeriesRules

  init(_ writer: Writer) throws {
    self.writer = writer
    activity = Activity(
      writer, customer: try AppointmentField.customer.position,
      about: try AppointmentField.about.position, owner: try AppointmentField.owner.position,
      performers: try AppointmentField.performers.position)
    span = Span(
      start: try AppointmentField.start.position, end: try AppointmentField.end.position,
      duration: try AppointmentField.duration.position, zone: writer.moment.zone)
    status = try AppointmentField.status.position
    finished = try AppointmentField.finished.position
    series = SeriesRules(writer, .appointment, try AppointmentField.series())
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try activity.complete(&values, old, &changed)
    try span.complete(&values, old, &changed)
    try series.complete(&values, old, &changed)
    let isOpen =
      values[status].isNull || Entity.appointment.fields[status].means(.open, values[status])
    if isOpen, old == nil || changed.contains(span.start) {
      Activity.warn(ofPast: values[span.start], writer)
    }
  }

  func derive(_ values: inout [Value], _ old: Record?) throws {
    Activity.finish(
      &values, status: status, finished: finished, .appointment, at: writer.moment.now)
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try activity.check(values, changed)
    try span.check(values, changed)
    try series.series.check(values, changed)
  }

  func follow(_ written: Written) throws {
    series.follow(written)
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[activity.customer].integer, written.becomes(.done, status)
    else { return }
    let day = PlannedTime(new[span.start])?.day(in: writer.moment.zone)
    try writer.rules(CustomerRules.self).contact(id, on: day?.iso)
  }

  var pending: Int { series.pending }
  func settle() throws { try series.settle() }
  func begin() { series.begin() }
  func land() { series.land() }
  func takeBack() { series.takeBack() }
}
