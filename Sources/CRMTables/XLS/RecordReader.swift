import CRMValues

/// A record of a BIFF stream: a number that says what it is, and its content ([MS-XLS] 2.1.4).
struct Record {
  var kind: UInt16
  /// Where the record starts in its stream.
  var offset: Int
  var content: [UInt8]
}

/// The records of a BIFF stream one after the other, from any place on.
struct RecordReader {
  /// The file as messages name it.
  let name: String
  let stream: StreamBytes
  /// Where the next record starts.
  private(set) var offset: Int
  private var window: [UInt8] = []
  private var windowStart = 0
  private static let windowSize = 1 << 16
  private let pages: PageCache?

  /// Where it began, and where it ends at the latest.
  private let start: Int
  private let end: Int

  /// Reads records from `offset` on, none that starts at `end` or later.
  ///
  /// `isScattered` prepares for records that are read in another order than they stand in.
  init(
    _ stream: StreamBytes, name: String, at offset: Int = 0, end: Int = Int.max,
    isScattered: Bool = false
  ) {
    self.stream = stream
    self.name = name
    self.offset = offset
    start = offset
    self.end = end
    pages = isScattered ? PageCache(stream) : nil
  }

  /// How much has been read, from 0 to 1.
  var progress: Double {
    let length = min(end, stream.count) - start
    return length > 0 ? min(Double(offset - start) / Double(length), 1) : 1
  }

  /// Goes to the record that starts at `offset`.
  mutating func seek(_ offset: Int) {
    self.offset = offset
  }

  /// The kind of the next record, without reading it; nil at the end.
  mutating func peekKind() throws -> UInt16? {
    guard offset < end else { return nil }
    try load(4)
    return window.u16(offset - windowStart)
  }

  /// Reads the next record, at most `limit` bytes of its content; nil at the end of the stream.
  ///
  /// Throws where the stream ends inside a record, or a chain of sectors before the stream does.
  mutating func next(limit: Int = Int.max) throws -> Record? {
    guard offset < end else { return nil }
    try load(4)
    let place = offset - windowStart
    guard let kind = window.u16(place), let length = window.u16(place + 2) else {
      if stream.isCutShort { throw CRMError.xlsTruncated(name) }
      return nil
    }
    let wanted = min(Int(length), limit)
    guard offset + 4 + Int(length) <= stream.count else {
      // What fills a last sector is no record.
      if kind == 0, !stream.isCutShort { return nil }
      throw CRMError.xlsTruncated(name)
    }
    try load(4 + wanted)
    let start = offset - windowStart + 4
    guard start + wanted <= window.count else { throw CRMError.xlsTruncated(name) }
    let record = Record(
      kind: kind, offset: offset, content: Array(window[start..<start + wanted]))
    offset += 4 + Int(length)
    return record
  }

  /// Makes the window hold `length` bytes from the offset on, if the stream has them.
  private mutating func load(_ length: Int) throws {
    if offset >= windowStart, offset + length <= windowStart + window.count { return }
    if let pages {
      (window, windowStart) = try pages.page(with: offset)
      if offset + length <= windowStart + window.count { return }
    }
    windowStart = offset
    let ahead = pages == nil ? min(RecordReader.windowSize, end - offset) : 0
    window = try stream.read(at: offset, max(ahead, length))
  }
}
