#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What paths lead to.
public enum FilePath {
  /// Follows symbolic links; nil where the path leads to nothing.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Follows links as far as there is something: of a file that does not exist, those of its
  /// folder.
  public static func resolved(_ path: String) -> String {
    if let real = real(path) { return real }
    let (folder, name) = split(path)
    guard let real = real(folder.isEmpty ? "." : folder) else { return path }
    return real.hasSuffix("/") ? real + name : "\(real)/\(name)"
  }

  /// The folder with the slash behind it, empty for the current one, and the name.
  public static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let after = path.index(after: slash)
    return (String(path[..<after]), String(path[after...]))
  }

  /// Whether something stands at a path, a link to nothing included.
  public static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a path leads to a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether two paths lead to one regular file, or will: by what is there where both exist, as
  /// hard links have paths of their own, else by their folders and names.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    var (mine, others) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other, &others) == 0 else {
      return resolved(path) == resolved(other)
    }
    return mine.st_mode & S_IFMT == S_IFREG && mine.st_dev == others.st_dev
      && mine.st_ino == others.st_ino
  }

  /// Returns the descriptor of this process that a path stands for, such as `/dev/stdout`.
  static func descriptor(_ path: String) -> Int32? {
    var path = path
    // Links to such a path do as well; they end somewhere.
    for _ in 0..<8 {
      for folder in ["/proc/self/fd/", "/dev/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.count))
      }
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &target, target.count)
      guard count > 0 else { return nil }
      let next = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = next.hasPrefix("/") ? next : split(path).folder + next
    }
    return nil
  }
}
