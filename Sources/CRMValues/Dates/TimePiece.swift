/// A number, word or mark of a time as people write it.
enum TimePiece: Equatable {
  /// Digits with their dots and commas.
  case number(String)
  case word(String)
  case mark(Character)
}

/// Returns the pieces of a folded text: 1, h, 30 and phut for `1h 30 phut`. Blanks only part.
func timePieces(_ folded: String) -> [TimePiece] {
  var pieces: [TimePiece] = []
  var rest = folded[...]
  while let first = rest.first {
    let run: Substring
    if first.isASCII && first.isWholeNumber {
      run = rest.prefix { $0.isASCII && ($0.isWholeNumber || $0 == "." || $0 == ",") }
      pieces.append(.number(String(run)))
    } else if first.isLetter {
      run = rest.prefix(while: \.isLetter)
      pieces.append(.word(String(run)))
    } else {
      run = rest.prefix(1)
      if first != " " { pieces.append(.mark(first)) }
    }
    rest = rest[run.endIndex...]
  }
  return pieces
}

/// A unit of time that has a fixed length, by its seconds.
enum TimeUnit: Int64, Comparable, CaseIterable {
  case second = 1
  case minute = 60
  case hour = 3_600
  case day = 86_400

  /// Makes the unit that a folded word names in either language, nil where it names none.
  init?(_ word: String) {
    switch word {
    case "s", "sec", "secs", "second", "seconds", "giay": self = .second
    case "m", "min", "mins", "minute", "minutes", "p", "ph", "phut": self = .minute
    case "h", "hr", "hrs", "hour", "hours", "g", "gio", "tieng": self = .hour
    case "d", "day", "days", "ngay": self = .day
    default: return nil
    }
  }

  /// The unit that a number behind this one counts where it names none: the 30 of `1h30`.
  var next: TimeUnit? {
    switch self {
    case .hour: .minute
    case .minute: .second
    case .day, .second: nil
    }
  }

  /// The letter that programs and English write behind a number.
  var letter: Character {
    switch self {
    case .second: "s"
    case .minute: "m"
    case .hour: "h"
    case .day: "d"
    }
  }

  /// The word that Vietnamese writes behind a number.
  var vietnamese: String {
    switch self {
    case .second: "giây"
    case .minute: "phút"
    case .hour: "giờ"
    case .day: "ngày"
    }
  }

  static func < (left: TimeUnit, right: TimeUnit) -> Bool {
    left.rawValue < right.rawValue
  }
}
