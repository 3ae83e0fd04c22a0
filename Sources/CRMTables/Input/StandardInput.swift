import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard input as a file.
public enum StandardInput {
  /// Reads a pipe or a terminal to its end into a file without a name, which takes its place: who
  /// has to wait for it does so before keeping others from writing.
  ///
  /// - Throws: a `CRMError` where there is no room, ``Interruption/error``.
  public static func await() throws {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/crm.XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw CRMError.cannotWrite(folder, errno) }
    defer { close(file) }
    unlink(name)
    let source = try ByteSource(descriptor: STDIN_FILENO, name: "-")
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if got == 0 { break }
      try buffer.withUnsafeBytes {
        try writeAll(UnsafeRawBufferPointer(rebasing: $0[..<got]), to: file, name: folder)
      }
    }
    lseek(file, 0, SEEK_SET)
    dup2(file, STDIN_FILENO)
  }
}
