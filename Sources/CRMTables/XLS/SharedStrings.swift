/// Reads the texts that cells of BIFF8 refer to by number ([MS-XLS] 2.4.265).
enum SharedStrings {
  /// Reads the SST record at `offset` and its CONTINUE records to their end: the numbers of
  /// texts it states are wrong in files of some programs.
  static func read(_ stream: StreamBytes, name: String, at offset: Int) throws -> StringPool {
    let pool = StringPool(name: name)
    var reader = RecordReader(stream, name: name, at: offset)
    guard let record = try reader.next() else { return pool }
    var content = ContinuedContent(record.content, from: 8) {
      guard try reader.peekKind() == RecordKind.continuation else { return nil }
      return try reader.next()?.content
    }
    while let length = try content.u16(), var text = try content.unicodeText(Int(length)) {
      try text.withUTF8(pool.append)
    }
    try pool.seal()
    return pool
  }
}
