import Foundation

/// Returns the text in Unicode Normalization Form C, as all text is kept.
///
/// Text of ASCII, precomposed Latin, CJK or emoji is returned as it is after one pass over its
/// bytes; only what may be decomposed is normalised.
public func nfc(_ text: String) -> String {
  mayNeedComposition(text) ? text.precomposedStringWithCanonicalMapping : text
}

/// Returns the text in Normalization Form C without white space at its ends.
///
/// White space includes control characters, no-break and typographic spaces, zero-width
/// characters, direction marks and the byte order mark.
public func cleaned(_ text: String) -> String {
  trimmed(nfc(text))
}

/// Tells whether the text contains anything that Normalization Form C could change.
///
/// The answer may be a false yes but never a false no: a lead byte passes only where every
/// character behind it has the Unicode property `NFC_Quick_Check=Yes`.
func mayNeedComposition(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      if byte >= 0xC2 && byte <= 0xCB {  // U+0080 to U+02FF
        index += 2
        continue
      }
      guard index + 2 < bytes.count else { return true }
      switch (byte, bytes[index + 1]) {
      case (0xE1, 0xB8...0xBB),  // U+1E00 to U+1EFF
        (0xE2, 0x82), (0xE2, 0x94...0x97),  // currency signs, box drawing
        (0xE4...0xE9, _),  // CJK ideographs
        (0xEF, 0xBB...0xBD):  // byte order mark, full-width forms
        index += 3
      case (0xE2, 0x80) where bytes[index + 2] >= 0x82:  // punctuation but the two quads
        index += 3
      case (0xF0, 0x9F):  // emoji
        index += 4
      default:
        return true
      }
    }
    return false
  }
}

/// Returns the text without white space at its ends, in the wide sense of `cleaned`.
func trimmed(_ text: String) -> String {
  var text = text
  let kept: Range<Int>? = text.withUTF8 { bytes in
    var start = 0
    var end = bytes.count
    while start < end {
      let length = spaceLength(bytes, at: start, before: end)
      if length == 0 { break }
      start += length
    }
    while end > start {
      var first = end - 1
      while first > start && bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard spaceLength(bytes, at: first, before: end) == end - first else { break }
      end = first
    }
    return start == 0 && end == bytes.count ? nil : start..<end
  }
  guard let kept else { return text }
  return String(decoding: Array(text.utf8)[kept], as: UTF8.self)
}

/// Returns the number of bytes of the blank character at an index, 0 where there is none.
func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
  let byte = bytes[index]
  if byte <= 0x20 || byte == 0x7F { return 1 }
  guard byte >= 0xC2, index + 1 < end else { return 0 }
  if byte == 0xC2 {
    return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0
  }
  guard index + 2 < end else { return 0 }
  switch (byte, bytes[index + 1], bytes[index + 2]) {
  case (0xE1, 0x9A, 0x80),  // ogham space
    (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF),  // spaces, zero width, direction
    (0xE2, 0x81, 0x9F...0xAF),  // mathematical space, invisible operators, isolates
    (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):  // ideographic space, byte order mark
    return 3
  default:
    return 0
  }
}
