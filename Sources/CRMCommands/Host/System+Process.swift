import CRMValues

#if canImport(Glibc)
  import Glibc
#endif

extension System {
  /// What is so of this process.
  static var process: System {
    System(
      account: geteuid(), hostFile: readHostFile, owner: ownerOf, starter: parent, names: names)
  }

  private static func readHostFile() throws -> String? {
    let file = open(Host.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw CRMError(
        .database, "\(Host.path) cannot be read: \(String(cString: strerror(errno)))",
        vi: "không đọc được \(Host.path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == 0,
      status.st_mode & (S_IWGRP | S_IWOTH) == 0
    else {
      throw CRMError(
        .database, "\(Host.path) is not a file that root alone can write",
        vi: "\(Host.path) phải là tệp chỉ root ghi được",
        hints: [
          Label(
            "As root: chown root: \(Host.path); chmod 644 \(Host.path)",
            vi: "Với quyền root: chown root: \(Host.path); chmod 644 \(Host.path)")
        ])
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  private static func ownerOf(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_uid : nil
  }

  /// The process that waits for this one. Only a process of root's can call itself sudo and be one of
  /// root's.
  private static func parent() -> Starter {
    let parent = "/proc/\(getppid())"
    guard let owner = ownerOf(parent) else { return .account(geteuid()) }
    guard owner == 0, let name = try? firstLine(of: parent + "/comm"), name == "sudo" else {
      return .account(owner)
    }
    return .sudo
  }

  private static func firstLine(of path: String) throws -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)).prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The account that the system takes the number for, and all of the host's own list: of two with
  /// one number the system knows the first alone.
  private static func names(_ number: UInt32) -> [String] {
    var found: [String] = []
    if let entry = getpwuid(number), let name = entry.pointee.pw_name {
      found.append(String(cString: name))
    }
    guard let list = fopen("/etc/passwd", "re") else { return found }
    defer { fclose(list) }
    while let entry = fgetpwent(list) {
      guard entry.pointee.pw_uid == number, let name = entry.pointee.pw_name else { continue }
      let text = String(cString: name)
      if !found.contains(text) { found.append(text) }
    }
    return found
  }
}
