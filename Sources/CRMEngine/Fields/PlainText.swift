/// Returns the text with line breaks and other control characters as single blanks, and without
/// what nobody sees.
func oneLine(_ text: String) -> String {
  let text = visible(text)
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
  var result: [UInt8] = []
  for byte in text.utf8 {
    if byte > 0x20 && byte != 0x7F {
      result.append(byte)
    } else if byte != 0x20, result.last == 0x20 {
      continue
    } else {
      result.append(0x20)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Returns the text with every line break as one line feed, vertical tabs and form feeds as blanks,
/// no other control characters but tabs, and without what nobody sees.
func plainLines(_ text: String) -> String {
  let text = visible(text)
  let tab = UInt8(ascii: "\t")
  let feed = UInt8(ascii: "\n")
  guard text.utf8.contains(where: { ($0 < 0x20 && $0 != tab && $0 != feed) || $0 == 0x7F })
  else { return text }
  var result: [UInt8] = []
  var previous: UInt8 = 0
  for byte in text.utf8 {
    switch byte {
    case 0x0D: result.append(feed)
    case feed where previous == 0x0D: break
    case feed, tab: result.append(byte)
    case 0x0B, 0x0C: result.append(0x20)
    case 0x00..<0x20, 0x7F: break
    default: result.append(byte)
    }
    previous = byte
  }
  return String(decoding: result, as: UTF8.self)
}

/// Returns the text with no-break and typographic spaces as plain ones, separators of lines as line
/// feeds, and without soft hyphens and other characters that stand for nothing: a word is found,
/// whatever program broke its line. Joiners stay, which emoji are made of.
private func visible(_ text: String) -> String {
  guard mayHoldUnseen(text) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
    case 0x85, 0x2028, 0x2029: result.append("\n")
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF:
      continue
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Whether the bytes may be those of a character that ``visible(_:)`` changes; nearly all text is
/// told apart by the first of them.
private func mayHoldUnseen(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    for (place, byte) in bytes.enumerated() where byte >= 0xC2 {
      switch byte {
      case 0xC2:
        let next = bytes[place + 1]
        if next == 0xA0 || next == 0xAD || next == 0x85 { return true }
      case 0xE2:
        if bytes[place + 1] == 0x80 || bytes[place + 1] == 0x81 { return true }
      case 0xE3:
        if bytes[place + 1] == 0x80, bytes[place + 2] == 0x80 { return true }
      case 0xEF:
        if bytes[place + 1] == 0xBB { return true }
      case 0xE1:
        if bytes[place + 1] == 0x9A { return true }
      default: continue
      }
    }
    return false
  }
}
