import CRMEngine

/// One thread of the search, with what it needs of its own.
final class SearchWorker {
  private let search: DuplicateSearch
  private let comparison: CustomerComparison
  private var blocks = Blocks()
  private var found: [DuplicateSearch.Found] = []
  private var crowds: [BlockKeys.Family: Int] = [:]

  /// All pairs of so many customers with one key are compared; of more, neighbours by name; of
  /// many more none, where the key says little.
  static let crowd = 60
  private static let weakCrowd = 30
  private static let weakLimit = 240
  private static let reach = 8

  init(_ search: DuplicateSearch) {
    self.search = search
    comparison = CustomerComparison(search.comparison)
  }

  /// Hands over what was found.
  func finish() {
    search.take(found, crowds)
    found.removeAll(keepingCapacity: true)
  }

  func work(_ job: DuplicateSearch.Job) {
    switch job {
    case .neighbours: neighbours(search.order)
    case .family(let family, let part, let parts):
      blocks.begin()
      for index in 0..<search.customers.count {
        search.keys.keys(family, of: index) { key in
          if key & 0xFFFF % parts == part { blocks.add(key, index) }
        }
      }
      var count = 0
      blocks.each { entries in
        count += 1
        if count & 0xFFF == 0, !search.goesOn() { return false }
        block(entries, family)
        return true
      }
    }
    if found.count > 1 << 18 { finish() }
  }

  private func block(_ entries: UnsafeBufferPointer<UInt64>, _ family: BlockKeys.Family) {
    let size = entries.count
    guard size > (family.isStrong ? SearchWorker.crowd : SearchWorker.weakCrowd) else {
      for i in 0..<size {
        for j in (i + 1)..<size { compare(entries[i], entries[j]) }
      }
      return
    }
    guard family.isStrong || size < SearchWorker.weakLimit else { return }
    if family.isStrong { crowds[family] = max(crowds[family] ?? 0, size) }
    let ranks = search.ranks
    neighbours(
      entries.map { UInt32(truncatingIfNeeded: $0) }.sorted { ranks[Int($0)] < ranks[Int($1)] })
  }

  private func neighbours(_ order: [UInt32]) {
    for (place, index) in order.enumerated() {
      if place & 0xFFFF == 0xFFFF, !search.goesOn() { return }
      let end = min(place + SearchWorker.reach, order.count)
      for other in order[(place + 1)..<max(end, place + 1)] {
        compare(UInt64(index), UInt64(other))
      }
    }
  }

  @inline(__always)
  private func compare(_ one: UInt64, _ other: UInt64) {
    let a = Int(min(one & 0xFFFF_FFFF, other & 0xFFFF_FFFF))
    let b = Int(max(one & 0xFFFF_FFFF, other & 0xFFFF_FFFF))
    let wish = search.wish
    guard a != b, let (score, reasons) = comparison.score(a, b, wish), score >= wish.least,
      !reasons.isEmpty, !wish.isExact || reasons.isExact(wish.fields)
    else { return }
    found.append(
      DuplicateSearch.Found(a: UInt32(a), b: UInt32(b), score: score, reasons: reasons))
  }
}
