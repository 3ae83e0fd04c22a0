import CRMCore
import CRMEngine
import CRMValues

/// A line of `crm notification list`: what an operation tells, or a comment.
struct NotificationRow {
  var isImportant: Bool
  /// Seconds since 1970 UTC.
  let time: Int64
  /// By which it can be read; nil for what waits, which nobody reads away.
  let code: String?
  let event: String
  let kind: Kind
  /// Code and name of the record; nil where there are several, or it is not to be seen any more.
  var record: (code: String, name: String?)?
  var count: Int64 = 1
  let from: String
  let text: String?
  var isRead: Bool

  static let mention = "mention"
  static let comment = "comment"

  /// Every event as it is chosen and shown.
  static let events =
    [
      Choice(mention, Label("Mention", vi: "Nhắc tên")),
      Choice(comment, Label("Comment", vi: "Trao đổi")),
    ] + NotificationEvent.allCases.map { Choice($0.rawValue, $0.label) }

  /// Returns what is wanted, the important first, then the newest.
  static func all(
    _ wish: NotificationWish, _ session: Session, _ reader: Reader
  ) throws -> [NotificationRow] {
    var rows = try comments(wish, session, reader)
    let waiting = try waiting(wish, reader)
    rows += waiting.rows
    if let criteria = wish.criteria {
      for entry in try NotificationLog.list(reader, criteria) {
        var row = try row(entry, reader)
        // Asked of the reader once, which the record itself tells as long as it waits; or of what is
        // not there for the reader any more, taken back or in other hands.
        if entry.event == .asked || entry.record != nil && row.record == nil {
          guard wish.includesRead, !waiting.has(entry) else { continue }
          row.isRead = true
          row.isImportant = false
        }
        rows.append(row)
      }
    }
    // Of one moment those that came later are first, as each list has them.
    return rows.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.isImportant != other.isImportant { return one.isImportant }
      return one.time == other.time ? left.offset < right.offset : one.time > other.time
    }.map(\.element)
  }

  /// Counts what is new.
  static func count(_ session: Session, _ reader: Reader) throws -> Int {
    try all(NotificationWish(), session, reader).count
  }

  private static func row(_ entry: NotificationEntry, _ reader: Reader) throws -> NotificationRow {
    var record: (code: String, name: String?)?
    // What the reader does not see is not there.
    if let id = entry.record, let found = try reader.record(entry.kind, id) {
      let name = found.entity.nameField == "code" ? nil : found[found.entity.nameField].text
      record = (try reader.label(entry.kind, id), name)
    }
    return NotificationRow(
      isImportant: entry.event.isImportant && !entry.isRead, time: entry.time,
      code: String(entry.number), event: entry.event.rawValue, kind: entry.kind, record: record,
      count: entry.count, from: entry.actor, text: entry.text, isRead: entry.isRead)
  }

  private static func comments(
    _ wish: NotificationWish, _ session: Session, _ reader: Reader
  ) throws -> [NotificationRow] {
    guard let user = reader.actor.user, wish.kind == nil || wish.kind == .customer else {
      return []
    }
    let me = try reader.label(.user, user)
    let mentions = Criterion.equals("mentions", me)
    let open = Expression.all([mentions, .not(Criterion.equals("acknowledged", me))])
    var rows: [NotificationRow] = []
    func add(_ event: String, _ condition: Expression, isImportant: Bool, isRead: Bool) throws {
      guard wish.events?.contains(event) ?? true, isImportant || !wish.isImportant else { return }
      var query = Query(.comment)
      query.conditions = [condition]
      if let from = wish.from {
        guard try !reader.resolve(.user, from).isEmpty else { return }
        query.conditions.append(Criterion.equals("author", from))
      }
      if let dates = wish.dates { query.conditions.append(Criterion.equals("created", dates)) }
      query.sort = [Query.Sort("created", descending: true)]
      let paths = ["created", "code", "customer", "customer.name", "author", "text"]
      try reader.rows(query, try reader.columns(paths, of: .comment)) { _, values in
        rows.append(
          NotificationRow(
            isImportant: isImportant, time: values[0].integer ?? 0, code: values[1].text ?? "",
            event: event, kind: .customer, record: (values[2].text ?? "", values[3].text),
            from: values[4].text ?? "", text: values[5].text, isRead: isRead))
      }
    }
    try add(mention, open, isImportant: true, isRead: false)
    if let unread = try UnreadCriterion.comments(session, reader) {
      try add(comment, .all([unread, .not(mentions)]), isImportant: false, isRead: false)
    }
    if wish.includesRead {
      let acknowledged = Criterion.equals("acknowledged", me)
      try add(mention, .all([mentions, acknowledged]), isImportant: false, isRead: true)
    }
    return rows
  }

  static func columns(withRead: Bool) -> [RowColumn] {
    let columns = [
      RowColumn(
        "section",
        .choice([
          Choice("important", Label("Important", vi: "Quan trọng")),
          Choice("news", Label("News", vi: "Tin khác")),
        ]), Label("Section", vi: "Mục"), yields: 3),
      RowColumn("time", .instant, Label("Time", vi: "Thời gian"), stays: true),
      RowColumn("code", .code, Label("Code", vi: "Mã"), stays: true),
      RowColumn("event", .choice(events), Label("Event", vi: "Sự kiện"), stays: true),
      RowColumn.kind,
      RowColumn("record", .code, Label("Record", vi: "Bản ghi"), stays: true),
      RowColumn("name", .text, Label("Name", vi: "Tên")),
      RowColumn(
        "count", .integer, Label("Count", vi: "Số lượng"), short: Label("No.", vi: "Số"),
        stays: true),
      RowColumn("from", .text, Label("From", vi: "Từ"), yields: 1),
      RowColumn("text", .longText, Label("Text", vi: "Nội dung"), stays: true),
    ]
    return withRead ? columns + [RowColumn("read", .flag, Label("Read", vi: "Đã đọc"))] : columns
  }

  func values(withRead: Bool) -> [Value] {
    let values: [Value] = [
      .text(isImportant ? "important" : "news"), .integer(time), code.map(Value.text) ?? .null,
      .text(event),
      .text(kind.rawValue), record.map { .text($0.code) } ?? .null,
      (record?.name).map(Value.text) ?? .null, .integer(count), .text(from),
      text.map(Value.text) ?? .null,
    ]
    return withRead ? values + [.integer(isRead ? 1 : 0)] : values
  }
}
