import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Writers come in the order in which they asked.
@Suite struct WriteTurnTests {
  private let database: TemporaryDatabase

  init() throws {
    database = try TemporaryDatabase()
    // Beside an open database there is its log.
    try database.add(.tag, ["name": .text("A")])
  }

  private func turn() throws -> WriteTurn {
    let patience = Patience(seconds: 20)
    patience.begin()
    return try #require(WriteTurn.awaited(at: database.path, patience))
  }

  /// How many stand in the row, as the system tells.
  private func row() throws -> Int {
    let number = try FileManager.default.attributesOfItem(atPath: database.path + "-wal")[
      .systemFileNumber]
    return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
      .count { $0.contains("OFDLCK") && $0.contains(":\(number ?? 0) ") }
  }

  private func wait(until isTrue: () throws -> Bool) throws {
    let start = Date()
    while try !isTrue(), Date().timeIntervalSince(start) < 20 { usleep(2000) }
  }

  @Test func firstComeFirstServed() throws {
    let front = try turn()
    let served = Served()
    let path = database.path
    let threads = (1...5).map { number in
      Thread {
        let patience = Patience(seconds: 20)
        patience.begin()
        let turn = WriteTurn.awaited(at: path, patience)
        served.note(turn == nil ? -1 : number)
        turn?.end()
      }
    }
    for (index, thread) in threads.enumerated() {
      thread.start()
      try wait { try row() == index + 2 }
    }
    #expect(served.numbers == [])
    front.end()
    try wait { served.numbers.count == 5 }
    #expect(served.numbers == [1, 2, 3, 4, 5])
  }

  /// Somebody has stopped in the row, without SQLite's lock: one goes past after a second.
  @Test func goesPastWhoDoesNotMove() throws {
    let stopped = try turn()
    defer { stopped.end() }
    let start = Date()
    try database.add(.tag, ["name": .text("B")])
    #expect((0.8..<4).contains(Date().timeIntervalSince(start)))
    #expect(try database.rows("SELECT name FROM tag") == ["A", "B"])
  }

  /// The time to wait is for the row and SQLite's lock together.
  @Test func givesUpInTime() throws {
    let other = try Store.open(at: database.path, mode: .writing, timeout: 1.5)
    defer { other.close() }
    let start = Date()
    let error = try database.write { _ in
      failure {
        try other.write(as: TemporaryDatabase.admin, command: "x", at: TemporaryDatabase.moment) {
          _ in
        }
      }
    }
    #expect(error?.message.en.contains("another command is writing") == true)
    #expect((1.4..<3).contains(Date().timeIntervalSince(start)))
  }

  /// Another process may lock more than a place: behind it one stands, and where nothing is behind
  /// it there is no row.
  @Test(arguments: [
    (off_t(1) << 61, off_t(0), false), (off_t(1) << 61, off_t(1) << 50, true),
    ((off_t(1) << 61) + 5, off_t.max - (off_t(1) << 61) - 6, true),
    (off_t.max - 1, off_t(1), false),
  ])
  func standsBehindALockOverManyPlaces(start: off_t, length: off_t, stands: Bool) throws {
    let log = open(database.path + "-wal", O_RDWR)
    defer { close(log) }
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: start, l_len: length, l_pid: 0)
    // F_OFD_SETLK
    #expect(fcntl(log, 37, &lock) == 0)
    let patience = Patience(seconds: 20)
    patience.begin()
    let turn = WriteTurn.awaited(at: database.path, patience)
    #expect((turn != nil) == stands)
    turn?.end()
    try database.add(.tag, ["name": .text("B")])
  }

  /// Where there is no log to stand at, one goes on to SQLite.
  @Test func withoutALog() throws {
    #expect(WriteTurn.awaited(at: database.path + ".none", Patience(seconds: 1)) == nil)
  }
}

/// Who was served, in order.
private final class Served: @unchecked Sendable {
  private let lock = NSLock()
  private var known: [Int] = []

  var numbers: [Int] { lock.withLock { known } }
  func note(_ number: Int) { lock.withLock { known.append(number) } }
}
