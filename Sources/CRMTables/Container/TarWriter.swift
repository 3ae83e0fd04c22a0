import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes an archive of plain files in the ustar format (POSIX.1-2017, pax) to a stream.
public enum TarWriter {
  /// Writes files under names of up to 100 bytes, with the rights that they have.
  ///
  /// - Throws: a `CRMError` for a file that cannot be read, what the sink throws.
  public static func write(
    _ files: [(name: String, path: String)], to sink: any ByteSink
  ) throws {
    for (name, path) in files {
      let source = try ByteSource(path: path)
      guard let size = source.seekableSize, name.utf8.count <= 100 else {
        throw CRMError.cannotRead(path, EINVAL)
      }
      var status = stat()
      fstat(source.descriptor, &status)
      try put(header(name, size, status.st_mode), sink)
      try copy(source, size, sink)
    }
    try put([UInt8](repeating: 0, count: 2 * TarReader.blockSize), sink)
  }

  private static func copy(_ source: ByteSource, _ size: Int, _ sink: any ByteSink) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = size
    while left > 0 {
      let got = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      guard got > 0 else { throw CRMError.cannotRead(source.name, EIO) }
      try put(Array(buffer[..<min(got, left)]), sink)
      left -= min(got, left)
    }
    let rest = size % TarReader.blockSize
    if rest > 0 { try put([UInt8](repeating: 0, count: TarReader.blockSize - rest), sink) }
  }

  private static func header(_ name: String, _ size: Int, _ mode: mode_t) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: TarReader.blockSize)
    func set(_ place: Int, _ text: String) {
      bytes.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
    }
    set(0, name)
    set(100, octal(Int(mode & 0o777), 7))
    set(108, octal(0, 7))
    set(116, octal(0, 7))
    set(124, octal(size, 11))
    set(136, octal(0, 11))
    set(148, "        ")
    set(156, "0")
    set(257, "ustar\u{0}00")
    let sum = bytes.reduce(0) { $0 + Int($1) }
    set(148, octal(sum, 6) + "\u{0} ")
    return bytes
  }

  private static func put(_ bytes: [UInt8], _ sink: any ByteSink) throws {
    try bytes.withUnsafeBytes(sink.write)
  }
}
