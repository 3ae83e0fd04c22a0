import CRMCore
import CRMEngine
import CRMValues

#if canImport(Glibc)
  import Glibc
#endif

/// Ends a command cleanly on Ctrl-C or `kill`: the running statement is stopped and its
/// transaction taken back, so that the data is as before.
enum Interruption {
  private nonisolated(unsafe) static var store: Store?
  /// The last one that was closed: kept, as freeing it starts a thread that the end of the
  /// process has to wait for.
  private nonisolated(unsafe) static var closed: Store?
  private nonisolated(unsafe) static var isWatching = false
  /// Whether a signal came; long loops between statements ask.
  nonisolated(unsafe) static var happened = false

  /// Makes the signals stop what runs on this store.
  static func watch(_ opened: Store?) {
    guard isWatching else { return }
    closed = store
    store = opened
    signal(SIGINT) { Interruption.stop($0) }
    signal(SIGTERM) { Interruption.stop($0) }
  }

  /// What a command stopped by a signal says.
  static let error = CRMError(
    .request, "stopped; nothing was changed", vi: "đã dừng; dữ liệu không thay đổi")

  /// Signals are taken over by the program only, never by tests.
  static func enable() { isWatching = true }

  private static func stop(_ number: Int32) {
    if happened {
      // Who asks twice does not want to wait; the data is safe with that, too.
      signal(number, SIG_DFL)
      raise(number)
    }
    happened = true
    store?.interrupt()
  }
}
