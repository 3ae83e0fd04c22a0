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
  private let target: String
  private let replacing: Bool
  private var descriptor: Int32

  /// Starts writing; a file that exists lends its permissions to the new one.
  ///
  /// - Parameters:
  ///   - replacing: whether it may take the place of a file that is there when it is whole.
  ///   - permissions: what a new one may have, but for what the umask takes away.
  /// - Throws: a `CRMError` if the folder is missing or not writable, or the path is a folder.
  public init(path: String, replacing: Bool = true, permissions: mode_t = 0o666) throws {
    self.path = path
    self.replacing = replacing
    // A path that does not exist yet is its own target.
    target = FilePath.real(path) ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw CRMError.isDirectory(path) }
    let place = TemporaryName(beside: target)
    place.sweep()
    guard let made = place.make(permissions) else { throw CRMError.cannotWrite(path, errno) }
    (temporaryPath, descriptor) = made
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
    guard moveIntoPlace() else {
      let code = errno
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
