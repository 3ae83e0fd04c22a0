import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a whole file, read at any place: containers have their directory anywhere.
///
/// A file is read where it is; a pipe is first copied to a nameless file in the temporary folder.
final class SeekableBytes {
  /// The file as messages name it.
  let name: String
  let count: Int
  private let descriptor: Int32
  private let closes: Bool
  /// Keeps the descriptor open.
  private let source: ByteSource?

  /// Takes over a source of which nothing but its head has been looked at.
  init(_ source: ByteSource) throws {
    name = source.name
    if let size = source.seekableSize {
      (descriptor, count, closes, self.source) = (source.descriptor, size, false, source)
      return
    }
    let copy = try SeekableBytes.nameless(name)
    (descriptor, closes, self.source) = (copy, true, nil)
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    do {
      while true {
        let got = try buffer.withUnsafeMutableBytes(source.read)
        if got == 0 { break }
        try buffer.withUnsafeBytes { bytes in
          try writeAll(UnsafeRawBufferPointer(rebasing: bytes[..<got]), to: copy, name: source.name)
        }
        total += got
      }
    } catch {
      close(copy)
      throw error
    }
    count = total
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// Reads bytes from a place on; fewer than the buffer holds only at the end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < buffer.count, offset >= 0, offset < count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let got = pread(descriptor, rest.baseAddress, rest.count, offset + done)
      if got == 0 { break }
      if got > 0 { done += got } else if errno != EINTR { throw CRMError.cannotRead(name, errno) }
    }
    return done
  }

  /// Returns `length` bytes from a place on, fewer at the end of the file.
  func bytes(at offset: Int, _ length: Int) throws -> [UInt8] {
    guard offset >= 0, offset < count, length > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(length, count - offset))
    let got = try bytes.withUnsafeMutableBytes { try read(at: offset, into: $0) }
    bytes.removeLast(bytes.count - got)
    return bytes
  }

  /// Opens a temporary file that has no name any more and goes away with its descriptor.
  static func nameless(_ name: String) throws -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var path = Array(((folder.isEmpty ? "/tmp" : folder) + "/crm-XXXXXX").utf8CString)
    let descriptor = path.withUnsafeMutableBufferPointer { path -> Int32 in
      guard let base = path.baseAddress else { return -1 }
      let descriptor = mkstemp(base)
      guard descriptor >= 0 else { return -1 }
      unlink(base)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    guard descriptor >= 0 else { throw CRMError.cannotWrite(name, errno) }
    return descriptor
  }
}
