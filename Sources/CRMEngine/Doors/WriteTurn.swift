import CRMTables
import CRMValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The turn of a process to write: who came first is next (RULES 14.4).
///
/// SQLite's lock goes to whoever asks at the right moment. Of sixteen that write on a slow disk some
/// had seventy turns, and one none in five seconds. So those who write stand in a row, until their
/// commit is done and also the checkpoint that may follow it. So who stands in it does not begin the log
/// anew while another copies it out, which SQLite before 3.51.3 can get wrong
/// (<https://sqlite.org/wal.html#walresetbug>); who has gone past one that does not move may.
///
/// The row stands in no file. Each locks one byte, the next behind the last that is locked, far
/// behind all content of the log beside the database, in which SQLite locks nothing; the system
/// gives it back however a process ends. Nothing but the order depends on it: SQLite's lock keeps
/// writers apart, and who stands behind somebody that does not move asks for it at once.
struct WriteTurn {
  private let log: Int32

  /// Places begin here; there are enough of them for a row that never ends.
  private static let first: off_t = 1 << 61
  /// Milliseconds after which the one in front is taken to be stopped, or at work for long.
  private static let longest = 1000

  // Locks of an open file, not of a process, so that two stores of one process stand in the row,
  // too. The C library names these for GNU sources only; they are the same on all of Linux.
  private static let get: Int32 = 36
  private static let set: Int32 = 37

  /// Waits for the turn, or until it is time to ask SQLite without it.
  ///
  /// - Returns: nil where there is no log to stand at, or a disk that knows no such locks.
  static func awaited(at path: String, _ patience: Patience) -> WriteTurn? {
    let log = open(FilePath.resolved(path) + "-wal", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard log >= 0 else { return nil }
    let turn = WriteTurn(log: log)
    guard let place = turn.take(patience) else {
      turn.end()
      return nil
    }
    turn.wait(place, patience)
    return turn
  }

  /// Lets the next go. Nothing of the database itself must be closed by this: a process that closes
  /// a file loses all of its locks on it.
  func end() { close(log) }

  /// Takes the place behind the last; nil where that is not possible: somebody else may hold all of
  /// the places there are, up to the end, and then there is no row.
  private func take(_ patience: Patience) -> off_t? {
    repeat {
      var place = WriteTurn.first
      while let taken = taken(from: place, to: 0) {
        // A lock up to the end has the length 0.
        let (behind, isBeyond) = taken.start.addingReportingOverflow(taken.length)
        guard taken.length > 0, !isBeyond, behind < off_t.max, !Interruption.happened else {
          return nil
        }
        place = max(behind, place + 1)
      }
      var lock = WriteTurn.lock(place, length: 1)
      if fcntl(log, WriteTurn.set, &lock) == 0 { return place }
      guard errno == EAGAIN || errno == EACCES else { return nil }
      // Somebody else was faster.
    } while patience.pause(milliseconds: 1)
    return nil
  }

  private func wait(_ place: off_t, _ patience: Patience) {
    var before: off_t = 0
    var waited = 0
    while place > WriteTurn.first, let front = taken(from: WriteTurn.first, to: place)?.start {
      if front != before { waited = 0 }
      before = front
      // The further back, the longer it takes.
      let pause = Int(min(place - front, 10))
      waited += pause
      guard waited < WriteTurn.longest, patience.pause(milliseconds: pause) else { return }
    }
  }

  /// Returns which places another holds, the oldest lock of those there are; nil where there is none.
  ///
  /// - Parameter end: the place behind the last to be looked at; 0 for all.
  private func taken(from start: off_t, to end: off_t) -> (start: off_t, length: off_t)? {
    var lock = WriteTurn.lock(start, length: end == 0 ? 0 : end - start)
    guard fcntl(log, WriteTurn.get, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return (lock.l_start, lock.l_len)
  }

  private static func lock(_ start: off_t, length: off_t) -> flock {
    flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: start, l_len: length, l_pid: 0)
  }
}
