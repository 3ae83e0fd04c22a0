#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The names that a file has while it is written beside its place, `.kh.csv.1x2y3z~`.
///
/// Whoever writes one holds a lock on it, which goes with the process: what nobody holds was left
/// by one that was killed.
public struct TemporaryName {
  private let folder: String
  /// What stands before the mark that tells several of one place apart.
  private let beginning: String

  init(beside target: String) {
    let (folder, name) = FilePath.split(target)
    self.folder = folder
    // A name may have 255 bytes; the mark needs some of them.
    beginning = ".\(String(decoding: name.utf8.prefix(200), as: UTF8.self))."
  }

  /// Makes a file of such a name; nil where it cannot, `errno` says why.
  func make(_ permissions: mode_t) -> (path: String, descriptor: Int32)? {
    while true {
      let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
      let path = "\(folder)\(beginning)\(mark)~"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        return nil
      }
      if TemporaryName.lock(descriptor), isThere(path, descriptor) { return (path, descriptor) }
      // Somebody took it for one that was left, in the moment before it was locked.
      close(descriptor)
    }
  }

  /// Locks an open file; false where another process has. Where there are no locks nobody has.
  private static func lock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  private func isThere(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, open) = (stat(), stat())
    return lstat(path, &named) == 0 && fstat(descriptor, &open) == 0
      && named.st_ino == open.st_ino && named.st_dev == open.st_dev
  }

  /// Removes what was left beside the same place.
  func sweep() {
    eachLeft { path in
      for suffix in DatabaseFiles.companions { unlink(path + suffix) }
      unlink(path)
    }
  }

  /// Returns the names of the files that were left beside a place by who was killed.
  public static func left(beside target: String) -> [String] {
    var names: [String] = []
    TemporaryName(beside: target).eachLeft { names.append(FilePath.split($0).name) }
    return names.sorted()
  }

  /// Hands over the path of each that nobody writes.
  private func eachLeft(_ body: (String) -> Void) {
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
        place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard isOne(name) else { continue }
      let path = folder + name
      let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { body(path) }
      close(descriptor)
    }
  }

  private func isOne(_ name: String) -> Bool {
    guard name.hasPrefix(beginning), name.hasSuffix("~") else { return false }
    let mark = name.dropFirst(beginning.count).dropLast()
    return !mark.isEmpty && mark.utf8.count <= 7 && UInt32(mark, radix: 36) != nil
  }
}
