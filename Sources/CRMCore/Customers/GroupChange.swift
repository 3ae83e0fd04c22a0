import CRMEngine
import CRMValues

/// How the groups of many customers are changed at once (RULES 4.2).
public struct GroupChange {
  public enum Deed: Sendable {
    /// Puts the customers into groups instead of those of the same kind; into a group without
    /// kind instead of all others.
    case move
    case add
    case remove
  }

  private let deed: Deed
  private let to: Set<Int64>
  private let from: Set<Int64>
  /// The groups that a move takes the customers out of; nil for all.
  private let replaced: Set<Int64>?

  /// - Parameters:
  ///   - to: the groups to be in.
  ///   - from: the groups to be out of. A move then is only of customers in one of them, and
  ///     takes them out of these alone.
  public init(_ reader: Reader, _ deed: Deed, to: [Int64], from: [Int64]) throws {
    self.deed = deed
    self.to = Set(to)
    self.from = Set(from)
    var kinds: Set<String> = []
    var all: [(id: Int64, kind: String)] = []
    let groups = try reader.cache.statement("SELECT id, kind FROM customer_group")
    while try groups.step() {
      let kind = folded(groups.text(1) ?? "")
      all.append((groups.integer(0), kind))
      if to.contains(groups.integer(0)) { kinds.insert(kind) }
    }
    replaced = kinds.contains("") ? nil : Set(all.filter { kinds.contains($0.kind) }.map(\.id))
  }

  /// Returns the groups of a customer afterwards.
  func groups(after groups: [Int64]) -> Set<Int64> {
    let now = Set(groups)
    switch deed {
    case .add: return now.union(to)
    case .remove: return now.subtracting(from)
    case .move where !from.isEmpty:
      return now.isDisjoint(with: from) ? now : now.subtracting(from).union(to)
    case .move: return (replaced.map(now.subtracting) ?? []).union(to)
    }
  }
}

extension Writer {
  /// Changes the groups of a customer.
  ///
  /// - Returns: whether anything changed.
  public func changeGroups(ofCustomer id: Int64, _ change: GroupChange) throws -> Bool {
    guard let customer = try record(.customer, id) else { return false }
    let position = try CustomerField.groups.position
    let groups = change.groups(after: customer.values[position].list)
    return try edit(customer, [(position, .list(groups.sorted()))])
  }
}
