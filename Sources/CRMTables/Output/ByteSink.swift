import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where bytes go: a file, a pipe, a test's array.
public protocol ByteSink: AnyObject {
  /// Writes all the bytes. Throws `ClosedPipe` when nobody reads any more.
  func write(_ bytes: UnsafeRawBufferPointer) throws

  /// Makes what was written last: a file is put in place.
  func commit() throws

  /// Throws away what was written, as far as it can be.
  func discard()
}

/// The reader of a pipe has gone; a command that meets this ends quietly.
///
/// Only seen where SIGPIPE is ignored.
public struct ClosedPipe: Error, Hashable, Sendable {
  public init() {}
}

/// Writes to an open descriptor.
public final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private let closes: Bool

  /// `name` is for messages; the descriptor is closed in the end only if `closes` says so.
  public init(descriptor: Int32, name: String, closes: Bool = false) {
    self.descriptor = descriptor
    self.name = name
    self.closes = closes
  }

  deinit {
    if closes { close(descriptor) }
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, name: name)
  }

  public func commit() throws {}

  public func discard() {}
}

/// Collects bytes in memory.
public final class MemorySink: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// The bytes as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    self.bytes.append(contentsOf: bytes)
  }

  public func commit() throws {}

  public func discard() { bytes = [] }
}

/// Writes all bytes, however many calls it takes.
///
/// Where a reader may be slow no more is written at a time than a pipe takes at once, so that a
/// signal ends the wait for it.
///
/// - Throws: ``ClosedPipe``, a `CRMError` that names the file, or ``Interruption/error``.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String) throws {
  var status = stat()
  let mayWait = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  let most = mayWait ? Int(PIPE_BUF) : Int.max
  var rest = bytes
  while !rest.isEmpty {
    if mayWait { try Interruption.wait(for: descriptor, .writing) }
    let size = min(rest.count, most)
    #if canImport(Glibc)
      let count = Glibc.write(descriptor, rest.baseAddress, size)
    #else
      let count = Musl.write(descriptor, rest.baseAddress, size)
    #endif
    if count >= 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    } else if errno == EPIPE {
      throw ClosedPipe()
    } else if errno != EINTR {
      throw CRMError.cannotWrite(name, errno)
    }
  }
}

extension CRMError {
  /// A file cannot be written, by what the system says of it.
  public static func cannotWrite(_ name: String, _ code: Int32) -> CRMError {
    switch code {
    case ENOSPC, EDQUOT:
      return CRMError(
        .request, "\(name): the disk is full", vi: "\(name): đĩa đã đầy",
        hints: [
          Label("Make room, or write elsewhere", vi: "Dọn bớt đĩa, hoặc ghi vào nơi khác")
        ])
    case EACCES, EPERM, EROFS:
      return CRMError(
        .request, "\(name): no permission to write here", vi: "\(name): không có quyền ghi vào đây",
        hints: [Label("Write to another folder", vi: "Ghi vào thư mục khác")])
    case ENOENT, ENOTDIR:
      return CRMError(
        .request, "\(name): no such folder", vi: "\(name): không có thư mục này",
        hints: [Label("Create the folder first", vi: "Tạo thư mục trước")])
    case EISDIR:
      return isDirectory(name)
    default:
      let reason = String(cString: strerror(code))
      return CRMError(
        .request, "\(name): cannot be written: \(reason)", vi: "\(name): không ghi được: \(reason)")
    }
  }
}
