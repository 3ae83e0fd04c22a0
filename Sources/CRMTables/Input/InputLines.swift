import CRMValues

/// The lines of an open descriptor, each as soon as it is there: a person's answers come one by
/// one. A signal ends the wait for one.
public final class InputLines {
  private let source: ByteSource?
  private var bytes: [UInt8] = []
  /// Where the next line begins in the bytes.
  private var start = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter name: how messages name it; one that is closed has no lines.
  public init(descriptor: Int32, name: String) {
    source = try? ByteSource(descriptor: descriptor, name: name)
  }

  /// Returns the next line with the feed that ends it, nil after the last.
  public func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let feed = bytes[searched...].firstIndex(of: 0x0A) {
        defer { start = feed + 1 }
        return Array(bytes[start...feed])
      }
      bytes.removeFirst(start)
      searched = bytes.count
      start = 0
      let got = try buffer.withUnsafeMutableBytes { try source?.read(into: $0) ?? 0 }
      if got == 0 {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : bytes
      }
      bytes += buffer[..<got]
    }
  }
}

/// Returns all the bytes of a file, or of a pipe until it ends.
///
/// - Throws: a `CRMError` that names what cannot be read, ``Interruption/error``.
public func readBytes(_ path: String) throws -> [UInt8] {
  let source = try ByteSource(path: path)
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let got = try buffer.withUnsafeMutableBytes(source.read), got > 0 {
    bytes += buffer[..<got]
  }
  return bytes
}
