import CRMEngine
import CRMValues

#if canImport(Glibc)
  import Glibc
#endif

/// Runs the command that dials a number. The number is one argument of it; no shell reads it.
struct Dialling {
  private let words: [String]
  private let seconds: Int

  /// - Parameters:
  ///   - command: the command with its arguments; `{}` stands for the number, which else comes last.
  ///   - seconds: how long it may take.
  init(_ command: String, number: String, within seconds: Int) {
    let typed = command.split(whereSeparator: \.isWhitespace).map(String.init)
    words =
      command.contains("{}")
      ? typed.map { $0.replacing("{}", with: number) } : typed + [number]
    self.seconds = seconds
  }

  /// Runs it, and waits until it has ended.
  ///
  /// - Throws: ``CRMError`` where it cannot be run, fails, or takes too long.
  func run() throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    // What it says is talk: standard output holds codes.
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // In a group of its own, so that what it starts ends with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    arguments.append(nil)
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, arguments, environ)
    guard code == 0 else { throw failure("cannot be run", vi: "không chạy được") }
    try wait(for: process)
  }

  private func wait(for process: pid_t) throws {
    var status: Int32 = 0
    for _ in 0..<(seconds * 50) {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return try judge(status) }
      if ended < 0 && errno != EINTR { break }
      if Interruption.happened {
        end(process)
        throw Interruption.error
      }
      usleep(20_000)
    }
    end(process)
    throw failure(
      "did not end within \(seconds) seconds", vi: "không kết thúc trong \(seconds) giây")
  }

  private func end(_ process: pid_t) {
    var status: Int32 = 0
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  private func judge(_ status: Int32) throws {
    guard status != 0 else { return }
    let code = (status >> 8) & 0xff
    guard status & 0x7f == 0 else {
      throw failure(
        "was killed by signal \(status & 0x7f)", vi: "bị tín hiệu \(status & 0x7f) dừng")
    }
    if code == 127 { throw failure("cannot be run", vi: "không chạy được") }
    throw failure("failed with code \(code)", vi: "báo lỗi, mã \(code)")
  }

  private func failure(_ en: String, vi: String) -> CRMError {
    CRMError(
      .request, "the dial command “\(words[0])” \(en); nothing was recorded",
      vi: "lệnh gọi “\(words[0])” \(vi); không ghi lại gì",
      hints: [
        Label(
          "See it with: crm config get dial.command",
          vi: "Xem bằng: crm config get dial.command")
      ])
  }
}
