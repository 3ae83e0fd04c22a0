import CRMEngine
import CRMValues

/// What one operation did to who may see or owns customers, for one giver and one receiver: a line
/// of the history of shares and transfers (RULES 5.1).
///
/// It is kept beside the operation, so that it stands while the operation stands; taking an
/// operation back adds no line.
public struct Transfer: Hashable, Sendable {
  public enum Action: String, CaseIterable, Sendable {
    /// Another owner, or none any more.
    case transfer
    /// Who acts made a common customer their own.
    case take
    /// A share, or other rights of one there was.
    case share
    case unshare
    /// Somebody became a viewer.
    case viewer
    case unviewer
  }

  public let action: Action
  /// The former owner, nil where there was none and for what is no transfer.
  public let from: Int64?
  /// Who receives, or gives back; nil where customers have no owner any more.
  public let to: Principal?
  /// What a share allows: `view` or `edit`.
  public let rights: String?

  init(_ action: Action, from: Int64? = nil, to: Principal?, rights: String? = nil) {
    self.action = action
    self.from = from
    self.to = to
    self.rights = rights
  }
}

/// The transfers of the operation at hand, each with the number of its customers.
struct NotedTransfers {
  private(set) var counts: [(transfer: Transfer, count: Int64)] = []
  private var places: [Transfer: Int] = [:]

  mutating func note(_ transfer: Transfer) {
    if let place = places[transfer] {
      counts[place].count += 1
    } else {
      places[transfer] = counts.count
      counts.append((transfer, 1))
    }
  }
}

extension Transfer {
  /// Returns what the change of a customer's owner and viewers comes to.
  static func between(_ old: [Value], _ new: [Value], owner: Int, viewers: Int) -> [Transfer] {
    var found: [Transfer] = []
    if old[owner] != new[owner] {
      found.append(
        Transfer(
          .transfer, from: old[owner].integer, to: new[owner].integer.map(Principal.user)))
    }
    guard old[viewers] != new[viewers] else { return found }
    let (before, after) = (old[viewers].list, new[viewers].list)
    for user in after where !before.contains(user) {
      found.append(Transfer(.viewer, to: .user(user)))
    }
    for user in before where !after.contains(user) {
      found.append(Transfer(.unviewer, to: .user(user)))
    }
    return found
  }
}

extension CustomerRules {
  /// Notes what changed of a customer's owner and viewers, unless an operation is taken back.
  func noteTransfers(_ old: [Value], _ new: [Value]) {
    let (owner, viewers) = (places.owner, places.viewers)
    guard writer.drawsConsequences,
      old[owner] != new[owner] || old[viewers] != new[viewers]
    else { return }
    for transfer in Transfer.between(old, new, owner: owner, viewers: viewers) {
      let isTaken = isTaking && transfer.action == .transfer
      transfers.note(
        isTaken ? Transfer(.take, from: transfer.from, to: transfer.to) : transfer)
    }
  }

  func writeTransfers() throws {
    for (place, noted) in transfers.counts.enumerated() {
      let row = try writer.cache.statement("INSERT INTO transfer VALUES (?,?,?,?,?,?,?,?)")
      row.bind(1, writer.operation)
      row.bind(2, Int64(place + 1))
      row.bind(3, noted.transfer.action.rawValue)
      row.bind(4, noted.transfer.from.map(Value.integer) ?? .null)
      row.bind(5, noted.transfer.to.map { .text($0.kind) } ?? .null)
      row.bind(6, noted.transfer.to.map { .integer($0.id) } ?? .null)
      row.bind(7, noted.transfer.rights.map(Value.text) ?? .null)
      row.bind(8, noted.count)
      try row.run()
    }
  }
}
