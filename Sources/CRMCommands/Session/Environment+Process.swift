import CRMTables
import CRMValues

#if canImport(Glibc)
  import Glibc
#endif

extension Environment {
  /// Returns the environment of this process: its streams, clock and terminal.
  public static func process(variables: [String: String]) -> Environment {
    Interruption.enable()
    let zoneName = variables["TZ"] ?? ""
    return Environment(
      variables: variables, login: systemLogin(variables),
      now: Instant(seconds: Int64(time(nil))),
      zone: zoneName.isEmpty ? .vietnam : systemZone,
      output: DescriptorSink(descriptor: STDOUT_FILENO, name: "stdout"),
      errors: DescriptorSink(descriptor: STDERR_FILENO, name: "stderr"),
      readLine: lines(of: STDIN_FILENO),
      isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1, width: terminalWidth(variables),
      system: .process, owns: { path in isOwn(path, variables) },
      ticks: {
        var moment = timespec()
        clock_gettime(CLOCK_MONOTONIC, &moment)
        return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
      })
  }

  /// Whether a file is that of who runs the program: behind sudo, of who called that.
  private static func isOwn(_ path: String, _ variables: [String: String]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    let hasSudo = !(variables["SUDO_USER"] ?? "").isEmpty
    let caller = hasSudo ? variables["SUDO_UID"].flatMap { uid_t($0) } : nil
    return status.st_uid == caller ?? getuid()
  }

  /// Reads a descriptor by lines, in pieces that are as large as they come.
  private static func lines(of descriptor: Int32) -> () throws -> [UInt8]? {
    let lines = InputLines(descriptor: descriptor, name: standardInput)
    return { try lines.next() }
  }

  /// The system's login by user number; the variables only where that is unknown, because
  /// anybody can set them.
  private static func systemLogin(_ variables: [String: String]) -> String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name {
      return String(cString: name)
    }
    return variables["LOGNAME"] ?? variables["USER"] ?? ""
  }

  /// The zone that `TZ` names, through the C library.
  private static var systemZone: Zone {
    tzset()
    return Zone { seconds in
      var moment = time_t(seconds)
      var parts = tm()
      localtime_r(&moment, &parts)
      return parts.tm_gmtoff
    }
  }

  private static func terminalWidth(_ variables: [String: String]) -> Int {
    if let columns = variables["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }
}
