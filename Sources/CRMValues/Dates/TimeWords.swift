/// The words of a day with a time of day, before it is known which say the one and which the
/// other.
struct TimeWords {
  private let typed: String
  private var words: [Substring]
  /// The part of the day that one of the words named, wherever it stood: `sáng mai 9h`.
  private var part: DayPart?

  /// Parts a text into words, without those that only lead to a time (`lúc`, `at`).
  init(_ typed: String) {
    self.typed = typed
    words = typed.split(whereSeparator: \.isWhitespace)
    words.removeAll { ["luc", "at"].contains(folded(String($0))) }
    partDateAndTime()
    guard let index = words.indices.first(where: isPart) else { return }
    part = DayPart(String(words.remove(at: index)))
    if index > 0, folded(String(words[index - 1])) == "buoi" { words.remove(at: index - 1) }
  }

  /// Tells whether a word names a part of the day. Without its mark `toi` does so before
  /// everything else and behind a time only: in `thu 2 toi 9h` it may be `tới`, next.
  private func isPart(_ index: Int) -> Bool {
    guard DayPart(String(words[index])) != nil else { return false }
    guard index > 0, words[index].lowercased() == "toi" else { return true }
    return (0..<index).contains { (try? TimeOfDay(joined($0..<index))) != nil }
  }

  /// Parts `2026-12-01T14h` at its T.
  private mutating func partDateAndTime() {
    guard let first = words.first, let mark = first.firstIndex(where: { $0 == "T" || $0 == "t" }),
      NumericDate(String(first[..<mark])) != nil
    else { return }
    words.replaceSubrange(0..<1, with: [first[..<mark], first[first.index(after: mark)...]])
  }

  /// Finds the time, first or last and as long as can be, and the day, by default today.
  ///
  /// - Throws: a `CRMError` of kind `request` that names the words which cannot be read.
  func read(today: Day) throws -> (day: Day, time: TimeOfDay) {
    var problem: CRMError?
    for (timeWords, dayWords) in splits {
      guard var time = try TimeOfDay(timeWords) else { continue }
      do {
        let day = dayWords.isEmpty ? today : try day(dayWords, today: today)
        if let part { try time.move(to: part, typed: typed) }
        return (day, time)
      } catch let error as CRMError {
        problem = problem ?? error
      }
    }
    throw problem ?? unreadable(today: today)
  }

  /// The ways to part the words into a time and a day.
  private var splits: [(time: String, day: String)] {
    let last = words.indices.map { (joined($0..<words.count), joined(0..<$0)) }
    let first = words.indices.dropFirst().reversed().map {
      (joined(0..<$0), joined($0..<words.count))
    }
    return last + first
  }

  /// Says which words are no time, where the others are a day.
  private func unreadable(today: Day) -> CRMError {
    let isDay = { (text: String) in (try? day(text, today: today)) != nil }
    if part != nil {
      return words.isEmpty || isDay(joined(0..<words.count))
        ? CRMError.missingHour(typed) : CRMError.unreadableTime(typed)
    }
    let split = splits.first { !$0.day.isEmpty && isDay($0.day) }
    return split.map { CRMError.notTimeOfDay($0.time) } ?? CRMError.unreadableTime(typed)
  }

  /// Reads a day, in which no second time may hide.
  private func day(_ text: String, today: Day) throws -> Day {
    guard NumericDate(text)?.time == nil else { throw CRMError.unreadableTime(typed) }
    return try parseDay(text, today: today)
  }

  private func joined(_ range: Range<Int>) -> String {
    words[range].joined(separator: " ")
  }
}
