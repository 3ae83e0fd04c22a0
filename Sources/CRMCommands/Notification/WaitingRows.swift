import CRMCore
import CRMEngine
import CRMValues

/// What waits for the acting user's approval now, as `crm notification list` tells it. It comes from
/// the records and not from what was told once, so that it agrees with `crm approval list` whoever
/// decides meanwhile, takes over or loses the right.
struct WaitingRows {
  let rows: [NotificationRow]
  private let records: [Kind: Set<Int64>]

  /// A command that submitted several is one row, that counts those which are left.
  init(_ found: [PendingApproval], _ wish: NotificationWish, _ reader: Reader) throws {
    var order: [Command] = []
    var groups: [Command: [PendingApproval]] = [:]
    for pending in found {
      let submitter = try pending.waiting.submitter.map { try reader.label(.user, $0) }
      let command = Command(
        kind: pending.kind, from: submitter ?? "", since: pending.since ?? 0, note: pending.note)
      guard wish.covers(command.since, from: command.from, reader.moment.zone) else { continue }
      if groups[command] == nil { order.append(command) }
      groups[command, default: []].append(pending)
    }
    rows = order.map { WaitingRows.row($0, groups[$0] ?? []) }
    records = Dictionary(grouping: found, by: \.kind).mapValues { Set($0.map(\.id)) }
  }

  private struct Command: Hashable {
    let kind: Kind
    let from: String
    let since: Int64
    let note: String?
  }

  /// Whether the one record of a notification waits.
  func has(_ entry: NotificationEntry) -> Bool {
    entry.event == .asked
      && (entry.record.map { records[entry.kind]?.contains($0) ?? false } ?? false)
  }

  private static func row(_ command: Command, _ found: [PendingApproval]) -> NotificationRow {
    let only = found.count == 1 ? found[0] : nil
    let codes = found.prefix(5).map(\.code).joined(separator: ", ")
    let list = only == nil ? codes + (found.count > 5 ? " …" : "") : nil
    let text = [command.note, list].compactMap(\.self).joined(separator: ": ")
    return NotificationRow(
      isImportant: true, time: command.since, code: nil, event: NotificationEvent.asked.rawValue,
      kind: command.kind, record: only.map { ($0.code, $0.name) }, count: Int64(found.count),
      from: command.from, text: text.isEmpty ? nil : text, isRead: false)
  }
}

extension NotificationRow {
  static func waiting(_ wish: NotificationWish, _ reader: Reader) throws -> WaitingRows {
    var found: [PendingApproval] = []
    if reader.actor.user != nil, wish.events?.contains(NotificationEvent.asked.rawValue) ?? true {
      let kinds = ApprovalListCommand.kinds.filter { wish.kind == nil || wish.kind == $0 }
      found = try PendingApproval.all(kinds, reader).filter { reader.mayDecide($0.waiting) }
    }
    return try WaitingRows(found, wish, reader)
  }
}
