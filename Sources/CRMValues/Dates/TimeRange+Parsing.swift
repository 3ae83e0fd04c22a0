extension TimeRange {
  /// Reads a range of times. Both ends belong to it.
  ///
  /// Accepted are the ranges of `parseDayRange`, whose ends may be times, too, as
  /// ``PlannedTime/parse(_:now:today:in:)`` reads them: `2026-12-01 14:00..mai 9h`, `>= now`,
  /// `<+3h`. A time without seconds is the whole minute.
  ///
  /// - Throws: a `CRMError` of kind `request` for what is no range of times.
  public static func parse(
    _ text: String, now: Instant, today: Day, in zone: Zone
  ) throws -> TimeRange {
    func piece(_ text: String) throws -> Piece {
      try Piece(text, now: now, today: today, in: zone)
    }
    switch try RangeShape(text) {
    case .single(let value):
      let piece = try piece(value)
      return TimeRange(from: piece.first, through: piece.last)
    case .below(let value, let included):
      let piece = try piece(value)
      return TimeRange(through: included ? piece.last : piece.before)
    case .above(let value, let included):
      let piece = try piece(value)
      return TimeRange(from: included ? piece.first : piece.after)
    case .between(let lower, let upper):
      let (first, last) = (try lower.map(piece)?.first, try upper.map(piece)?.last)
      if let first, let last, first.start(in: zone) > last.end(in: zone) {
        throw CRMError.backwardRange(text)
      }
      return TimeRange(from: first, through: last)
    }
  }

  /// What is typed as one end: whole days, or the seconds of a minute.
  private enum Piece {
    case days(ClosedRange<Day>)
    case moments(ClosedRange<Instant>)

    init(_ text: String, now: Instant, today: Day, in zone: Zone) throws {
      if let days = try namedPeriod(text, today: today) {
        self = .days(days)
        return
      }
      switch try PlannedTime.parse(text, now: now, today: today, in: zone) {
      case .day(let day): self = .days(day...day)
      case .moment(let moment):
        let isWholeMinute = moment.seconds % 60 == 0 && text.count { $0 == ":" } < 2
        let last = isWholeMinute ? Instant(seconds: moment.seconds + 59) : moment
        self = .moments(moment...last)
      }
    }

    var first: End {
      switch self {
      case .days(let days): .day(days.lowerBound)
      case .moments(let moments): .moment(moments.lowerBound, isIncluded: true)
      }
    }

    var last: End {
      switch self {
      case .days(let days): .day(days.upperBound)
      case .moments(let moments): .moment(moments.upperBound, isIncluded: true)
      }
    }

    /// The last times before it.
    var before: End {
      switch self {
      case .days(let days): .day(days.lowerBound.adding(days: -1))
      case .moments(let moments): .moment(moments.lowerBound, isIncluded: false)
      }
    }

    /// The first times behind it.
    var after: End {
      switch self {
      case .days(let days): .day(days.upperBound.adding(days: 1))
      case .moments(let moments): .moment(moments.upperBound, isIncluded: false)
      }
    }
  }
}

extension TimeRange.End {
  fileprivate func start(in zone: Zone) -> Instant {
    switch self {
    case .day(let day): .startOfDay(day, in: zone)
    case .moment(let moment, _): moment
    }
  }

  fileprivate func end(in zone: Zone) -> Instant {
    switch self {
    case .day(let day): .startOfDay(day.adding(days: 1), in: zone)
    case .moment(let moment, _): moment
    }
  }
}
