import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is written beside its place and moved there when it is whole.
///
/// The target is untouched until `commit`, also by a crash; a symbolic link keeps pointing. What a
/// crash leaves is removed by the next file for the same place.
public final class AtomicFile: ByteSink {
  /// The file as the caller named it.
  public let path: String
  /// The hidden file beside the target that is being written.
  public let temporaryPath: String
  private var target: String
  private let replacing: Bool
  private var descriptor: Int32

  /// Starts writing; a file whose place it takes lends its permissions to the new one.
  ///
  /// - Parameters:
  ///   - replacing: whether it may take the place of a file that is there when it is whole.
  ///   - permissions: what a new one may have, but for what the umask takes away.
  ///   - place: a path in the same folder after which the file is called while it is written, where
  ///     the next run writes another path and is to remove what this one leaves.
  /// - Throws: a `CRMError` if the folder is missing or not writable, or the path is a folder.
  public init(
    path: String, replacing: Bool = true, permissions: mode_t = 0o666, beside place: String? = nil
  ) throws {
    self.path = path
    self.replacing = replacing
    // A path that does not exist yet is its own target.
    target = FilePath.real(path) ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw CRMError.isDirectory(path) }
    let temporary = TemporaryName(beside: place ?? target)
    temporary.sweep()
    guard let made = temporary.make(permissions) else { throw CRMError.cannotWrite(path, errno) }
    (temporaryPath, descriptor) = made
    if exists, replacing { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Gives the file to the owner of another: root may do it for somebody.
  public func takeOwner(of other: String) {
    var status = stat()
    if stat(other, &status) == 0 { _ = fchown(descriptor, status.st_uid, status.st_gid) }
  }

  deinit { discard() }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, name: path)
  }

  /// Writes what is in the file to another sink, as where it is to have no place of its own.
  public func send(to sink: any ByteSink) throws {
    let source = try ByteSource(path: temporaryPath)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try buffer.withUnsafeMutableBytes(source.read), count > 0 {
      try buffer.withUnsafeBytes { try sink.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Makes the file durable and moves it into place.
  public func commit() throws { try commit(orAs: nil) }

  /// Makes the file durable and moves it into place, or to the first of other names that is free.
  ///
  /// - Parameter name: returns a name in the same folder by its number, from 2 on.
  /// - Returns: the name that it has got.
  @discardableResult
  public func commit(orAs name: ((Int) -> String)?) throws -> String {
    guard descriptor >= 0 else { return target }
    let isSafe = fsync(descriptor) == 0 || errno == EINVAL
    let code = errno
    guard isSafe else {
      discard()
      throw CRMError.cannotWrite(path, code)
    }
    var number = 1
    while !moveIntoPlace() {
      let code = errno
      if code == EEXIST, let name {
        number += 1
        target = name(number)
        continue
      }
      discard()
      throw code == EEXIST ? CRMError.alreadyThere(path) : CRMError.cannotWrite(path, code)
    }
    close(descriptor)
    descriptor = -1
    let folder = FilePath.split(target).folder
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
    return target
  }

  private func moveIntoPlace() -> Bool {
    guard !replacing else { return rename(temporaryPath, target) == 0 }
    if link(temporaryPath, target) == 0 {
      unlink(temporaryPath)
      return true
    }
    // Some file systems have no hard links.
    guard errno != EEXIST else { return false }
    guard !FilePath.isTaken(target) else {
      errno = EEXIST
      return false
    }
    return rename(temporaryPath, target) == 0
  }

  public func discard() {
    guard descriptor >= 0 else { return }
    unlink(temporaryPath)
    close(descriptor)
    descriptor = -1
  }
}
