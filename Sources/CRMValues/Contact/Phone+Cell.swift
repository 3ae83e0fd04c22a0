extension Phone {
  /// Returns the numbers of a cell that may hold several, in order, as typed.
  ///
  /// They are separated by `;`, `,`, `/`, `|` or line breaks; also by a dash, `và`, `hoặc` or
  /// `or` between blanks, or a run of blanks, where each side is a number by itself. Fewer than
  /// five digits behind a slash (`024 3825 6686/12`) belong to the number before.
  public static func split(_ cell: String) -> [String] {
    var numbers: [String] = []
    var piece: [UInt8] = []
    let bytes = Array(cell.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "/") where isShort(bytes[(index + 1)...]):
        piece.append(byte)
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), 0x0A,
        0x0D:
        add(piece, to: &numbers)
        piece.removeAll(keepingCapacity: true)
      default:
        piece.append(byte)
      }
    }
    add(piece, to: &numbers)
    return numbers
  }

  /// Tells whether one to four digits come next, then no more.
  private static func isShort(_ bytes: ArraySlice<UInt8>) -> Bool {
    let piece = bytes.prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "/")
        && $0 != UInt8(ascii: "|") && $0 != 0x0A && $0 != 0x0D
    }
    return (1...4).contains(piece.count { $0 &- 0x30 < 10 })
      && piece.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x20 }
  }

  private static func add(_ piece: [UInt8], to numbers: inout [String]) {
    let text = trimmed(String(decoding: piece, as: UTF8.self))
    guard !text.isEmpty else { return }
    guard piece.count > 16, key(text) == nil else {
      numbers.append(text)
      return
    }
    for separator in [" - ", " – ", " và ", " hoặc ", " or ", "  ", " "] {
      let parts = text.split(separator: separator).map { trimmed(String($0)) }
        .filter { !$0.isEmpty }
      if parts.count > 1 && parts.allSatisfy({ key($0) != nil }) {
        numbers += parts
        return
      }
    }
    numbers.append(text)
  }
}
