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

  /// Returns what follows the name of a database for the copy of it that a restore leaves.
  ///
  /// - Parameter moment: when, as `20261130-201500`.
  public static func replacedSuffix(_ moment: String) -> String { ".replaced-\(moment)" }

  /// Returns the database of which a file is the copy that an upgrade or a restore made; nil where
  /// the name is not of that form, a number behind it included.
  public static func baseOfCopy(_ path: String) -> String? {
    baseOfUpgraded(path) ?? baseOfReplaced(path)
  }

  private static func baseOfUpgraded(_ path: String) -> String? {
    var name = NameEnd(path)
    if name.dropDigits() > 0, !name.drop(".") { return nil }
    guard name.drop(".backup"), name.dropDigits() > 0, name.drop(".format-") else { return nil }
    return name.rest
  }

  /// Returns the database in whose place a restore put another, of the file that it left.
  public static func baseOfReplaced(_ path: String) -> String? {
    var name = NameEnd(path)
    var digits = name.dropDigits()
    if digits > 0, name.drop(".") { digits = name.dropDigits() }
    guard digits == 6, name.drop("-"), name.dropDigits() == 8, name.drop(".replaced-") else {
      return nil
    }
    return name.rest
  }

  /// A name that is read from its end.
  private struct NameEnd {
    private var text: Substring

    init(_ path: String) { text = path[...] }

    /// What is left; nil where that names no file.
    var rest: String? { text.isEmpty || text.last == "/" ? nil : String(text) }

    mutating func drop(_ end: String) -> Bool {
      guard text.hasSuffix(end) else { return false }
      text.removeLast(end.count)
      return true
    }

    mutating func dropDigits() -> Int {
      let before = text.count
      while let last = text.last, ("0"..."9").contains(last) { text.removeLast() }
      return before - text.count
    }
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
