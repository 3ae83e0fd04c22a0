import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Refuses a path that no output may be put at: of a file that is kept, a folder, a link to
/// nothing, a file that is read-only, a device that is more than a stream.
///
/// - Throws: a `CRMError` that says what stands there.
public func checkOutput(_ path: String, keeping kept: KeptFiles) throws {
  // Redirected onto the database, standard output is appended to it.
  try kept.check(path == "-" ? "/dev/stdout" : path)
  guard path != "-", FilePath.descriptor(path) == nil else { return }
  guard !path.isEmpty else { throw CRMError.noOutputName }
  var status = stat()
  guard stat(path, &status) == 0 else {
    let code = errno
    guard FilePath.isTaken(path) else { return }
    throw code == ENOENT ? CRMError.danglingLink(path) : CRMError.cannotWrite(path, code)
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: if isReadOnly(path, status) { throw CRMError.readOnly(path) }
  case S_IFDIR: throw CRMError.isDirectory(path)
  case S_IFIFO: break
  case S_IFCHR where isStream(status.st_rdev): break
  default: throw CRMError.isDevice(path)
  }
}

/// Opens a path for writing: a file through `AtomicFile`, `-` as standard output, a stream of this
/// process, a terminal or a named pipe directly. Every file the program puts out is opened here.
///
/// - Parameters:
///   - kept: the files that it must not take the place of.
///   - replacing: whether the output may take the place of a file that is there.
/// - Throws: a `CRMError` where ``checkOutput(_:keeping:)`` refuses, or the file cannot be made.
public func openSink(
  _ path: String, keeping kept: KeptFiles = KeptFiles(), replacing: Bool = true
) throws -> any ByteSink {
  try checkOutput(path, keeping: kept)
  if path == "-" { return sink(1, name: "-", closes: false) }
  // Opened by its path a redirected file would be written from its beginning, over what is there.
  if let known = FilePath.descriptor(path) {
    let descriptor = dup(known)
    guard descriptor >= 0 else { throw CRMError.cannotWrite(path, errno) }
    return sink(descriptor, name: path, closes: true)
  }
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
    return try AtomicFile(path: path, replacing: replacing)
  }
  return sink(try openStream(path), name: path, closes: true)
}

/// Returns what writes to an open descriptor, which may lead to a terminal.
private func sink(_ descriptor: Int32, name: String, closes: Bool) -> any ByteSink {
  let sink = DescriptorSink(descriptor: descriptor, name: name, closes: closes)
  return isatty(descriptor) == 1 ? TerminalSink(sink) : sink
}

/// Whether something that stands at the place of an output would be replaced by it; what comes is
/// only added to a pipe, a terminal or standard output.
public func wouldReplace(_ path: String) -> Bool {
  guard path != "-", FilePath.descriptor(path) == nil else { return false }
  var status = stat()
  guard stat(path, &status) == 0 else { return FilePath.isTaken(path) }
  return status.st_mode & S_IFMT == S_IFREG
}

/// Opens a pipe once somebody reads it; a signal ends the wait for that.
private func openStream(_ path: String) throws -> Int32 {
  while true {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    if descriptor >= 0 {
      _ = fcntl(descriptor, F_SETFL, 0)
      return descriptor
    }
    guard errno == ENXIO else { throw CRMError.cannotWrite(path, errno) }
    try Interruption.check()
    Interruption.pause(milliseconds: 50)
  }
}

/// Nothing is forbidden to root, who has taken the right from a file for a reason all the same.
private func isReadOnly(_ path: String, _ status: stat) -> Bool {
  status.st_mode & S_IWUSR == 0 || faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0
}

/// Whether a character device only takes what comes: `/dev/null`, `/dev/full`, terminals. Any other
/// may be a disk or a machine's memory.
///
/// The numbers are those of <https://www.kernel.org/doc/html/latest/admin-guide/devices.html>.
private func isStream(_ device: dev_t) -> Bool {
  switch (device >> 8 & 0xFFF, device & 0xFF) {
  case (1, 3), (1, 7): true
  case (4, _), (5, _), (136...143, _), (188, _), (204, _), (229, _): true
  default: false
  }
}

extension CRMError {
  static let noOutputName = CRMError(
    .usage, "the name of the file to be written is empty", vi: "tên tệp cần ghi bị trống",
    hints: [Label("A dash is standard output", vi: "Dấu - là đầu ra chuẩn")])

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

  static func isDevice(_ path: String) -> CRMError {
    CRMError(
      .request, "\(path): a device, which no file is written to",
      vi: "\(path): là thiết bị, không ghi tệp vào đó",
      hints: [Label("Name a file", vi: "Hãy chỉ một tệp")])
  }

  /// A file stands where one that replaces nothing is to be put.
  ///
  /// - Parameter hints: what else can be done than to name another.
  public static func alreadyThere(_ path: String, hints: [Label] = []) -> CRMError {
    CRMError(
      .conflict, "there is already a file at \(path)", vi: "đã có tệp tại \(path)",
      hints: [Label("Name another file", vi: "Hãy chỉ một tệp khác")] + hints)
  }
}
