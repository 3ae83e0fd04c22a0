/// What a character becomes when marks and case do not count.
enum FoldedLetter {
  case one(UInt8)
  case two(UInt8, UInt8)
  /// A combining mark (U+0300 to U+036F), which is dropped.
  case mark
  /// Not a Latin letter.
  case unknown
}

/// Returns what a Latin letter or combining mark becomes when marks and case do not count.
func foldedLetter(_ scalar: UInt32) -> FoldedLetter {
  let entry: UInt8
  switch scalar {
  case 0x41...0x5A: return .one(UInt8(scalar) | 0x20)
  case 0x21..<0x7F: return .one(UInt8(scalar))
  case 0xC0..<0x250: entry = foldedLatin.utf8Start[Int(scalar - 0xC0)]
  case 0x1E00..<0x1F00: entry = foldedLatinAdditional.utf8Start[Int(scalar - 0x1E00)]
  case 0x300..<0x370: return .mark
  default: return .unknown
  }
  switch entry {
  case UInt8(ascii: "="): return .unknown
  case UInt8(ascii: "*"): return twoLetters(scalar)
  default: return .one(entry)
  }
}

private func twoLetters(_ scalar: UInt32) -> FoldedLetter {
  func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> FoldedLetter {
    .two(UInt8(ascii: first), UInt8(ascii: second))
  }
  switch scalar {
  case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: return pair("a", "e")
  case 0x152, 0x153: return pair("o", "e")
  case 0xDF, 0x1E9E: return pair("s", "s")
  case 0xDE, 0xFE: return pair("t", "h")
  case 0x132, 0x133: return pair("i", "j")
  case 0x1C7...0x1C9: return pair("l", "j")
  case 0x1CA...0x1CC: return pair("n", "j")
  case 0x1C4...0x1C6, 0x1F1...0x1F3: return pair("d", "z")
  default: return .unknown
  }
}
