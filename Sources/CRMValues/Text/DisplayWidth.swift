/// Returns the number of terminal columns the text takes: East Asian wide characters and emoji
/// two, combining marks and zero-width characters none, all others one.
///
/// Control characters count as one: whoever prints replaces them first.
public func displayWidth(_ text: String) -> Int {
  var text = text
  let narrow: Int? = text.withUTF8 { bytes in
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if byte <= 0xCB {  // below U+0300: no combining mark, nothing wide
        index += 2
      } else if byte == 0xE1, index + 1 < bytes.count, bytes[index + 1] & 0xFC == 0xB8 {
        index += 3  // U+1E00 to U+1EFF
      } else {
        return nil
      }
      width += 1
    }
    return width
  }
  if let narrow { return narrow }
  return text.reduce(0) { $0 + columns(of: $1) }
}

/// Returns the text cut to a number of terminal columns, the last of them an ellipsis where
/// something was cut. It is not padded.
public func fitted(_ text: String, to width: Int) -> String {
  if text.utf8.count <= width || displayWidth(text) <= width { return text }
  guard width > 0 else { return "" }
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    return String(Substring(text.utf8.prefix(width - 1))) + "…"
  }
  var taken = 0
  var end = text.startIndex
  while end < text.endIndex {
    taken += columns(of: text[end])
    if taken > width - 1 { break }
    end = text.index(after: end)
  }
  return text[..<end] + "…"
}

/// Returns the columns of one user-perceived character: those of its widest scalar.
private func columns(of character: Character) -> Int {
  var widest = 0
  for scalar in character.unicodeScalars {
    widest = max(widest, scalar.value == 0xFE0F ? 2 : columns(of: scalar))
  }
  return widest
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  if value < 0x370 { return 0 }
  if value < 0x1100 || (0x1E00..<0x2000).contains(value) {
    return isZeroWidth(scalar) ? 0 : 1
  }
  if wideRanges.contains(where: { $0.contains(value) }) { return 2 }
  return isZeroWidth(scalar) ? 0 : 1
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return true
  default: return false
  }
}

/// The ranges that are Wide or Fullwidth by Unicode Standard Annex #11, small gaps closed.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
  0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
  0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
  0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
  0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
  0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
  0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
  0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004,
  0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F1E6...0x1F320,
  0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
  0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
  0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
  0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
  0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
  0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0,
  0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]
