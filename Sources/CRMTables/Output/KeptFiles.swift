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
  enum Role: Sendable { case database, besideDatabase, copy, input, otherDatabase }

  private var files: [(path: String, role: Role)] = []

  public init() {}

  /// - Parameter database: the database's path; SQLite keeps its files beside what that leads to.
  public init(database: String) {
    let path = FilePath.resolved(database)
    files = [(path, .database)]
    files += DatabaseFiles.companions.map { (path + $0, .besideDatabase) }
  }

  /// Keeps a file that is read as well; `-` is what standard input is redirected from.
  public mutating func keep(input path: String) {
    files.append((path == "-" ? "/dev/stdin" : path, .input))
  }

  /// Refuses an output that would take the place of one of the files, or of what any database
  /// consists of.
  ///
  /// - Throws: a `CRMError` of kind usage.
  func check(_ path: String) throws {
    for file in files where FilePath.isSame(path, file.path) {
      throw CRMError.wouldReplace(path, file.role)
    }
    // By another hard link the database has other names beside it, too.
    let real = FilePath.resolved(path)
    if let base = DatabaseFiles.baseOfCompanion(real), isDatabase(base) {
      throw CRMError.wouldReplace(path, .besideDatabase)
    }
    if let base = DatabaseFiles.baseOfCopy(real), isDatabase(base) || isDatabase(real) {
      throw CRMError.wouldReplace(path, .copy)
    }
    if isDatabase(real) { throw CRMError.wouldReplace(path, .otherDatabase) }
  }

  /// Whether a path is the database's, or that of another file of SQLite.
  ///
  /// The file of the open database is known by its number and never opened: closing it again
  /// would take the locks away that SQLite has on it.
  private func isDatabase(_ path: String) -> Bool {
    if files.contains(where: { $0.role != .input && FilePath.isSame(path, $0.path) }) {
      return true
    }
    return DatabaseFiles.isOfSQLite(path)
  }
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
    case .copy:
      return CRMError(
        .usage,
        "\(path): this is the copy of a database from before it was upgraded or replaced; writing "
          + "there would destroy it",
        vi: "\(path): đây là bản sao cơ sở dữ liệu trước khi nâng cấp hoặc thay thế; ghi vào đó "
          + "sẽ làm mất bản sao", hints: hints)
    case .input:
      return CRMError(
        .usage, "\(path): this is the file that is read; writing there would destroy it",
        vi: "\(path): đây là tệp đang đọc; ghi vào đó sẽ làm mất tệp", hints: hints)
    case .otherDatabase:
      return CRMError(
        .usage, "\(path): this is another database; writing there would destroy all its data",
        vi: "\(path): đây là một cơ sở dữ liệu khác; ghi vào đó sẽ xóa mất toàn bộ dữ liệu",
        hints: hints)
    }
  }
}
