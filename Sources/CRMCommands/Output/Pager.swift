import CRMTables
import CRMValues

#if canImport(Glibc)
  import Glibc
#endif

/// A pager that runs beside the command and reads what it is given.
final class Pager {
  private var process: pid_t = 0
  private var descriptor: Int32 = -1

  /// Starts the command through the shell; nil where that is not possible.
  init?(_ command: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    // less keeps the heading's bold, stays on the screen, and leaves at once what fits on it.
    setenv("LESS", "FRX", 0)
    let texts = ["sh", "-c", command]
    var words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    let code = posix_spawn(&process, "/bin/sh", &actions, nil, words, environ)
    close(ends[0])
    guard code == 0 else {
      close(ends[1])
      return nil
    }
    descriptor = ends[1]
  }

  /// Hands bytes to the pager.
  ///
  /// - Throws: ``ClosedPipe`` when the reader has quit it.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try writeAll(bytes, to: descriptor, name: "PAGER")
  }

  /// Tells the pager that this was all, and waits until it is left.
  func finish() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }
}
