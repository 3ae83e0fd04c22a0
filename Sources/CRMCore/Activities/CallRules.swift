import CRMEngine
import CRMValues

/// A call that is still to come is planned; one that was made is a contact with its customer, one
/// that came in where they spoke (RULES 15.3).
final class CallRules: Rules {
  static let kind = Kind.call

  private unowned let writer: Writer
  private let activity: Activity
  private let status, callStatus, direction, start: Int
  private var connected: [Int64: Bool] = [:]

  init(_ writer: Writer) throws {
    self.writer = writer
    activity = Activity(
      writer, customer: try CallField.customer.position, about: try CallField.about.position,
      owner: try CallField.owner.position)
    status = try CallField.status.position
    callStatus = try CallField.callStatus.position
    direction = try CallField.direction.position
    start = try CallField.start.position
  }

  func complete(_ values: inout [Value], _ old: Record?, _ changed: inout [Int]) throws {
    try activity.complete(&values, old, &changed)
    if old == nil {
      guard values[status].isNull else { return }
      values[status] = .text(isToCome(values) ? "planned" : "done")
    } else if changed.contains(callStatus), !changed.contains(status),
      !values[callStatus].isNull, Entity.call.fields[status].means(.open, values[status])
    {
      values[status] = .text("done")
      changed.append(status)
    }
  }

  func check(_ values: [Value], _ old: Record?, _ changed: [Int]?) throws {
    try activity.check(values, changed)
  }

  func follow(_ written: Written) throws {
    guard written.isNew || written.old != nil, let new = written.new,
      let id = new[activity.customer].integer, try isContact(new),
      try written.old.map({ try !isContact($0.values) }) ?? true
    else { return }
    let day = PlannedTime(new[start])?.day(in: writer.moment.zone)
    try writer.rules(CustomerRules.self).contact(id, on: day?.iso)
  }

  private func isToCome(_ values: [Value]) -> Bool {
    guard values[callStatus].isNull, let time = PlannedTime(values[start]) else { return false }
    return time.instant.map { $0 > writer.moment.now }
      ?? (time.day(in: writer.moment.zone) > writer.moment.today)
  }

  private func isContact(_ values: [Value]) throws -> Bool {
    guard Entity.call.fields[status].means(.done, values[status]) else { return false }
    if values[direction] == .text("out") { return true }
    return try values[callStatus].integer.map(isConnected) ?? false
  }

  private func isConnected(_ id: Int64) throws -> Bool {
    if let known = connected[id] { return known }
    let record = try writer.record(.callStatus, id)
    let answer = try record.map { try $0[CallStatusField.connected] == .integer(1) } ?? false
    connected[id] = answer
    return answer
  }
}
