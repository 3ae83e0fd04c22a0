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
      } else if [0x68, 0x6D, 0x73].contains(first.value | 0x20), inner.allSatisfy({ $0 == first }) {
        add(.elapsed)
      } else if first == "<" || first == ">" || first == "=" {
        add(.condition)
      }
    }

    private mutating func word(_ scalar: Unicode.Scalar) {
      let lower = scalar.value | 0x20
      if lower == 0x67, begins("general") {
        add(.general)
        index += 6
      } else if lower == 0x61, begins("am/pm") {
        add(.part(0x61))
        index += 4
      } else if lower == 0x61, begins("a/p") {
        add(.part(0x61))
        index += 2
      } else if lower == 0x65, index < scalars.count, [0x2B, 0x2D].contains(scalars[index].value) {
        add(.exponent)
        index += 1
      } else {
        switch lower {
        case 0x79: year()
        // y m d h s, and the years of eras and of Buddha.
        case 0x6D, 0x64, 0x68, 0x73, 0x65, 0x67, 0x62: add(.part(UInt8(lower)))
        default: add(literal: scalars[(index - 1)..<index])
        }
      }
    }

    /// Reads what is left of `yyyy` or `yy`.
    private mutating func year() {
      let start = index
      while index < scalars.count, scalars[index].value | 0x20 == 0x79 { index += 1 }
      add(.part(index - start < 2 ? 0x59 : 0x79))
    }

    /// Whether a word in small letters stands where the last scalar was, in any case.
    private func begins(_ word: StaticString) -> Bool {
      let known = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      return scalars.count - index + 1 >= known.count
        && known.indices.allSatisfy { scalars[index - 1 + $0].value | 0x20 == known[$0] }
    }
  }
}
