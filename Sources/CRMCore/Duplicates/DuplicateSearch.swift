import CRMEngine
import Dispatch
import Foundation

/// Looks for customers that may be one, over what was read of them: keys bring pairs together,
/// the comparison weighs them. The cores take families of keys as they come free.
final class DuplicateSearch: @unchecked Sendable {
  /// Two customers, by their places, the one added first first.
  struct Found: Hashable {
    let a: UInt32
    let b: UInt32
    let score: Float
    let reasons: DuplicateReasons
  }

  /// Keys to go through.
  enum Job {
    case family(BlockKeys.Family, part: UInt64, of: UInt64)
    /// Who stands side by side by name.
    case neighbours
  }

  /// Told how much is done, from 0 to 1; says whether to go on. Called by one thread at a time.
  typealias Pace = @Sendable (Double) -> Bool

  let customers: ScannedCustomers
  let keys: BlockKeys
  let comparison: CustomerComparison
  let wish: DuplicateWish
  /// The places of the customers by name, birthday and address, and where each stands in it.
  let order: [UInt32]
  let ranks: [UInt32]
  /// How many customers the fullest key of a family has, where those are more than are compared
  /// each with each.
  private(set) var crowded: [BlockKeys.Family: Int] = [:]
  /// Whether more pairs were found than are kept.
  private(set) var isCut = false
  /// Whether the pace said no.
  private(set) var isStopped = false

  private let pace: Pace
  private let lock = NSLock()
  private var jobs: [Job] = []
  private var jobCount = 1
  private var found: [Found] = []

  private static let mostFound = 3_000_000

  init(
    _ customers: ScannedCustomers, _ wish: DuplicateWish, pace: @escaping Pace = { _ in true }
  ) {
    self.customers = customers
    self.wish = wish
    self.pace = pace
    keys = BlockKeys(customers)
    comparison = CustomerComparison(customers)
    order = SortedNames.order(customers)
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[Int(index)] = UInt32(rank) }
    self.ranks = ranks
  }

  /// Returns the pairs that reach the wished score, the best first.
  func run() -> [Found] {
    // Parts keep what is sorted at a time to some 50 MB.
    let parts = UInt64(customers.count / 500_000 + 1)
    jobs = [.neighbours]
    for family in BlockKeys.Family.allCases.reversed() where family.isWanted(wish) {
      for part in 0..<parts { jobs.append(.family(family, part: part, of: parts)) }
    }
    jobCount = jobs.count
    let cores = max(1, min(4, ProcessInfo.processInfo.activeProcessorCount))
    DispatchQueue.concurrentPerform(iterations: cores) { _ in
      let worker = SearchWorker(self)
      while goesOn(), let job = next() { worker.work(job) }
      worker.finish()
    }
    return best(found)
  }

  private func next() -> Job? {
    lock.lock()
    defer { lock.unlock() }
    return jobs.popLast()
  }

  /// Tells how far the search is and returns whether it is wanted still.
  func goesOn() -> Bool {
    lock.lock()
    defer { lock.unlock() }
    if !isStopped { isStopped = !pace(1 - Double(jobs.count) / Double(jobCount)) }
    return !isStopped
  }

  /// Takes over what a worker found.
  func take(_ some: [Found], _ crowds: [BlockKeys.Family: Int]) {
    lock.lock()
    defer { lock.unlock() }
    found += some
    crowded.merge(crowds, uniquingKeysWith: max)
    if found.count > 2 * DuplicateSearch.mostFound { found = best(found) }
  }

  /// Puts the best first, each pair once.
  private func best(_ all: [Found]) -> [Found] {
    var sorted = all.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    var kept = 0
    for index in sorted.indices
    where index == 0 || sorted[index].a != sorted[kept - 1].a
      || sorted[index].b != sorted[kept - 1].b
    {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeSubrange(kept...)
    sorted.sort { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
    if sorted.count > DuplicateSearch.mostFound {
      isCut = true
      sorted.removeSubrange(DuplicateSearch.mostFound...)
    }
    return sorted
  }
}
