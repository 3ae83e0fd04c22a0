/// A stream inside a file, or a whole file: pieces of it that are read as one.
struct StreamBytes {
  /// Bytes of the file that follow each other in the stream.
  struct Extent: Equatable {
    /// Where they stand in the stream.
    var position: Int
    /// Where they stand in the file.
    var offset: Int
    var length: Int
  }

  private let bytes: SeekableBytes
  private let extents: [Extent]
  /// The bytes that are there.
  let count: Int
  /// Whether the file ends, or a chain breaks off, before the length the stream should have.
  let isCutShort: Bool

  /// A file that is one stream.
  init(whole bytes: SeekableBytes) {
    self.bytes = bytes
    extents = [Extent(position: 0, offset: 0, length: bytes.count)]
    count = bytes.count
    isCutShort = false
  }

  /// Joins blocks of one size that start at `offsets` of the file.
  ///
  /// `length` is the stream's; nil takes the blocks whole.
  init(_ bytes: SeekableBytes, blocks offsets: [Int], size: Int, length: Int?) {
    self.bytes = bytes
    var extents: [Extent] = []
    var position = 0
    let wanted = length ?? Int.max
    for offset in offsets where position < wanted {
      let there = min(size, wanted - position, bytes.count - offset)
      guard there > 0 else { break }
      if let last = extents.last, last.offset + last.length == offset {
        extents[extents.count - 1].length += there
      } else {
        extents.append(Extent(position: position, offset: offset, length: there))
      }
      position += there
      if there < size { break }
    }
    self.extents = extents
    count = position
    isCutShort = length.map { position < $0 } ?? false
  }

  /// Reads at most `length` bytes from `position` on; fewer only where the stream ends.
  func read(at position: Int, _ length: Int) throws -> [UInt8] {
    guard position >= 0, position < count, length > 0 else { return [] }
    var result: [UInt8] = []
    var index = extent(at: position)
    var position = position
    var left = min(length, count - position)
    while left > 0, index < extents.count {
      let extent = extents[index]
      let skipped = position - extent.position
      let piece = try bytes.bytes(at: extent.offset + skipped, min(left, extent.length - skipped))
      guard !piece.isEmpty else { break }
      if result.isEmpty { result = piece } else { result += piece }
      position += piece.count
      left -= piece.count
      index += 1
    }
    return result
  }

  /// Where the byte at `position` stands in the file, for blocks inside a stream.
  func fileOffset(of position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    let extent = extents[extent(at: position)]
    return extent.offset + position - extent.position
  }

  /// The place of the last extent that starts at or before `position`.
  private func extent(at position: Int) -> Int {
    var low = 0
    var high = extents.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if extents[middle].position <= position { low = middle } else { high = middle }
    }
    return low
  }
}
