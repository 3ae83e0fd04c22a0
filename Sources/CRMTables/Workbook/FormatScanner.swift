/// Takes a number format apart.
enum FormatScanner {
  /// Returns the tokens of each section; at most four, and none of an absurdly long format.
  static func sections(_ code: String) -> [[NumberFormat.Token]] {
    var scanner = Scanner(scalars: Array(code.unicodeScalars.prefix(1024)))
    return scanner.run()
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var index = 0
    var sections: [[NumberFormat.Token]] = [[]]

    mutating func run() -> [[NumberFormat.Token]] {
      while index < scalars.count { step() }
      return sections
    }

    private mutating func add(_ token: NumberFormat.Token) {
      let last = sections.count - 1
      if case .literal(let text) = token, case .literal(let before) = sections[last].last {
        sections[last][sections[last].count - 1] = .literal(before + text)
      } else if case .part = token, sections[last].last == token {
        return
      } else {
        sections[last].append(token)
      }
    }

    private mutating func step() {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case ";": if sections.count < 4 { sections.append([]) } else { index = scalars.count }
      case "\"":
        let start = index
        while index < scalars.count, scalars[index] != "\"" { index += 1 }
        add(literal: scalars[start..<index])
        index += 1
      case "\\", "!":
        if index < scalars.count { add(literal: scalars[index...index]) }
        index += 1
      case "_": index += 1
      case "*": index += 1
      case "[": bracket()
      case "0", "#", "?": add(.digit(UInt8(ascii: scalar)))
      case ".": add(.point)
      case ",": add(.comma)
      case "%": add(.percent)
      case "/": add(.slash)
      case "@": add(.at)
      default: word(scalar)
      }
    }

    private mutating func add(literal scalars: ArraySlice<Unicode.Scalar>) {
      guard !scalars.isEmpty else { return }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      add(.literal(String(text)))
    }

    /// Reads `[h]`, `[$₫-42A]`, a colour or a condition.
    private mutating func bracket() {
      let start = index
      while index < scalars.count, scalars[index] != "]" { index += 1 }
      let inner = scalars[start..<index]
      index += 1
      guard let first = inner.first else { return }
      if first == "$" {
        add(literal: inner.dropFirst().prefix { $0 != "-" })
      } else if "hmsHMS".unicodeScalars.contains(first), inner.allSatisfy({ $0 == first }) {
        add(.elapsed)
      }
    }

    private mutating func word(_ scalar: Unicode.Scalar) {
      let rest = scalars[(index - 1)...]
      func begins(_ word: String) -> Bool {
        let known = Array(word.unicodeScalars)
        return rest.count >= known.count
          && zip(rest, known).allSatisfy { $0.properties.lowercaseMapping == String($1) }
      }
      let lower = scalar.value | 0x20
      if begins("general") {
        add(.general)
        index += 6
      } else if begins("am/pm") {
        add(.part(0x61))
        index += 4
      } else if begins("a/p") {
        add(.part(0x61))
        index += 2
      } else if lower == 0x65, index < scalars.count, "+-".unicodeScalars.contains(scalars[index]) {
        add(.exponent)
        index += 1
      } else if scalar.isASCII, "ymdhseg".unicodeScalars.contains(where: { $0.value == lower }) {
        add(.part(UInt8(lower)))
      } else {
        add(literal: rest.prefix(1))
      }
    }
  }
}
