import CRMTables
import Foundation

/// Reads rows, and what their cells say, on a thread of its own while the caller is busy with
/// those before, a bounded number of rows and bytes ahead: parsing a file and writing a database share two cores.
///
/// The wrapped reader and the typing belong to this object from then on.
final class TypedRows: @unchecked Sendable {
  private let rows: any RowReader
  private let typing: RowTyping
  private let batchSize: Int
  private let batchLimit: Int

  // Guarded by `condition`.
  private let condition = NSCondition()
  private var batches: [Batch] = []
  /// Rows that are done with. The thread that made them releases them, too: memory that one
  /// thread takes and another gives back costs both.
  private var spent: [Batch] = []
  private var hasEnded = false
  private var failure: (any Error)?
  private var isAbandoned = false

  private struct Batch {
    var rows: [TypedRow] = []
    /// Bytes of the cells of the rows.
    var bytes = 0
    /// How far the rows reach.
    var progress: Double?
  }

  /// - Parameters:
  ///   - batchSize: rows handed over at a time.
  ///   - batches: how many of those may wait.
  init(_ rows: any RowReader, _ typing: RowTyping, batchSize: Int = 64, batches: Int = 4) {
    self.rows = rows
    self.typing = typing
    self.batchSize = batchSize
    batchLimit = batches
    let thread = Thread { [worker = Worker(self)] in worker.run() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  deinit { abandon() }

  /// Tells the thread that nobody wants the rest.
  func abandon() {
    condition.lock()
    isAbandoned = true
    condition.broadcast()
    condition.unlock()
  }

  /// Hands over every row that is not blank, with how far the rows are read, from 0 to 1.
  func forEach(_ body: (inout TypedRow, _ progress: Double?) throws -> Void) throws {
    var batch = Batch()
    while try takeBatch(&batch) {
      for index in batch.rows.indices { try body(&batch.rows[index], batch.progress) }
    }
  }

  /// Exchanges a batch for the next one; false after the last.
  private func takeBatch(_ batch: inout Batch) throws -> Bool {
    condition.lock()
    defer { condition.unlock() }
    spent.append(batch)
    batch = Batch()
    while batches.isEmpty && !hasEnded { condition.wait() }
    if batches.isEmpty, let failure { throw failure }
    guard !batches.isEmpty else { return false }
    batch = batches.removeFirst()
    condition.signal()
    return true
  }

  /// Reads one batch; called on the thread.
  ///
  /// - Returns: whether there may be more.
  fileprivate func fill() -> Bool {
    var batch = Batch()
    batch.rows.reserveCapacity(batchSize)
    var error: (any Error)?
    var isLast = false
    do {
      while batch.rows.count < batchSize, batch.bytes < ImportSizes.batch {
        guard let row = try rows.next() else {
          isLast = true
          break
        }
        guard !row.isBlank else { continue }
        batch.bytes += row.bytes
        batch.rows.append(try typing.read(row))
      }
    } catch let thrown {
      error = thrown
      isLast = true
    }
    batch.progress = rows.progress
    return hand(over: batch, isLast: isLast, error)
  }

  /// Whether so much waits that a batch has to as well: where there is nothing, none has.
  private func isFull(for batch: Batch) -> Bool {
    let waiting = batches.reduce(0) { $0 + $1.bytes }
    return batches.count >= batchLimit
      || !batches.isEmpty && waiting + batch.bytes > ImportSizes.waiting
  }

  private func hand(over batch: Batch, isLast: Bool, _ error: (any Error)?) -> Bool {
    var released: [Batch] = []
    defer { released.removeAll() }
    condition.lock()
    defer { condition.unlock() }
    while isFull(for: batch), !isAbandoned { condition.wait() }
    if !batch.rows.isEmpty { batches.append(batch) }
    if isLast {
      hasEnded = true
      failure = error
    }
    swap(&released, &spent)
    condition.signal()
    return !isLast && !isAbandoned
  }

  /// Holds the reader only while a batch is read, so that a caller who lets go ends the thread.
  private final class Worker: @unchecked Sendable {
    private weak var rows: TypedRows?

    init(_ rows: TypedRows) { self.rows = rows }

    func run() {
      while let rows, rows.fill() {}
    }
  }
}
