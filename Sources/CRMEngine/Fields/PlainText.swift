/// Returns the text with line breaks and other control characters as single blanks.
func oneLine(_ text: String) -> String {
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

/// Returns the text with every line break as one line feed, and no control characters but these
/// and tabs.
func plainLines(_ text: String) -> String {
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
    case 0x00..<0x20, 0x7F: break
    default: result.append(byte)
    }
    previous = byte
  }
  return String(decoding: result, as: UTF8.self)
}
