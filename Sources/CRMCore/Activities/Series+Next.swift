import CRMEngine
import CRMValues

extension Series {
  /// Returns the record of the next time that has not gone by, as it is to be stored; nil where the
  /// series has ended.
  func next(_ values: [Value], code: String) throws -> [Value]? {
    guard var rule = rule(values), let first = try nominal(values) else { return nil }
    let start = first.day(in: moment.zone)
    var day = start
    repeat {
      // Without a count those that went by need not be gone through.
      let after = rule.count == nil ? max(day, moment.today.adding(days: -1)) : day
      guard let next = rule.next(after: after, from: day), let rest = rule.afterOne() else {
        return nil
      }
      (day, rule) = (next, rest)
    } while day < moment.today
    var new = values
    for (position, value) in try own(values) { new[position] = value }
    let days = start.days(until: day)
    for position in [places.at] + places.along {
      guard let time = PlannedTime(new[position]) else { continue }
      new[position] = .text(moved(time, by: days).storage)
    }
    for (position, field) in entity.fields.enumerated()
    where field.access != .editable || field.kind == .code || places.fresh.contains(position) {
      new[position] = field.isLinked ? .list([]) : .null
    }
    new[places.status] = .null
    new[places.rule] = .text(rule.ending(on: nil).storage)
    new[places.series] = values[places.series].isNull ? .text(code) : values[places.series]
    return new
  }

  /// The same time of the day so many days later, by the clocks of the zone.
  func moved(_ time: PlannedTime, by days: Int) -> PlannedTime {
    switch time {
    case .day(let day): return .day(day.adding(days: days))
    case .moment(let instant):
      let (day, second) = instant.local(in: moment.zone)
      let local = Int64(day.adding(days: days).ordinal) * 86_400 + Int64(second)
      return .moment(Instant(seconds: moment.zone.moment(ofLocal: local)))
    }
  }
}
