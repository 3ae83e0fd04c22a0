import CRMEngine
import CRMValues

/// How the groups of many customers are changed at once (RULES 4.2).
public struct GroupChange {
  public enum Deed: Sendable {
    /// Puts the customers into groups instead of those of the same kind; into a group without
    /// kind instead of those that are named.
    case move
    case add
    case remove
  }

  private let deed: Deed
  private let to: Set<Int64>
  private let from: Set<Int64>
  /// Whether a move takes the customers out of all other groups.
  private let leavesAll: Bool
  /// The groups that a move takes the customers out of.
  private let replaced: Set<Int64>
  /// The groups to be in that have no kind, so that they replace none by themselves.
  private let withoutKind: [Int64]

  /// - Parameters:
  ///   - to: the groups to be in.
  ///   - from: the groups to be out of. A move then is only of customers in one of them, and
  ///     takes them out of these alone.
  ///   - leavesAll: whether a move takes them out of all others.
  public init(
    _ reader: Reader, _ deed: Deed, to: [Int64], from: [Int64], leavesAll: Bool = false
  ) throws {
    self.leavesAll = leavesAll
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
    replaced = Set(all.filter { !$0.kind.isEmpty && kinds.contains($0.kind) }.map(\.id))
    withoutKind = all.filter { $0.kind.isEmpty && to.contains($0.id) }.map(\.id)
  }

  /// Returns the groups of a customer afterwards.
  func groups(after groups: [Int64]) -> Set<Int64> {
    let now = Set(groups)
    switch deed {
    case .add: return now.union(to)
    case .remove: return now.subtracting(from)
    case .move where !from.isEmpty:
      return now.isDisjoint(with: from) ? now : now.subtracting(from).union(to)
    case .move: return leavesAll ? to : now.subtracting(replaced).union(to)
    }
  }

  /// Returns the groups of which nobody said whether a customer leaves them: those it has beside a
  /// group without a kind that it moves to.
  func unclear(_ groups: [Int64]) -> [Int64] {
    guard case .move = deed, from.isEmpty, !leavesAll, !withoutKind.isEmpty else { return [] }
    return groups.filter { !to.contains($0) && !replaced.contains($0) }
  }

  /// Says that a move to groups without a kind does not tell what it takes away.
  func unclear(_ writer: Writer, _ customer: Record, _ groups: [Int64]) throws -> CRMError {
    let names = try groups.map { try writer.label(.group, $0) }
    let target = try withoutKind.map { try writer.label(.group, $0) }.joined(separator: ", ")
    let code = try customer[StandardField.code].text ?? ""
    let list = names.joined(separator: ", ")
    return CRMError(
      .request,
      "group \(target) has no kind, so it is not clear which groups \(code) leaves: it is in "
        + list,
      vi: "nhóm \(target) không có loại nên không rõ \(code) rời nhóm nào: đang ở \(list)",
      hints: [
        Label(
          "Say which with --from \(names.map(shellWord).joined(separator: " ")), or --from all; "
            + "to keep them: crm customer group add",
          vi: "Ghi rõ bằng --from \(names.map(shellWord).joined(separator: " ")), hoặc --from all; "
            + "muốn giữ lại: crm customer group add")
      ])
  }
}

extension Writer {
  /// Changes the groups of a customer.
  ///
  /// - Returns: whether anything changed.
  public func changeGroups(ofCustomer id: Int64, _ change: GroupChange) throws -> Bool {
    guard let customer = try record(.customer, id) else { return false }
    let position = try CustomerField.groups.position
    let unclear = change.unclear(customer.values[position].list)
    guard unclear.isEmpty else { throw try change.unclear(self, customer, unclear) }
    let groups = change.groups(after: customer.values[position].list)
    return try edit(customer, [(position, .list(groups.sorted()))])
  }
}
