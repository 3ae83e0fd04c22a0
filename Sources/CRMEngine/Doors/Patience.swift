import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How long a command waits until others are done with the database: so many seconds in all, for
/// its turn to write and for every lock together, and no longer than until a signal comes.
///
/// Used by the one thread that waits.
final class Patience: @unchecked Sendable {
  private let milliseconds: Int
  private var deadline = 0
  /// Whether several waits share the time.
  private var isGoingOn = false

  init(seconds: Double) { milliseconds = Int(seconds * 1000) }

  /// Begins to wait for several things one after the other, until ``end()``.
  func begin() {
    deadline = Patience.now + milliseconds
    isGoingOn = true
  }

  /// What was waited for is there: the next wait may take its whole time again.
  func end() { isGoingOn = false }

  /// Waits a while, if there is time left; returns whether to try again.
  func pause(milliseconds pause: Int) -> Bool {
    let left = deadline - Patience.now
    guard left > 0, !Interruption.happened else { return false }
    Interruption.pause(milliseconds: min(pause, left))
    return !Interruption.happened
  }

  /// What SQLite is to do while another process holds the lock that it needs. The pauses it makes
  /// by itself grow to a tenth of a second, for which a lock that became free lies idle.
  ///
  /// - Parameter tries: how often it has waited for this lock.
  func waitsForLock(tries: Int) -> Bool {
    if tries == 0, !isGoingOn { deadline = Patience.now + milliseconds }
    return pause(milliseconds: tries < 3 ? 1 << tries : 10)
  }

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return moment.tv_sec * 1000 + moment.tv_nsec / 1_000_000
  }
}
