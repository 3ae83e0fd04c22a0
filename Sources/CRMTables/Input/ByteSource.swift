import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes of a file or of standard input, read forward only; the first ones can be looked at
/// before they are read.
final class ByteSource {
  /// The file as messages name it.
  let name: String
  let descriptor: Int32
  private let closes: Bool
  /// What is read instead of the descriptor, and how far.
  private var reading: (bytes: SeekableBytes, position: Int)?
  private(set) var head: [UInt8] = []
  /// Bytes of the file that have been read so far.
  private(set) var readCount = 0
  private var headPosition = 0

  /// Opens a file for reading, or standard input for `-`.
  convenience init(path: String) throws {
    if path == "-" {
      try self.init(descriptor: 0, name: "-")
      return
    }
    // A named pipe is opened at once, not when somebody writes to it: it is waited for below,
    // where a signal ends the wait.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw CRMError.cannotOpen(path, errno) }
    _ = fcntl(descriptor, F_SETFL, 0)
    do {
      try self.init(descriptor: descriptor, name: path, closes: true)
    } catch {
      close(descriptor)
      throw error
    }
  }

  init(descriptor: Int32, name: String, closes: Bool = false) throws {
    self.descriptor = descriptor
    self.name = name
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CRMError.cannotRead(name, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw CRMError.isDirectory(name) }
    self.closes = closes
  }

  /// Reads bytes that are held elsewhere from their beginning; there may be several such readers.
  init(_ bytes: SeekableBytes) {
    (name, descriptor, closes) = (bytes.name, -1, false)
    reading = (bytes, 0)
  }

  /// Reads bytes that are at hand.
  init(_ bytes: [UInt8], name: String) {
    (self.name, descriptor, closes) = (name, -1, false)
    head = bytes
  }

  /// The size of a regular file that is read from its beginning; nil for a pipe.
  var seekableSize: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      lseek(descriptor, 0, SEEK_CUR) == off_t(head.count)
    else { return nil }
    return Int(status.st_size)
  }

  /// The size of a regular file; nil for a pipe.
  var size: Int? {
    if let reading { return reading.bytes.count }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// Reads ahead until `head` has `count` bytes or the file ends.
  func peek(_ count: Int) throws {
    guard head.count < count else { return }
    var buffer = [UInt8](repeating: 0, count: count - head.count)
    while head.count < count {
      let wanted = count - head.count
      let got = try buffer.withUnsafeMutableBytes { bytes in
        try readSome(UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]))
      }
      if got == 0 { break }
      head.append(contentsOf: buffer[..<got])
    }
  }

  /// Fills the buffer as far as the next read does; 0 is the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let left = head.count - headPosition
    guard left > 0 else { return try readSome(buffer) }
    let count = min(left, buffer.count)
    head.withUnsafeBytes { bytes in
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[headPosition..<headPosition + count]))
    }
    headPosition += count
    if headPosition == head.count {
      head = []
      headPosition = 0
    }
    return count
  }

  private func readSome(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let (bytes, position) = reading {
      let got = try bytes.read(at: position, into: buffer)
      reading?.position = position + got
      readCount += got
      return got
    }
    guard descriptor >= 0 else { return 0 }
    while true {
      try Interruption.wait(for: descriptor, .reading)
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let got = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if got >= 0 {
        readCount += got
        return got
      }
      if errno != EINTR { throw CRMError.cannotRead(name, errno) }
    }
  }
}
