/// How a sheet shows a number, and thereby what the number is: an amount, a day, a time
/// (ECMA-376 18.8.31).
struct NumberFormat: Sendable {
  enum Meaning: Sendable, Hashable {
    case general, number, text
    /// A day, with the time of day or without.
    case day(hasTime: Bool)
    /// A time of day; a day and time from 1 on.
    case clock
    /// A duration: `[h]:mm`.
    case elapsed
  }

  /// A piece of a format.
  enum Token: Sendable, Hashable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(UInt8)
    case point, comma, percent, slash, exponent, at, general
    /// A part of a day or time: `y` `m` `d` `h` `s` `e` `g` `b`, or `a` for AM/PM; `Y` for a year of
    /// two digits.
    case part(UInt8)
    /// `[h]`, `[mm]`, `[s]`.
    case elapsed
    /// `[<=9999999]`: the section is for some numbers only.
    case condition
  }

  static let general = NumberFormat("General")

  let meaning: Meaning
  /// What of a day is shown, where that is not all of it.
  let partOfDay: PartOfDay?
  /// How positive numbers, negative ones and zero are shown; texts do not concern us.
  private let sections: [FormatSection]
  /// Whether sections are for ranges of numbers, which we do not follow.
  private let isConditional: Bool

  init(_ code: String) {
    let sections = FormatScanner.sections(code)
    isConditional = sections.contains { $0.contains(.condition) }
    // A section of a condition may show no number at all: `[=0]"";d/m/yyyy`.
    let telling = isConditional ? sections.first(where: NumberFormat.showsNumber) : nil
    let tokens = telling ?? sections.first ?? []
    meaning = NumberFormat.meaning(of: tokens)
    partOfDay = meaning == .day(hasTime: false) ? NumberFormat.partOfDay(tokens) : nil
    self.sections = sections.map(FormatSection.init)
  }

  /// Returns a number the way the sheet shows it, without the grouping of thousands, whose
  /// character depends on where the sheet is looked at; nil for exponents and fractions.
  func shown(_ number: Double) -> String? {
    guard number.isFinite, !isConditional, !sections.isEmpty else { return nil }
    // The section for negative numbers writes the sign itself.
    if number < 0, sections.count > 1 { return sections[1].text(number, hidesSign: true) }
    return sections[number == 0 && sections.count > 2 ? 2 : 0].text(number)
  }

  /// Returns what the parts of a day leave out; nil where nothing is missing.
  private static func partOfDay(_ tokens: [Token]) -> PartOfDay? {
    // The years of eras and of Buddha are years, too.
    let hasLongYear = !Set(tokens).isDisjoint(with: [.part(0x79), .part(0x65), .part(0x62)])
    let hasYear = hasLongYear || tokens.contains(.part(0x59))
    switch (hasYear, tokens.contains(.part(0x6D)), tokens.contains(.part(0x64))) {
    case (false, true, true): return .monthAndDay
    case (true, true, false): return .yearAndMonth
    case (true, false, false): return .year
    case (true, true, true) where !hasLongYear: return .shortYear
    default: return nil
    }
  }

  /// Whether percent signs in the format multiply the number by a hundred; those in quotes or
  /// behind a backslash are mere text.
  func isFraction(_ number: Double) -> Bool {
    let place = number < 0 && sections.count > 1 ? 1 : number == 0 && sections.count > 2 ? 2 : 0
    return sections.indices.contains(place) && sections[place].isFraction
  }

  private static func showsNumber(_ tokens: [Token]) -> Bool {
    tokens.contains { token in
      switch token {
      case .digit, .part, .elapsed, .general: true
      default: false
      }
    }
  }

  private static func meaning(of tokens: [Token]) -> Meaning {
    if tokens.contains(.elapsed) { return .elapsed }
    let parts = tokens.compactMap { if case .part(let part) = $0 { part } else { nil } }
    if parts.isEmpty || isNumber(tokens) {
      if tokens.contains(.general) || tokens.isEmpty { return .general }
      let hasDigits = tokens.contains { if case .digit = $0 { true } else { false } }
      if tokens.contains(.at), !hasDigits { return .text }
      return hasDigits ? .number : .general
    }
    var hasDay = false
    var hasTime = false
    for (place, part) in parts.enumerated() {
      switch part {
      case 0x68, 0x73, 0x61: hasTime = true
      case 0x6D:
        // Minutes stand after hours or before seconds, else it is the month.
        let isMinute =
          parts[..<place].last { $0 != 0x61 } == 0x68 || parts[(place + 1)...].first == 0x73
        if isMinute { hasTime = true } else { hasDay = true }
      default: hasDay = true
      }
    }
    return hasDay ? .day(hasTime: hasTime) : .clock
  }

  /// Whether digits stand anywhere but behind seconds: then letters are a unit not quoted.
  private static func isNumber(_ tokens: [Token]) -> Bool {
    var afterSeconds = false
    for token in tokens {
      switch token {
      case .digit: if !afterSeconds { return true }
      case .part(let part): afterSeconds = part == 0x73
      case .point, .comma: break
      default: afterSeconds = false
      }
    }
    return false
  }
}
