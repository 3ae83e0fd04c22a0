/// A time of day as people say it: `14h`, `9h05`, `9 giờ 30`, `9 giờ rưỡi`, `2pm`, and whatever
/// `ClockTime` reads.
struct TimeOfDay: Hashable {
  /// The seconds since midnight.
  private(set) var seconds: Int
  /// The seconds east of UTC, nil when none were written.
  let offset: Int?

  /// Reads a time of day, nil for a text that has not its shape.
  ///
  /// - Throws: a `CRMError` of kind `request` for a time that no clock shows.
  init?(_ typed: String) throws {
    var words = folded(typed)
    if let clock = words.withUTF8({ ClockTime($0[...]) }) {
      (seconds, offset) = (clock.seconds, clock.offset)
      return
    }
    guard let seconds = try Self.read(timePieces(words)[...], typed) else { return nil }
    (self.seconds, offset) = (seconds, nil)
  }

  /// Moves the hour into the part of the day that was named with it.
  ///
  /// - Throws: a `CRMError` of kind `request` when the part has no such hour.
  mutating func move(to part: DayPart, typed: String) throws {
    let hour = seconds / 3600
    guard let moved = part.hour(hour) else {
      throw hour == 12 && (part == .night || part == .evening)
        ? CRMError.eitherMidnight(typed) : CRMError.wrongPart(typed, hour: hour, part)
    }
    seconds += (moved - hour) * 3600
  }

  private static func read(_ pieces: ArraySlice<TimePiece>, _ typed: String) throws -> Int? {
    var rest = pieces
    guard let written = takeNumber(&rest) else { return nil }
    var (minute, second) = (0, 0)
    var needsHalf = false
    if take(&rest, where: { $0 == .mark(":") }) {
      guard let number = takeNumber(&rest) else { return nil }
      minute = number
      if take(&rest, where: { $0 == .mark(":") }) {
        guard let number = takeNumber(&rest) else { return nil }
        second = number
      }
    } else if take(&rest, where: { $0.unit == .hour }) {
      if take(&rest, where: { $0 == .word("ruoi") }) {
        minute = 30
      } else if let number = takeNumber(&rest) {
        minute = number
        _ = take(&rest, where: { $0.unit == .minute })
      }
    } else {
      needsHalf = true
    }
    let half = rest.first.flatMap(Half.init)
    if half != nil { rest.removeFirst() }
    guard rest.isEmpty, half != nil || !needsHalf else { return nil }
    guard minute < 60 else { throw CRMError.noMinute(typed, minute) }
    guard second <= 60 else { throw CRMError.noSecond(typed, second) }
    guard let hour = half.map({ $0.hour(written) }) ?? written else {
      throw CRMError.wrongHalf(typed)
    }
    guard hour < 24 else { throw CRMError.noHour(typed, hour) }
    return hour * 3600 + minute * 60 + min(second, 59)  // a leap second
  }

  private static func takeNumber(_ rest: inout ArraySlice<TimePiece>) -> Int? {
    guard case .number(let digits) = rest.first, digits.utf8.count <= 4,
      let number = Int(digits)
    else { return nil }
    rest.removeFirst()
    return number
  }

  private static func take(
    _ rest: inout ArraySlice<TimePiece>, where matches: (TimePiece) -> Bool
  ) -> Bool {
    guard let first = rest.first, matches(first) else { return false }
    rest.removeFirst()
    return true
  }

  /// A half of the day, in English or as Vietnamese spreadsheets write it.
  private enum Half {
    case beforeNoon, afterNoon

    init?(_ piece: TimePiece) {
      switch piece {
      case .word("am"), .word("sa"): self = .beforeNoon
      case .word("pm"), .word("ch"): self = .afterNoon
      default: return nil
      }
    }

    func hour(_ hour: Int) -> Int? {
      guard (1...12).contains(hour) else { return nil }
      return hour % 12 + (self == .afterNoon ? 12 : 0)
    }
  }
}

extension TimePiece {
  fileprivate var unit: TimeUnit? {
    guard case .word(let word) = self else { return nil }
    return TimeUnit(word)
  }
}
