import CRMEngine
import CRMValues

/// From when till when something takes: beginning, end and length agree with each other.
struct Span {
  let start, end, duration: Int
  let zone: Zone

  /// Fills what follows from what is given; of what changes the rest goes along.
  ///
  /// - Parameter changed: what was given of a record that changes; nil for a new one.
  /// - Throws: ``CRMError`` where end and length contradict each other, or where a length has no
  ///   time of day to begin at.
  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    let given = old == nil ? [start, end, duration].filter { !values[$0].isNull } : changed
    guard given.contains(where: { [start, end, duration].contains($0) }),
      let begin = PlannedTime(values[start])
    else { return }
    func set(_ position: Int, _ value: Value) {
      guard values[position] != value else { return }
      values[position] = value
      changed.append(position)
    }
    if given.contains(duration), let length = values[duration].integer {
      guard let moment = begin.instant else { throw Span.needsTime }
      let last = PlannedTime.moment(Instant(seconds: moment.seconds + length))
      if given.contains(end), !values[end].isNull, PlannedTime(values[end]) != last {
        throw Span.contradicts
      }
      return set(end, .text(last.storage))
    }
    if given.contains(end) || given.contains(duration) {
      // One of them was emptied: what is left decides.
      guard let last = PlannedTime(values[end]), !(given.contains(duration) && old != nil) else {
        set(end, .null)
        return set(duration, .null)
      }
      return set(duration, Span.length(begin, last))
    }
    try move(from: old, to: begin, values, set)
  }

  /// A beginning that moves takes the end along.
  private func move(
    from old: Record?, to begin: PlannedTime, _ values: [Value], _ set: (Int, Value) -> Void
  ) throws {
    guard let old, let before = PlannedTime(old.values[start]),
      let last = PlannedTime(values[end])
    else { return }
    if let length = values[duration].integer, let moment = begin.instant {
      return set(end, .text(PlannedTime.moment(Instant(seconds: moment.seconds + length)).storage))
    }
    let days = before.day(in: zone).days(until: begin.day(in: zone))
    switch (begin, last) {
    case (.day, .day(let day)): set(end, .text(day.adding(days: days).iso))
    case (.moment, .moment), (.moment, .day), (.day, .moment):
      set(end, .null)
      set(duration, .null)
    }
  }

  func check(_ values: [Value], _ changed: [Int]?) throws {
    guard changed?.contains(where: { $0 == start || $0 == end }) ?? true,
      let begin = PlannedTime(values[start]), let last = PlannedTime(values[end])
    else { return }
    try Span.check(begin, last, Label("End", vi: "Kết thúc"), zone)
  }

  private static func length(_ begin: PlannedTime, _ end: PlannedTime) -> Value {
    guard let first = begin.instant, let last = end.instant, last >= first else { return .null }
    return .integer(last.seconds - first.seconds)
  }

  /// Refuses an end before its beginning. A day ends with its last moment.
  static func check(_ begin: PlannedTime, _ end: PlannedTime, _ name: Label, _ zone: Zone) throws {
    let isBefore: Bool
    if let first = begin.instant, let last = end.instant {
      isBefore = last < first
    } else {
      isBefore = end.day(in: zone) < begin.day(in: zone)
    }
    guard isBefore else { return }
    throw CRMError(
      .request,
      "\(name.en.lowercased()) \(end.text(in: zone, .en)) is before the start "
        + begin.text(in: zone, .en),
      vi: "\(name.vi.lowercased()) \(end.text(in: zone, .vi)) trước lúc bắt đầu "
        + begin.text(in: zone, .vi))
  }

  private static var needsTime: CRMError {
    CRMError(
      .request, "a duration needs a time of day to begin at",
      vi: "có thời lượng thì cần giờ bắt đầu",
      hints: [
        Label(
          "Write it with the day: --start '2026-12-01 9h'",
          vi: "Ghi cả giờ: --start '01/12/2026 9h'")
      ])
  }

  private static var contradicts: CRMError {
    CRMError(
      .request, "end and duration contradict each other: give one of them",
      vi: "kết thúc và thời lượng mâu thuẫn: chỉ ghi một trong hai")
  }
}

extension PlannedTime {
  /// Makes a time of the value of a field; nil for an empty one.
  package init?(_ value: Value) {
    guard let text = value.text else { return nil }
    self.init(storage: text)
  }
}

extension Activity {
  /// Says of a time that has gone by that it has; it is kept.
  static func warn(ofPast value: Value, _ writer: Writer) {
    guard !writer.isImporting, writer.drawsConsequences, let time = PlannedTime(value) else {
      return
    }
    let moment = writer.moment
    let isPast = time.instant.map { $0 < moment.now } ?? (time.day(in: moment.zone) < moment.today)
    guard isPast else { return }
    writer.note(
      Label(
        "\(time.text(in: moment.zone, .en)) has gone by; kept as it is.",
        vi: "\(time.text(in: moment.zone, .vi)) đã qua; vẫn giữ nguyên."))
  }
}
