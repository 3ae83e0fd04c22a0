extension TextEncoding {
  /// Returns the encoding of a text without a byte-order mark by its first bytes.
  ///
  /// What is neither UTF-16 nor UTF-32 is UTF-8, unless its bytes cannot be and are likely text
  /// of an older encoding. Where none is likely the answer stays UTF-8: reading then stops at
  /// the first wrong byte and says where it is, instead of giving wrong letters.
  static func recognised(_ head: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let wide = guessed(head)
    guard wide == .utf8, !checkUTF8(head).isValid, isNoUTF8(head) else { return wide }
    let bytes = Array(head)
    guard let plain = TextEncoding.windows1252.decode(bytes) else { return .utf8 }
    let western = MarkedWords(plain)
    var best: (encoding: TextEncoding, share: Double)?
    for encoding in [TextEncoding.windows1258, .tcvn3, .vni, .viscii] {
      guard let text = encoding.decode(bytes) else { continue }
      let words = MarkedWords(text)
      let share = words.shareOfVietnamese
      guard share >= (western.shareOfWestern >= 0.8 ? 0.9 : 0.75) else { continue }
      // A word or two are syllables in many encodings, and some read the same in windows-1252.
      let told = words.syllables.subtracting(western.syllables).count
      guard told > 1 || western.shareOfWestern < 0.8 else { continue }
      if share > (best?.share ?? 0) { best = (encoding, share) }
    }
    if let best { return best.encoding }
    return western.shareOfWestern >= 0.8 ? .windows1252 : .utf8
  }

  /// Whether most bytes beyond ASCII stand where UTF-8 would not have them: one wrong byte in a
  /// UTF-8 file is damage, not another encoding.
  private static func isNoUTF8(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    var sequences = 0
    var strays = 0
    var index = 0
    while index < head.count {
      let byte = head[index]
      index += 1
      guard byte >= 0x80 else { continue }
      let length = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
      let end = min(index + length, head.count)
      if length > 0, head[index..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        sequences += 1
        index = end
      } else {
        strays += 1
      }
    }
    return strays > sequences
  }
}

extension Decoded {
  /// Whether nothing wrong was met; a character cut off by the end is not wrong yet.
  fileprivate var isValid: Bool { !isWrong }
}
