import CRMEngine
import CRMValues

/// What comes again: one record is stored, that of the next time; finishing or cancelling it stores
/// the one after (RULES 15.4).
///
/// What is changed of one time alone stands beside it, with what the series has.
package struct Series {
  /// Where the fields stand that a series is made of.
  struct Places {
    let at: Int
    /// The other times, which move along.
    let along: [Int]
    let status, rule, until, series, own: Int
    /// What each time has for itself.
    let fresh: [Int]
  }

  let entity: Entity
  let places: Places
  let moment: Moment

  init(_ entity: Entity, _ places: Places, _ moment: Moment) {
    self.entity = entity
    self.places = places
    self.moment = moment
  }

  /// Makes the series of a kind that comes again; nil of one that does not.
  package init?(_ entity: Entity, _ moment: Moment) throws {
    let places: Places?
    switch entity.kind {
    case .task: places = try TaskField.series()
    case .appointment: places = try AppointmentField.series()
    default: places = nil
    }
    guard let places else { return nil }
    self.init(entity, places, moment)
  }

  /// The rule of a record, with its end; nil of one that does not come again.
  package func rule(_ values: [Value]) -> Recurrence? {
    guard let rule = values[places.rule].text.flatMap({ Recurrence(storage: $0) }) else {
      return nil
    }
    guard let day = values[places.until].text.flatMap({ Day(iso: $0) }) else { return rule }
    return rule.ending(on: day)
  }

  /// Takes the end out of a typed rule, and keeps what one time alone has.
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int], isWhole: Bool)
    throws
  {
    if let rule = values[places.rule].text.flatMap({ Recurrence(storage: $0) }),
      let until = rule.until
    {
      set(places.until, .text(until.iso), &values, &changed)
      set(places.rule, .text(rule.ending(on: nil).storage), &values, &changed)
    }
    guard let old, !old.values[places.rule].isNull else { return }
    var kept = try own(values)
    for position in changed where isOfSeries(position) {
      if isWhole {
        kept[position] = nil
      } else if kept[position] == nil {
        kept[position] = old.values[position]
      }
    }
    for (position, value) in kept where values[position] == value { kept[position] = nil }
    set(places.own, text(kept), &values, &changed)
  }

  func check(_ values: [Value], _ changed: [Int]?) throws {
    let watched = [places.rule, places.until, places.at]
    guard changed?.contains(where: watched.contains) ?? true else { return }
    guard values[places.rule].text != nil else {
      guard !values[places.until].isNull else { return }
      throw SeriesErrors.untilAlone
    }
    guard let first = PlannedTime(values[places.at]) else {
      throw SeriesErrors.needsTime(entity.fields[places.at])
    }
    guard let until = values[places.until].text.flatMap({ Day(iso: $0) }) else { return }
    let day = first.day(in: moment.zone)
    if until < day { throw SeriesErrors.endsBefore(until, day) }
  }

  /// Returns the time that the rule has for a record, whatever this one has for itself.
  package func nominal(_ values: [Value]) throws -> PlannedTime? {
    PlannedTime(try own(values)[places.at] ?? values[places.at])
  }

  /// Returns when the time of the rule ends; nil where that is not known.
  package func nominalEnd(_ values: [Value]) throws -> PlannedTime? {
    guard let end = places.along.last, end != places.at else { return nil }
    return PlannedTime(try own(values)[end] ?? values[end])
  }

  /// Returns the id of the first of the series, by which all of it is known.
  package func firstID(_ record: Record, _ reader: Reader) throws -> Int64 {
    guard let code = record.values[places.series].text else { return record.id }
    return try reader.find(record.kind, code: code)?.id ?? record.id
  }

  /// Returns the times at which it comes after the stored one, from a day through another.
  func coming(
    _ values: [Value], in start: Day, through last: Day, limit: Int
  ) throws -> [PlannedTime] {
    guard let rule = rule(values), let first = try nominal(values) else { return [] }
    let day = first.day(in: moment.zone)
    let begin = max(start, day.adding(days: 1))
    guard begin <= last else { return [] }
    return rule.days(from: day, in: begin...last, limit: limit).map {
      moved(first, by: day.days(until: $0))
    }
  }

  /// What the series has where a record differs, by position.
  func own(_ values: [Value]) throws -> [Int: Value] {
    guard let text = values[places.own].text else { return [:] }
    var kept: [Int: Value] = [:]
    for change in try ChangeBody.readEdit(text, of: entity) { kept[change.position] = change.old }
    return kept
  }

  private func text(_ kept: [Int: Value]) -> Value {
    guard !kept.isEmpty else { return .null }
    return .text(
      ChangeBody.edit(
        kept.sorted { $0.key < $1.key }.map { (entity.fields[$0.key], $0.value, .null) }))
  }

  private func isOfSeries(_ position: Int) -> Bool {
    let field = entity.fields[position]
    return field.access == .editable && field.kind != .code && position != places.status
      && position != places.rule && position != places.until && !places.fresh.contains(position)
  }

  private func set(
    _ position: Int, _ value: Value, _ values: inout [Value], _ changed: inout [Int]
  ) {
    guard values[position] != value else { return }
    values[position] = value
    if !changed.contains(position) { changed.append(position) }
  }
}
