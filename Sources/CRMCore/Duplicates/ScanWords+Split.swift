import CRMEngine

extension ScanWords {
  /// Hands over the runs of letters and digits; apostrophes join, everything else separates.
  static func split(
    _ bytes: UnsafeBufferPointer<UInt8>, atNumbers: Bool,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { word in
      var count = 0
      func end() {
        guard count > 0 else { return }
        body(UnsafeBufferPointer(rebasing: word[0..<count]))
        count = 0
      }
      var index = -1
      while index + 1 < bytes.count {
        index += 1
        let byte = bytes[index]
        let isDigit = byte &- 0x30 < 10
        if byte == 0xE2 || byte == 0xC2 {
          // Quotation marks, dashes, dots and other signs without case.
          end()
          index += byte == 0xE2 ? 2 : 1
          continue
        }
        guard isDigit || byte &- 0x61 < 26 || byte >= 0x80 else {
          if byte != UInt8(ascii: "'") { end() }
          continue
        }
        if atNumbers, count > 0, (word[count - 1] &- 0x30 < 10) != isDigit {
          end()
          // 51st, 3rd: the number says it all.
          if !isDigit, ScanWords.isOrdinalEnding(bytes, index) {
            index += 1
            continue
          }
        }
        word[count] = byte
        count += 1
      }
      if count > 0 { end() }
    }
  }

  private static func isOrdinalEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count, index + 2 == bytes.count || bytes[index + 2] &- 0x61 >= 26
    else { return false }
    switch (bytes[index], bytes[index + 1]) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return true
    default: return false
    }
  }
}
