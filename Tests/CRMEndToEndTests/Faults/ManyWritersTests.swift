import Foundation
import Testing

/// Sixteen write and eight read, as in an office.
@Suite struct ManyWritersTests {
  private static let writers = 16
  private static let rounds = 6

  /// What the writers were told, and what the readers saw.
  private final class Notes: @unchecked Sendable {
    private let lock = NSLock()
    private var names: [String] = []
    private var wrongs: [String] = []
    private var finished = 0

    func acknowledge(_ written: [String]) { lock.withLock { names += written } }
    func complain(_ text: String) { lock.withLock { wrongs.append(text) } }
    func finish() { lock.withLock { finished += 1 } }
    var acknowledged: [String] { lock.withLock { names } }
    var complaints: [String] { lock.withLock { wrongs } }
    var areWritersDone: Bool { lock.withLock { finished == ManyWritersTests.writers } }
  }

  /// The names that one operation writes: one customer, or a file of five.
  private static func names(_ writer: Int, _ round: Int) -> [String] {
    (0..<(round.isMultiple(of: 2) ? 1 : 5)).map { "W\(writer) \(round) \($0)" }
  }

  private static func write(_ writer: Int, _ place: Workplace, _ notes: Notes) throws {
    for round in 0..<rounds {
      let names = names(writer, round)
      let outcome: Workplace.Outcome
      if names.count == 1 {
        outcome = try place.crm("customer", "add", "--name", names[0])
      } else {
        let file = "\(place.folder)/w-\(writer)-\(round).csv"
        try Data(("Tên khách hàng\n" + names.joined(separator: "\n")).utf8)
          .write(to: URL(fileURLWithPath: file))
        outcome = try place.crm("customer", "import", file)
      }
      if outcome.code == 0 { notes.acknowledge(names) } else { notes.complain(outcome.errors) }
    }
  }

  private static func list(_ place: Workplace) throws -> [String] {
    let outcome = try place.crm("customer", "list", "--columns", "name", "--format", "tsv")
    guard outcome.code == 0 else { throw Unreadable(errors: outcome.errors) }
    return outcome.output.split(separator: "\n").dropFirst().map(String.init)
  }

  private struct Unreadable: Error { let errors: String }

  /// Of every operation a reader sees all or nothing.
  private static func read(_ place: Workplace, _ notes: Notes) throws {
    for (operation, names) in Dictionary(grouping: try list(place), by: { $0.dropLast(2) }) {
      let numbers = operation.dropFirst().split(separator: " ").compactMap { Int($0) }
      let isWhole = numbers.count == 2 && names.sorted() == self.names(numbers[0], numbers[1])
      if !isWhole { notes.complain("\(names)") }
    }
  }

  @Test func keepsWhatItAcknowledged() throws {
    let place = try Workplace()
    try place.crm("init")
    let notes = Notes()
    let threads =
      (0..<Self.writers).map { writer in
        Thread {
          do { try Self.write(writer, place, notes) } catch { notes.complain("\(error)") }
          notes.finish()
        }
      }
      + (0..<8).map { _ in
        Thread {
          while !notes.areWritersDone {
            do { try Self.read(place, notes) } catch { notes.complain("\(error)") }
          }
        }
      }
    for thread in threads { thread.start() }
    while threads.contains(where: { !$0.isFinished }) { usleep(20_000) }
    #expect(notes.complaints == [])
    let wanted = (0..<Self.writers).flatMap { writer in
      (0..<Self.rounds).flatMap { Self.names(writer, $0) }
    }
    #expect(notes.acknowledged.count == wanted.count)
    #expect(try Self.list(place).sorted() == notes.acknowledged.sorted())
    let check = try place.bash(
      "command -v sqlite3 >/dev/null || exit 0; sqlite3 \"$CRM_DB\" 'PRAGMA integrity_check'")
    #expect(["ok\n", ""].contains(check.output))
  }
}
