extension TimeSpan {
  /// Reads a length of time as people write it, case and marks ignored.
  ///
  /// Accepted are numbers with units, the greater first: `45p`, `45m`, `45 phút`, `1h30p`,
  /// `1h 30m`, `2 giờ`, `2 tiếng`, `90s`, `90 giây`, `2d`, `2 ngày`; behind hours a number
  /// without unit is minutes, behind minutes seconds: `1h30`, `3p20`; one number may have
  /// decimals, `1,5h`, or a half behind it, `1 giờ rưỡi`; `1:30:00` is hours, minutes and
  /// seconds. A number alone, and two with a colon, can mean several things and are refused.
  ///
  /// - Throws: a `CRMError` of kind `request` for what is no length of time, is below zero, has
  ///   parts of a second, or is too long.
  public static func parse(_ text: String) throws -> TimeSpan {
    let typed = cleaned(text)
    do throws(TimeSpanFailure) {
      return try read(folded(typed))
    } catch {
      throw error.described(typed)
    }
  }

  /// Reads a folded text whose units are at most the given one.
  static func read(
    _ folded: String, upTo largest: TimeUnit = .day
  ) throws(TimeSpanFailure) -> TimeSpan {
    guard folded.utf8.count < 100 else { throw .unreadable }
    guard !folded.hasPrefix("-"), !folded.hasPrefix("\u{2212}") else { throw .negative }
    var pieces = timePieces(folded)[...]
    if pieces.contains(.mark(":")) { return try readColons(pieces) }
    guard !pieces.isEmpty else { throw .unreadable }
    let isOneNumber = pieces.count <= 2
    var seconds: Int64 = 0
    var before: TimeUnit?
    while !pieces.isEmpty {
      guard case .number(let digits) = pieces.removeFirst() else { throw .unreadable }
      let number = try decimal(digits)
      guard number.decimals == 0 || isOneNumber else { throw .unreadable }
      let unit = try takeUnit(&pieces, behind: before)
      guard unit <= largest, before.map({ unit < $0 }) ?? true else { throw .unreadable }
      guard !number.isAmbiguous else { throw .ambiguous }
      let part = try length(number, unit)
      if let before, part >= before.rawValue { throw .overfull }
      try add(part, to: &seconds)
      if pieces == [.word("ruoi")], unit > .second {
        pieces.removeFirst()
        try add(unit.rawValue / 2, to: &seconds)
      }
      before = unit
    }
    return TimeSpan(checked: seconds)
  }

  /// Takes the unit of a number, which is understood behind hours and minutes.
  private static func takeUnit(
    _ pieces: inout ArraySlice<TimePiece>, behind before: TimeUnit?
  ) throws(TimeSpanFailure) -> TimeUnit {
    guard let piece = pieces.popFirst() else {
      guard let before else { throw .withoutUnit }
      guard let unit = before.next else { throw .unreadable }
      return unit
    }
    guard case .word(let word) = piece, let unit = TimeUnit(word) else { throw .unreadable }
    return unit
  }

  /// Reads hours, minutes and seconds between colons.
  private static func readColons(
    _ pieces: ArraySlice<TimePiece>
  ) throws(TimeSpanFailure) -> TimeSpan {
    var numbers: [(value: NumberText, length: Int)] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .number(let digits) where index % 2 == 0 && digits.allSatisfy(\.isWholeNumber):
        numbers.append((try decimal(digits), digits.count))
      case .mark(":") where index % 2 == 1: continue
      default: throw .unreadable
      }
    }
    guard pieces.count % 2 == 1, numbers.dropFirst().allSatisfy({ $0.length == 2 }) else {
      throw .unreadable
    }
    guard numbers.count == 3 else { throw numbers.count == 2 ? .colon : .unreadable }
    guard numbers.dropFirst().allSatisfy({ $0.value.digits < 60 }) else { throw .overfull }
    var seconds: Int64 = 0
    try add(length(numbers[0].value, .hour), to: &seconds)
    try add(length(numbers[1].value, .minute), to: &seconds)
    try add(length(numbers[2].value, .second), to: &seconds)
    return TimeSpan(checked: seconds)
  }

  private static func decimal(_ digits: String) throws(TimeSpanFailure) -> NumberText {
    do throws(NumberText.Failure) {
      return try NumberText(digits.utf8)
    } catch {
      throw error == .tooLong ? .tooLong : .unreadable
    }
  }

  private static func length(
    _ number: NumberText, _ unit: TimeUnit
  ) throws(TimeSpanFailure) -> Int64 {
    let whole: UInt64?
    do throws(NumberText.Failure) {
      whole = try number.whole(times: UInt64(unit.rawValue))
    } catch {
      throw .tooLong
    }
    guard let whole else { throw .fraction }
    guard let seconds = Int64(exactly: whole) else { throw .tooLong }
    return seconds
  }

  private static func add(_ part: Int64, to seconds: inout Int64) throws(TimeSpanFailure) {
    let (sum, overflow) = seconds.addingReportingOverflow(part)
    if overflow { throw .tooLong }
    seconds = sum
  }
}
