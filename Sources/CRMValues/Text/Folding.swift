/// Returns the text as it is compared without regard to case and marks: lower case, no Latin
/// diacritics, đ and its look-alike ð as d, blank runs as one space, none at the ends.
///
/// Composed and decomposed input give the same result: `folded("Nguyễn  Đức")` is
/// `nguyen duc`. Letters of other scripts are put in lower case and keep their marks.
public func folded(_ text: String) -> String {
  foldedLatinText(text) ?? foldedAnyText(nfc(text))
}

private func foldedLatinText(_ text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes in
    var isLatin = true
    let result = String(unsafeUninitializedCapacity: bytes.count) { output in
      guard let written = foldLatinText(bytes, into: output) else {
        isLatin = false
        return 0
      }
      return written
    }
    return isLatin ? result : nil
  }
}

/// Folds UTF-8 text of ASCII, Latin letters and common punctuation byte by byte, as ``folded(_:)``
/// does.
///
/// - Parameter output: at least as long as the text, which folding makes no longer.
/// - Returns: how many bytes were put out; nil where the text holds anything else.
public func foldLatinText(
  _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
) -> Int? {
  var written = 0
  var index = 0
  var blank = false
  func put(_ byte: UInt8) {
    if blank {
      if written > 0 {
        output[written] = 0x20
        written += 1
      }
      blank = false
    }
    output[written] = byte
    written += 1
  }
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      if byte <= 0x20 || byte == 0x7F {
        blank = true
      } else {
        put(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      continue
    }
    let space = spaceLength(bytes, at: index, before: bytes.count)
    if space > 0 {
      index += space
      blank = blank || !isZeroWidth(bytes, at: index - space)
      continue
    }
    let plain = uncasedLength(bytes, at: index)
    if plain > 0 {
      for offset in 0..<plain { put(bytes[index + offset]) }
      index += plain
      continue
    }
    guard index + 1 < bytes.count else { return nil }
    let scalar: UInt32
    if byte >= 0xC3 && byte <= 0xCD {
      scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      index += 2
    } else if byte == 0xE1, bytes[index + 1] & 0xFC == 0xB8, index + 2 < bytes.count {
      scalar = 0x1E00 | UInt32(bytes[index + 1] & 0x03) << 6 | UInt32(bytes[index + 2] & 0x3F)
      index += 3
    } else {
      return nil
    }
    switch foldedLetter(scalar) {
    case .one(let letter): put(letter)
    case .two(let first, let second):
      put(first)
      put(second)
    case .mark: break
    case .unknown: return nil
    }
  }
  return written
}

/// Returns the number of bytes of a character without case and marks at an index: `°` or `·`,
/// a dash, quotation mark or ellipsis, ₫; 0 for others.
private func uncasedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  guard index + 1 < bytes.count else { return 0 }
  switch (bytes[index], bytes[index + 1]) {
  case (0xC2, 0xA1...0xBF) where bytes[index + 1] != 0xAD: return 2
  case (0xE2, 0x80), (0xE2, 0x82): return index + 2 < bytes.count ? 3 : 0
  default: return 0
  }
}

private func isZeroWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  switch (bytes[index], bytes[index + 1]) {
  case (0xE2, 0x80):
    return (0x8B...0x8F).contains(bytes[index + 2]) || (0xAA...0xAE).contains(bytes[index + 2])
  case (0xE2, 0x81): return bytes[index + 2] != 0x9F
  case (0xEF, _): return true
  default: return false
  }
}

private func foldedAnyText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var blank = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace || scalar.value < 0x20 {
      blank = true
      continue
    }
    let folded = foldedLetter(scalar.value)
    if case .mark = folded { continue }
    if scalar.properties.generalCategory == .format { continue }
    if blank && !result.isEmpty { result.append(" ") }
    blank = false
    switch folded {
    case .one(let letter): result.append(Unicode.Scalar(letter))
    case .two(let first, let second):
      result.append(Unicode.Scalar(first))
      result.append(Unicode.Scalar(second))
    case .mark, .unknown:
      result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return String(result)
}
