import CRMEngine

/// Pairs of a record that stays and one that goes, brought together: where one that goes was to
/// be kept by another pair, all of them go into the first.
public struct MergeGroups {
  private var roots: [Int64: Int64] = [:]
  private var order: [Int64] = []
  private var gone: [Int64: [Int64]] = [:]

  public init() {}

  /// Adds a pair; one that follows from those before changes nothing.
  public mutating func add(_ keep: Int64, _ other: Int64) {
    let keep = root(keep)
    let other = root(other)
    guard keep != other else { return }
    roots[other] = keep
    if gone[keep] == nil { order.append(keep) }
    gone[keep, default: []] += [other] + (gone.removeValue(forKey: other) ?? [])
  }

  /// The records that stay, each with those that go into it, in the order they were named.
  public var groups: [(keep: Int64, others: [Int64])] {
    order.compactMap { keep in gone[keep].map { (keep, $0) } }
  }

  private mutating func root(_ id: Int64) -> Int64 {
    var root = id
    while let next = roots[root] { root = next }
    if root != id { roots[id] = root }
    return root
  }
}
