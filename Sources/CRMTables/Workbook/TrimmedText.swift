extension String {
  /// The text without blanks and line breaks around it.
  var trimmingBlanks: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || 0x09...0x0D ~= byte }
    return String(
      decoding: utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed(),
      as: UTF8.self)
  }
}
