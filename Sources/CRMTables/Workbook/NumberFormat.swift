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
    /// A part of a day or time: `y` `m` `d` `h` `s` `e` `g`, or `a` for AM/PM.
    case part(UInt8)
    /// `[h]`, `[mm]`, `[s]`.
    case elapsed
  }

  static let general = NumberFormat("General")

  let meaning: Meaning
  /// The format for positive numbers, negative ones, zero; texts do not concern us.
  let sections: [[Token]]

  /// Whether sections are for ranges of numbers (`[<=9999999]`), which we do not follow.
  let isConditional: Bool

  init(_ code: String) {
    isConditional = ["[<", "[>", "[="].contains { code.contains($0) }
    sections = FormatScanner.sections(code)
    meaning = NumberFormat.meaning(of: sections.first ?? [])
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
