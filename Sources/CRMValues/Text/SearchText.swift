/// Returns the text with đ and ð as d, Đ and Ð as D, and nothing else changed.
///
/// The tokenizer `unicode61 remove_diacritics 2` of SQLite's FTS5 folds every other Vietnamese
/// letter by itself.
public func searchText(_ text: String) -> String {
  var text = text
  let replaced: String? = text.withUTF8 { bytes in
    func isStruck(_ index: Int) -> Bool {
      guard index + 1 < bytes.count else { return false }
      switch (bytes[index], bytes[index + 1]) {
      case (0xC4, 0x90), (0xC4, 0x91), (0xC3, 0x90), (0xC3, 0xB0): return true
      default: return false
      }
    }
    guard let first = bytes.indices.first(where: isStruck) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { output in
      var written = 0
      var index = 0
      while index < bytes.count {
        if index >= first && isStruck(index) {
          output[written] = bytes[index + 1] == 0x90 ? UInt8(ascii: "D") : UInt8(ascii: "d")
          index += 2
        } else {
          output[written] = bytes[index]
          index += 1
        }
        written += 1
      }
      return written
    }
  }
  return replaced ?? text
}
