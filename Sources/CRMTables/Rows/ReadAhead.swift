import Foundation

/// Reads rows on a thread of its own while the caller is busy with those before, a bounded
/// number ahead, so that parsing a file and writing a database share two cores.
///
/// The wrapped reader belongs to this object from then on.
public final class ReadAhead: RowReader, @unchecked Sendable {
  public let sheetName: String?
  private let source: any RowReader
  private let batchSize: Int
  private let batchLimit: Int

  // Guarded by `condition`.
  private let condition = NSCondition()
  private var batches: [(rows: [TableRow], progress: Double?)] = []
  private var hasEnded = false
  private var failure: (any Error)?
  private var isAbandoned = false

  // The caller's alone.
  private var current: [TableRow] = []
  private var position = 0
  /// How far the rows handed out reach.
  public private(set) var progress: Double?

  /// - Parameters:
  ///   - batchSize: rows handed over at a time.
  ///   - batches: how many of those may wait.
  public init(_ source: any RowReader, batchSize: Int = 256, batches: Int = 4) {
    self.source = source
    self.batchSize = batchSize
    batchLimit = batches
    sheetName = source.sheetName
    let thread = Thread { [worker = Worker(self)] in worker.run() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  deinit { abandon() }

  /// Tells the thread that nobody wants the rest.
  public func abandon() {
    condition.lock()
    isAbandoned = true
    condition.broadcast()
    condition.unlock()
  }

  public func next() throws -> TableRow? {
    if position < current.count {
      defer { position += 1 }
      return current[position]
    }
    condition.lock()
    while batches.isEmpty && !hasEnded { condition.wait() }
    guard !batches.isEmpty else {
      let failure = failure
      condition.unlock()
      if let failure { throw failure }
      return nil
    }
    (current, progress) = batches.removeFirst()
    condition.signal()
    condition.unlock()
    position = 1
    return current.first
  }

  /// Reads one batch; called on the thread.
  ///
  /// - Returns: whether there may be more.
  fileprivate func fill() -> Bool {
    var batch: [TableRow] = []
    batch.reserveCapacity(batchSize)
    var error: (any Error)?
    var isLast = false
    do {
      while batch.count < batchSize {
        guard let row = try source.next() else {
          isLast = true
          break
        }
        batch.append(row)
      }
    } catch let thrown {
      error = thrown
      isLast = true
    }
    let progress = source.progress
    condition.lock()
    defer { condition.unlock() }
    while batches.count >= batchLimit && !isAbandoned { condition.wait() }
    if !batch.isEmpty { batches.append((batch, progress)) }
    if isLast {
      hasEnded = true
      failure = error
    }
    condition.signal()
    return !isLast && !isAbandoned
  }

  /// Holds the reader only while a batch is read, so that a caller who lets go ends the thread.
  private final class Worker: @unchecked Sendable {
    private weak var reader: ReadAhead?

    init(_ reader: ReadAhead) { self.reader = reader }

    func run() {
      while let reader, reader.fill() {}
    }
  }
}
