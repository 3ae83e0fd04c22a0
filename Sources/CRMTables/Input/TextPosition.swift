#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A place in a text: LF, CRLF and lone CR each end a line.
struct TextPosition: Equatable {
  /// From 1.
  var line = 1
  /// Characters (Unicode scalars) before this place in its line.
  var column = 0
  /// Whether the text so far ends in a CR, so that an LF now ends no further line.
  private var afterReturn = false

  /// Moves on over UTF-8 text; memchr does the work, every byte of an import passes here.
  mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, !text.isEmpty else { return }
    let end = start + text.count
    var lineStart: UnsafePointer<UInt8>?
    var place = start
    while let feed = TextPosition.find(0x0A, from: place, to: end) {
      let isCRLF = feed == start ? afterReturn : feed[-1] == 0x0D
      if !isCRLF { line += 1 }
      place = feed + 1
      lineStart = place
    }
    place = start
    while let carriage = TextPosition.find(0x0D, from: place, to: end) {
      line += 1
      place = carriage + 1
      lineStart = max(lineStart ?? place, place)
    }
    afterReturn = end[-1] == 0x0D
    if let lineStart { column = 0; place = lineStart } else { place = start }
    while place < end {
      if place.pointee & 0xC0 != 0x80 { column += 1 }
      place += 1
    }
  }

  static func find(
    _ byte: UInt8, from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard let found = memchr(start, Int32(byte), end - start) else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
  }
}
