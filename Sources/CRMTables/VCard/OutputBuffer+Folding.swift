extension OutputBuffer {
  /// Writes a content line of a vCard, broken after at most 75 bytes and never inside a character
  /// (RFC 6350, 3.2).
  mutating func appendFolded(_ line: String) {
    var room = 75
    for scalar in line.unicodeScalars {
      let count = UTF8.width(scalar)
      if count > room {
        append("\r\n ")
        room = 74
      }
      append(String(scalar))
      room -= count
    }
    append("\r\n")
  }
}
