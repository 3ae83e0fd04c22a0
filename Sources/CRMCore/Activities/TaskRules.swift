import CRMEngine
import CRMValues

/// A task has performers, a beginning before its end, and a time at which it was done.
final class TaskRules: Rules {
  static let kind = Kind.task

  private unowned let writer: Writer
  private let activity: Activity
  private let status, start, due, finished: Int
  private let series: SeriesRules

  init(_ writer: Writer) throws {
    self.writer = writer
    activity = Activity(
      writer, customer: try TaskField.customer.position, about: try TaskField.about.position,
      owner: try TaskField.owner.position, performers: try TaskField.performers.position)
    status = try TaskField.status.position
    start = try TaskField.start.position
    due = try TaskField.due.position
    finished = try TaskField.finished.position
    series = SeriesRules(writer, .task, try TaskField.series())
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try activity.complete(&values, old, &changed)
    try series.complete(&values, old, &changed)
    if old == nil || changed.contains(due) { Activity.warn(ofPast: values[due], writer) }
  }

  func derive(_ values: inout [Value], _ old: Record?) throws {
    Activity.finish(
      &values, status: status, finished: finished, .task, at: writer.moment.now)
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try activity.check(values, changed)
    try series.series.check(values, changed)
    guard changed?.contains(where: { $0 == start || $0 == due }) ?? true,
      let begin = PlannedTime(values[start]), let end = PlannedTime(values[due])
    else { return }
    try Span.check(begin, end, Entity.task.fields[due].label, writer.moment.zone)
  }

  func follow(_ written: Written) throws { series.follow(written) }

  var pending: Int { series.pending }
  func settle() throws { try series.settle() }
  func begin() { series.begin() }
  func land() { series.land() }
  func takeBack() { series.takeBack() }
}
