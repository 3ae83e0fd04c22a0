import CRMTables
import CRMValues
import Foundation

/// The folder of one command's files, beside the database: empty at first, for nobody else, and gone
/// with the command.
struct ExchangeFolder {
  let path: String
  private let lock: Int32

  /// What the names of such folders begin with.
  static let beginning = ".exchange."

  /// Makes one, and removes those of commands that were killed.
  ///
  /// - Throws: ``CRMError`` where the folder of the database takes none.
  init(of environment: Environment) throws {
    guard let host = try environment.system.hostFile().map(Host.init(reading:)) else {
      throw HostErrors.unshared
    }
    // Whoever's it was: the folder is closed, and the files in it say what they are to have.
    umask(0)
    ExchangeFolder.sweep(host.folder)
    var template = Array((host.folder + "/" + ExchangeFolder.beginning + "XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw CRMError(
        .database, "\(host.folder) takes no files: \(String(cString: strerror(errno)))",
        vi: "không ghi được vào \(host.folder): \(String(cString: strerror(errno)))")
    }
    path = String(cString: made)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(lock, LOCK_EX | LOCK_NB)
  }

  /// Makes it the current folder, and a file in it standard input, which is empty without one.
  func enter(input: String) throws {
    guard chdir(path) == 0 else {
      throw CRMError(
        .database, "\(path) cannot be entered", vi: "không vào được thư mục \(path)")
    }
    var file = open(input, O_RDONLY | O_NOFOLLOW)
    if file < 0 { file = open("/dev/null", O_RDONLY) }
    dup2(file, STDIN_FILENO)
    close(file)
  }

  /// The names of the files in it, hidden ones left out.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }

  /// A folder that no process holds the lock of was left by one that was killed.
  private static func sweep(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(beginning) {
      let path = folder + "/" + name
      chmod(path, 0o700)
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      // One that was made a moment ago may not hold its lock yet.
      guard fstat(descriptor, &status) == 0, time(nil) - status.st_mtim.tv_sec > 60,
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
