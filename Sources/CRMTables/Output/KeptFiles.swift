import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that no output takes the place of, by whatever name, path or link it is called: the
/// database with what SQLite keeps beside it, and the file that is being imported.
public struct KeptFiles: Sendable {
  /// What a file is kept for.
  enum Role: Sendable { case database, besideDatabase, input }

  private var files: [(path: String, role: Role)] = []

  public init() {}

  /// - Parameter database: the database's path; SQLite keeps its files beside what that leads to.
  public init(database: String) {
    let path = KeptFiles.resolved(database)
    files = [(path, .database)]
    files += ["-wal", "-shm", "-journal"].map { (path + $0, .besideDatabase) }
  }

  /// Keeps a file that is read as well; `-` is what standard input is redirected from.
  public mutating func keep(input path: String) {
    files.append((path == "-" ? "/dev/stdin" : path, .input))
  }

  /// Refuses an output that would take the place of one of the files.
  ///
  /// - Throws: a `CRMError` of kind usage.
  func check(_ path: String) throws {
    for file in files where KeptFiles.isSame(path, file.path) {
      throw CRMError.wouldReplace(path, file.role)
    }
  }

  /// Whether two paths lead to one regular file, or will: by what is there where both exist, as
  /// hard links have paths of their own, else by their folders and names.
  private static func isSame(_ path: String, _ other: String) -> Bool {
    var (mine, others) = (stat(), stat())
    guard stat(path, &mine) == 0, stat(other, &others) == 0 else {
      return resolved(path) == resolved(other)
    }
    return mine.st_mode & S_IFMT == S_IFREG && mine.st_dev == others.st_dev
      && mine.st_ino == others.st_ino
  }

  /// Follows links as far as there is something: of a file that does not exist, those of its
  /// folder.
  private static func resolved(_ path: String) -> String {
    if let real = AtomicFile.realPath(path) { return real }
    let (folder, name) = AtomicFile.split(path)
    guard let real = AtomicFile.realPath(folder.isEmpty ? "." : folder) else { return path }
    return real.hasSuffix("/") ? real + name : "\(real)/\(name)"
  }
}

/// Refuses a path that no output may be put at: of a file that is kept, a link to nothing, a file
/// that is read-only. Devices and pipes are not replaced, so they pass.
///
/// - Throws: a `CRMError` that says what stands there.
public func checkOutput(_ path: String, keeping kept: KeptFiles) throws {
  guard path != "-" else { return }
  try kept.check(path)
  var status = stat()
  guard stat(path, &status) == 0 else {
    let code = errno
    var link = stat()
    guard lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK else { return }
    throw code == ENOENT ? CRMError.danglingLink(path) : CRMError.cannotWrite(path, code)
  }
  guard status.st_mode & S_IFMT == S_IFREG else { return }
  // Nothing is forbidden to root, who has taken the right from a file for a reason all the same.
  let isReadOnly =
    status.st_mode & S_IWUSR == 0 || faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0
  if isReadOnly { throw CRMError.readOnly(path) }
}

extension CRMError {
  static func wouldReplace(_ path: String, _ role: KeptFiles.Role) -> CRMError {
    let hints = [Label("Name another file", vi: "Hãy chỉ một tệp khác")]
    switch role {
    case .database:
      return CRMError(
        .usage, "\(path): this is the database; writing there would destroy all its data",
        vi: "\(path): đây là cơ sở dữ liệu; ghi vào đó sẽ xóa mất toàn bộ dữ liệu", hints: hints)
    case .besideDatabase:
      return CRMError(
        .usage, "\(path): this file belongs to the database; writing there would damage its data",
        vi: "\(path): tệp này thuộc cơ sở dữ liệu; ghi vào đó sẽ làm hỏng dữ liệu", hints: hints)
    case .input:
      return CRMError(
        .usage, "\(path): this is the file that is read; writing there would destroy it",
        vi: "\(path): đây là tệp đang đọc; ghi vào đó sẽ làm mất tệp", hints: hints)
    }
  }

  static func danglingLink(_ path: String) -> CRMError {
    CRMError(
      .request, "\(path): a symbolic link to a file that is not there",
      vi: "\(path): liên kết tượng trưng tới một tệp không có",
      hints: [
        Label(
          "Remove the link, or name the file itself", vi: "Xóa liên kết, hoặc chỉ thẳng tệp đích")
      ])
  }

  static func readOnly(_ path: String) -> CRMError {
    CRMError(
      .request, "\(path): the file is read-only and is not replaced",
      vi: "\(path): tệp chỉ cho đọc nên không được ghi đè",
      hints: [
        Label(
          "Name another file, or allow it: chmod u+w \(shellWord(path))",
          vi: "Chỉ một tệp khác, hoặc cho phép ghi: chmod u+w \(shellWord(path))")
      ])
  }
}
