/// Checks that bytes are well-formed UTF-8 (Unicode 15, table 3-7), as far as they go.
///
/// A sequence cut off at the end is not wrong yet: it is left out of `taken`.
func checkUTF8(_ input: UnsafeBufferPointer<UInt8>) -> Decoded {
  guard let base = input.baseAddress else { return Decoded(taken: 0, isWrong: false) }
  let end = input.count
  var whole = end
  // The last character may be cut off: the automaton looks at what comes before it.
  while whole > 0, end - whole < 3, base[whole - 1] & 0xC0 == 0x80 { whole -= 1 }
  if whole > 0, base[whole - 1] >= 0xC0 { whole -= 1 } else { whole = end }
  var index = UTF8Automaton.accepts(UnsafeBufferPointer(rebasing: input[..<whole])) ? whole : 0
  while index < end {
    if base[index] < 0x80 {
      index += 1
      continue
    }
    let length = sequenceLength(base + index, left: end - index)
    if length > 0 {
      index += length
    } else {
      return Decoded(taken: index, isWrong: length < 0)
    }
  }
  return Decoded(taken: index, isWrong: false)
}

/// Returns the length of the multi-byte sequence at `bytes`, 0 if it is cut off by the end,
/// -1 if it is wrong.
private func sequenceLength(_ bytes: UnsafePointer<UInt8>, left: Int) -> Int {
  let first = bytes[0]
  switch first {
  case 0xC2...0xDF:
    if left < 2 { return 0 }
    return bytes[1] & 0xC0 == 0x80 ? 2 : -1
  case 0xE0...0xEF:
    if left < 2 { return 0 }
    let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : 0xBF
    guard bytes[1] >= low, bytes[1] <= high else { return -1 }
    if left < 3 { return 0 }
    return bytes[2] & 0xC0 == 0x80 ? 3 : -1
  case 0xF0...0xF4:
    if left < 2 { return 0 }
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    guard bytes[1] >= low, bytes[1] <= high else { return -1 }
    if left < 3 { return 0 }
    guard bytes[2] & 0xC0 == 0x80 else { return -1 }
    if left < 4 { return 0 }
    return bytes[3] & 0xC0 == 0x80 ? 4 : -1
  default:
    return -1
  }
}
