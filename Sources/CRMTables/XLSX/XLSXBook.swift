import CLibXLSXWriter
import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A workbook of libxlsxwriter, written to a file of its own and handed to a sink when whole.
final class XLSXBook {
  /// The output as messages name it.
  let name: String
  let handle: OpaquePointer
  private let sink: any ByteSink
  /// The file the library writes where the sink is no file. It has no name, so that nothing is
  /// left of it, however the program ends.
  private let ownFile: Int32?
  /// Where the library keeps sheets until it packs them.
  private let folder: String
  private var isOpen = true

  init(_ sink: any ByteSink) throws {
    if let reason = crmxlsx_load() { throw CRMError.xlsxUnavailable(String(cString: reason)) }
    self.sink = sink
    let file = sink as? AtomicFile
    name = file?.path ?? "xlsx"
    folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    ownFile = file == nil ? try SeekableBytes.nameless(folder) : nil
    guard
      let handle = crmxlsx_open(
        file?.temporaryPath ?? ownFile.map { "/proc/self/fd/\($0)" } ?? "", folder)
    else { throw CRMError.xlsxUnavailable("out of memory") }
    self.handle = handle
  }

  deinit {
    cancel()
    if let ownFile { close(ownFile) }
  }

  func check(_ code: Int32) throws {
    if code != 0 { throw CRMError.xlsxFailed(name, code: code) }
  }

  /// The error of a temporary file that could not be written.
  func temporaryFailure(_ code: Int32) -> CRMError {
    code == ENOSPC ? .xlsxNoRoom(name, folder: folder) : .cannotWrite(name, code)
  }

  /// Has the library write the file, and passes it on where the sink is not that file.
  func finish() throws {
    guard isOpen else { return }
    guard crmxlsx_has_room(handle) != 0 else { throw temporaryFailure(ENOSPC) }
    isOpen = false
    try check(crmxlsx_close(handle))
    if let ownFile {
      lseek(ownFile, 0, SEEK_SET)
      let source = try ByteSource(descriptor: ownFile, name: name)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      try buffer.withUnsafeMutableBytes { bytes in
        while case let count = try source.read(into: bytes), count > 0 {
          try sink.write(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
      }
    }
    try sink.commit()
  }

  func cancel() {
    guard isOpen else { return }
    isOpen = false
    crmxlsx_abandon(handle)
    sink.discard()
  }
}
