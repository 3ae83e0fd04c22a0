import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The texts that cells of a workbook share, by their number.
///
/// The texts stand one after the other, each behind its length, with the place of every
/// sixteenth noted. Beyond some megabytes they go to a nameless file that is read through one
/// window: cells name them in nearly the order in which they stand.
final class StringPool {
  private static let stride = 16
  private let name: String
  /// Bytes of texts that are kept in memory.
  private let memoryLimit: Int
  private(set) var count = 0
  private var marks: [Int] = []
  private var bytes: [UInt8] = []
  /// Bytes that went to the file; `bytes` holds what comes after them while texts are added.
  private var spilled = 0
  private var file: Int32 = -1
  private var windowStart = 0
  private var isSealed = false
  /// Where the text after the one last read stands.
  private var following = (index: -1, place: 0)

  init(name: String, memoryLimit: Int = 6 << 20) {
    self.name = name
    self.memoryLimit = memoryLimit
  }

  deinit { if file >= 0 { close(file) } }

  func append(_ text: UnsafeBufferPointer<UInt8>) throws {
    if count % StringPool.stride == 0 { marks.append(spilled + bytes.count) }
    count += 1
    var length = text.count
    while length >= 0x80 {
      bytes.append(UInt8(length & 0x7F | 0x80))
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes.append(contentsOf: text)
    if bytes.count >= memoryLimit { try spill() }
  }

  /// Ends the adding.
  func seal() throws {
    if file >= 0 {
      try spill()
      bytes = []
      windowStart = spilled
    }
    isSealed = true
  }

  /// Returns a text; nil where there is none of that number.
  func text(_ index: Int) throws -> String? {
    guard index >= 0, index < count else { return nil }
    var place = following.place
    if index != following.index {
      place = marks[index / StringPool.stride]
      for _ in 0..<(index % StringPool.stride) {
        let length = try self.length(&place)
        place += length
      }
    }
    let length = try self.length(&place)
    let start = try offset(of: place, length)
    following = (index + 1, place + length)
    guard length > 0 else { return "" }
    return bytes.withUnsafeBufferPointer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[start..<(start + length)]), as: UTF8.self)
    }
  }

  /// Reads the length in front of a text and moves the place behind it.
  private func length(_ place: inout Int) throws -> Int {
    var length = 0
    var shift = 0
    while true {
      let byte = bytes[try offset(of: place, 1)]
      place += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return length }
      shift += 7
    }
  }

  /// Returns where in `bytes` the bytes from a place on stand, fetching them if need be.
  private func offset(of place: Int, _ length: Int) throws -> Int {
    guard file >= 0 else { return place }
    if place >= windowStart, place + length <= windowStart + bytes.count {
      return place - windowStart
    }
    let wanted = min(max(length, 64 << 10), spilled - place)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: repeatElement(0, count: wanted))
    var done = 0
    while done < wanted {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(place + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw CRMError.cannotRead(name, got < 0 ? errno : EIO) }
      done += got
    }
    windowStart = place
    return 0
  }

  private func spill() throws {
    if file < 0 { file = try SeekableBytes.nameless(name) }
    try bytes.withUnsafeBytes { try writeAll($0, to: file, name: name) }
    spilled += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }
}
