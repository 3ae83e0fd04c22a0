import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer show --panel …`: what was done with a customer, the newest first, each by the code
/// by which it is edited and deleted (RULES 15.6).
enum CustomerPanel {
  /// The kinds of what a customer bought.
  static let purchases: [Kind] = [.order, .contract, .payment]

  static let option = Option(
    "panel",
    value: .one(
      "PANEL",
      .choices([
        .init("activity", Label("What was done with the customer", vi: "Hoạt động")),
        .init("appointments", Label("Appointments and tasks", vi: "Lịch hẹn và công việc")),
        .init("purchases", Label("Orders, contracts, payments", vi: "Mua hàng")),
        .init("care", Label("Care cards", vi: "Chăm sóc")),
      ])),
    Label(
      "activity, appointments, purchases or care of the customer, newest first",
      vi: "Hoạt động, lịch hẹn, mua hàng hoặc chăm sóc của khách hàng, mới nhất trước"))

  /// Puts the panel that is asked for; returns false where none is.
  static func put(_ customer: Int64, _ session: Session, _ reader: Reader) throws -> Bool {
    switch try session.invocation.choice("panel") {
    case "activity": try put(Timeline.activities, customer, session, reader)
    case "appointments": try put([.appointment, .task], customer, session, reader)
    case "purchases": try put(purchases, customer, session, reader)
    case "care": try put([.careCard], customer, session, reader)
    default: return false
    }
    return true
  }

  /// How many of them a panel shows.
  private static let most = 50

  /// Puts the records of some kinds out, of a customer.
  static func put(
    _ kinds: [Kind], _ customer: Int64, _ session: Session, _ reader: Reader
  ) throws {
    let streams = Timeline.streams(.crm).filter { stream in
      stream.kind.map(kinds.contains) ?? false
    }
    let timeline = Timeline(reader, customer: customer, streams: streams)
    let code = try reader.label(.customer, customer)
    let count = try timeline.count()
    let name = try reader.record(.customer, customer)?["name"].text ?? ""
    try session.put("\(code) \(name) (\(count.counted(session.language)))")
    if count > 0 {
      try TimelineRows(session, reader, form: .table).put(
        timeline.page(limit: most, offset: 0))
    }
    if count > most {
      let names = streams.map(\.name).joined(separator: ",")
      try session.put("  … crm customer timeline \(code) --only \(names)")
    }
    for kind in kinds {
      let line = Nouns.own(kind).addLine?(code, session)
      try session.put("  + " + (line ?? "crm \(kind.rawValue) add --customer \(code)"))
    }
  }
}
