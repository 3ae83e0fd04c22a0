#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files that a database consists of and those that are named after it.
public enum DatabaseFiles {
  /// What SQLite adds to the name of a database for the files beside it.
  public static let companions = ["-wal", "-shm", "-journal"]

  /// Returns what follows the name of a database of an older format for the copy that its upgrade
  /// leaves.
  public static func copySuffix(_ format: Int) -> String { ".format-\(format).backup" }

  /// Returns the database that SQLite would keep a file for; nil where the name is not of that
  /// form.
  static func baseOfCompanion(_ path: String) -> String? {
    companions.first(where: path.hasSuffix).map { String(path.dropLast($0.count)) }
  }

  /// Returns the database of which a file is the copy that an upgrade made; nil where the name is
  /// not of that form, a number or `.unfinished` behind it included.
  public static func baseOfCopy(_ path: String) -> String? {
    var rest = path[...]
    func drop(_ end: String) -> Bool {
      guard rest.hasSuffix(end) else { return false }
      rest.removeLast(end.count)
      return true
    }
    func dropNumber() -> Bool {
      let before = rest.count
      while let last = rest.last, ("0"..."9").contains(last) { rest.removeLast() }
      return rest.count < before
    }
    if !drop(".unfinished"), dropNumber(), !drop(".") { return nil }
    guard drop(".backup"), dropNumber(), drop(".format-"), !rest.isEmpty, rest.last != "/" else {
      return nil
    }
    return String(rest)
  }

  /// Whether a file begins as a database of SQLite, its log or its journal does.
  static func isOfSQLite(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var head = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &head, head.count)
    return beginnings.contains { count >= $0.count && head.starts(with: $0) }
  }

  /// <https://sqlite.org/fileformat2.html>, 1.3.1, 4.1 and 3.
  private static let beginnings: [[UInt8]] = [
    Array("SQLite format 3\0".utf8), [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
  ]
}
