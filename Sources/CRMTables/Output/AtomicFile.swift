import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is written beside its place and moved there when it is whole.
///
/// The target is untouched until `commit`, also by a crash; a symbolic link keeps pointing.
public final class AtomicFile: ByteSink {
  /// The file as the caller named it.
  public let path: String
  /// The hidden file beside the target that is being written.
  public let temporaryPath: String
  private let target: String
  private var descriptor: Int32

  /// Starts writing; a file that exists lends its permissions to the new one.
  ///
  /// Throws a `CRMError` if the folder is missing or not writable, or the path is a folder.
  public init(path: String) throws {
    self.path = path
    // A path that does not exist yet is its own target.
    target = AtomicFile.realPath(path) ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw CRMError.isDirectory(path) }
    let (folder, name) = AtomicFile.split(target)
    var temporary = ""
    var opened: Int32 = -1
    repeat {
      let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
      // A name may have 255 bytes; the mark needs some of them.
      temporary = "\(folder).\(String(decoding: name.utf8.prefix(200), as: UTF8.self)).\(mark)~"
      opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    } while opened < 0 && errno == EEXIST
    guard opened >= 0 else { throw CRMError.cannotWrite(path, errno) }
    temporaryPath = temporary
    descriptor = opened
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit { discard() }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, name: path)
  }

  /// Makes the file durable and moves it into place.
  public func commit() throws {
    guard descriptor >= 0 else { return }
    let isSafe = fsync(descriptor) == 0 || errno == EINVAL
    let code = errno
    guard isSafe else {
      discard()
      throw CRMError.cannotWrite(path, code)
    }
    guard rename(temporaryPath, target) == 0 else {
      let code = errno
      discard()
      throw CRMError.cannotWrite(path, code)
    }
    close(descriptor)
    descriptor = -1
    let folder = AtomicFile.split(target).folder
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  public func discard() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
    descriptor = -1
  }

  /// Follows symbolic links; nil where the path leads to nothing.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let after = path.index(after: slash)
    return (String(path[..<after]), String(path[after...]))
  }
}

/// Opens a path for writing: a file through `AtomicFile`, `-` as standard output, a device or
/// named pipe directly. Every file the program puts out is opened here.
///
/// - Parameter kept: the files that it must not take the place of.
/// - Throws: a `CRMError` where ``checkOutput(_:keeping:)`` refuses, or the file cannot be made.
public func openSink(_ path: String, keeping kept: KeptFiles = KeptFiles()) throws -> any ByteSink {
  if path == "-" { return sink(1, name: "-", closes: false) }
  try checkOutput(path, keeping: kept)
  var status = stat()
  if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG,
    status.st_mode & S_IFMT != S_IFDIR
  {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CRMError.cannotWrite(path, errno) }
    return sink(descriptor, name: path, closes: true)
  }
  return try AtomicFile(path: path)
}

/// Returns what writes to an open descriptor, which may lead to a terminal.
private func sink(_ descriptor: Int32, name: String, closes: Bool) -> any ByteSink {
  let sink = DescriptorSink(descriptor: descriptor, name: name, closes: closes)
  return isatty(descriptor) == 1 ? TerminalSink(sink) : sink
}
