#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether somebody has asked the program to stop, by Ctrl-C or `kill`, and the waits that this
/// ends. Nothing is broken off: what runs looks whether it happened, throws ``error``, and leaves
/// everything as it was.
public enum Interruption {
  /// Whether a signal came; long loops ask.
  public private(set) nonisolated(unsafe) static var happened = false
  /// Whether the signals are taken over: by the program only, never by tests.
  public private(set) nonisolated(unsafe) static var isEnabled = false
  /// A pipe that can be read once a signal came. Every wait watches it, so that also a signal
  /// ends the wait that comes just before it.
  private nonisolated(unsafe) static var alarm: (read: Int32, write: Int32) = (-1, -1)

  /// What a command that was stopped says.
  public static let error = CRMError(
    .interrupted, "stopped; nothing was changed", vi: "đã dừng; dữ liệu không thay đổi")

  /// Takes the signals over.
  public static func enable() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    alarm = (ends[0], ends[1])
    isEnabled = true
    signal(SIGINT) { Interruption.stop($0) }
    signal(SIGTERM) { Interruption.stop($0) }
  }

  private static func stop(_ number: Int32) {
    if happened {
      // Who asks twice does not want to wait; the data is safe with that, too.
      signal(number, SIG_DFL)
      raise(number)
    }
    happened = true
    let code = errno
    var byte: UInt8 = 0
    _ = write(alarm.write, &byte, 1)
    errno = code
  }

  /// - Throws: ``error`` where a signal came.
  public static func check() throws {
    if happened { throw error }
  }

  /// What a wait is for.
  public enum Readiness { case reading, writing }

  /// Waits until a descriptor can be read or written, or has failed, which the caller then meets.
  ///
  /// - Throws: ``error`` where a signal came; what can be written at once still is, as the
  ///   sentence that says so.
  public static func wait(for descriptor: Int32, _ readiness: Readiness) throws {
    let events = Int16(readiness == .reading ? POLLIN : POLLOUT)
    while true {
      if readiness == .reading { try check() }
      var watched = [
        pollfd(fd: descriptor, events: events, revents: 0),
        pollfd(fd: alarm.read, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, 2, -1)
      if count < 0 && errno != EINTR && errno != EAGAIN { return }
      if count > 0 && watched[0].revents != 0 { return }
      try check()
    }
  }

  /// Waits a while, shorter where a signal comes.
  public static func pause(milliseconds: Int) {
    var watched = pollfd(fd: alarm.read, events: Int16(POLLIN), revents: 0)
    _ = poll(&watched, 1, Int32(clamping: milliseconds))
  }
}
