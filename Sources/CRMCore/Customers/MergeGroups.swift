import CRMEngine

/// Pairs of a record that stays and one that goes, brought together: where one that goes was to
/// be kept by another pair, all of them go into the first.
///
/// Nothing goes that no pair says goes: a pair whose record has gone into another already, and
/// which no other pair brings together with this one, is left out.
public struct MergeGroups {
  private var roots: [Int64: Int64] = [:]
  private var order: [Int64] = []
  private var gone: [Int64: [Int64]] = [:]
  private var waiting: [(place: Int, keep: Int64, other: Int64)] = []
  private var count = 0

  public init() {}

  /// Adds a pair; one that follows from the others changes nothing.
  public mutating func add(_ keep: Int64, _ other: Int64) {
    defer { count += 1 }
    let (kept, goes) = (root(keep), root(other))
    guard kept != goes else { return }
    guard goes == other else { return waiting.append((count, keep, other)) }
    roots[goes] = kept
    if gone[kept] == nil { order.append(kept) }
    gone[kept, default: []] += [goes] + (gone.removeValue(forKey: goes) ?? [])
  }

  /// The pairs that are left out, by their place from 0, with where their record has gone.
  public var leftOut: [(place: Int, into: Int64)] {
    var groups = self
    return waiting.compactMap { pair in
      let into = groups.root(pair.other)
      return groups.root(pair.keep) == into ? nil : (pair.place, into)
    }
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
