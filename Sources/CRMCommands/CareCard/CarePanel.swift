import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm care-card show --panel …`: the history panel (RULES 7.4). A card stands for its
/// customer's activities and purchases, and for its own care.
enum CarePanel {
  static let options: [Option] = [
    Option(
      "panel",
      value: .one(
        "PANEL",
        .choices([
          .init("activity", Label("Activities of the customer", vi: "Hoạt động")),
          .init("purchases", Label("Orders of the customer", vi: "Mua hàng")),
          .init("care", Label("The care of this card", vi: "Chăm sóc")),
        ])),
      Label(
        "activity, purchases or care of the customer",
        vi: "Hoạt động, mua hàng hoặc chăm sóc của khách hàng")),
    Option(
      "history",
      Label("All earlier cards of the customer", vi: "Các thẻ chăm sóc trước của khách hàng")),
  ]

  static func isAsked(_ session: Session) -> Bool {
    session.invocation.has("panel") || session.invocation.has("history")
  }

  static func put(_ id: Int64, _ session: Session, _ reader: Reader) throws {
    let card = try reader.record(.careCard, id)
    guard let card, let customer = card["customer"].integer else { return }
    switch try session.invocation.choice("panel") {
    case "activity": try CustomerPanel.put(Timeline.activities, customer, session, reader)
    case "purchases": try CustomerPanel.put(CustomerPanel.purchases, customer, session, reader)
    case "care": try care(id, session, reader)
    default: break
    }
    guard session.invocation.has("history") else { return }
    if session.invocation.has("panel") { try session.put("") }
    try history(card, customer, session, reader)
  }

  /// The fields of the care itself: those of the layout, and when and how it took place.
  private static let careFields = [
    "code", "care_date", "status", "channel", "satisfaction", "rating", "needs", "content",
    "next_care_date",
  ]

  private static func care(_ id: Int64, _ session: Session, _ reader: Reader) throws {
    try RecordText.put(
      Catalogue.entity(.careCard), id, only: careFields, session, reader)
  }

  private static func history(
    _ card: Record, _ customer: Int64, _ session: Session, _ reader: Reader
  ) throws {
    let code = card["code"].text ?? ""
    var query = Query(.careCard)
    query.conditions = [
      Criterion.equals("customer", try reader.label(.customer, customer)),
      Criterion.compare("code", .differs, code),
    ]
    if let day = card["care_date"].text {
      query.conditions.append(Criterion.compare("care_date", .atMost, day))
    }
    query.sort = [Query.Sort("care_date", descending: true), Query.Sort("code", descending: true)]
    let count = try reader.count(query)
    try session.put(
      session.text(
        Label(
          "Cards before \(code) (\(count.counted(.en)))",
          vi: "Các thẻ trước \(code) (\(count.counted(.vi)))")))
    if count > 0 {
      try RelatedLists.table(
        query, ["code", "order", "care_date", "status", "channel", "satisfaction", "content"],
        session, reader)
    }
  }
}
