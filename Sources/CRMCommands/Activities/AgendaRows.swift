import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// An agenda as people and programs read it.
struct AgendaRows {
  /// A row, before anything of its record is looked up.
  enum Item {
    case entry(Agenda.Entry)
    case birthday(Birthdays.Reminder)

    var time: PlannedTime {
      switch self {
      case .entry(let entry): return entry.time
      case .birthday(let reminder): return .day(reminder.date)
      }
    }
  }

  private let session: Session
  private let reader: Reader
  private let user: Int64
  private let usual = 10

  init(_ session: Session, _ reader: Reader, user: Int64) {
    self.session = session
    self.reader = reader
    self.user = user
  }

  func put(days: Int, limit: Int?) throws {
    let items = try items(days: days)
    if let calendar = try CalendarOption.writer(session, hasTimes: true) {
      let events = try AgendaEvents(session, reader)
      for item in items { try events.write(item, calendar) }
      return try calendar.finish()
    }
    let form = try session.outputForm(forPeople: true)
    guard form == .table else { return try putRows(items, form, limit) }
    guard !items.isEmpty else { return RemindCommands.sayNothingDue(session) }
    try putSections(items, limit ?? usual)
  }

  /// What there is to do, the earliest first.
  private func items(days: Int) throws -> [Item] {
    let today = session.moment.today
    let entries = try Agenda(reader, of: user).entries(through: today.adding(days: days - 1))
    let birthdays = try Birthdays.due(
      reader, customerDays: days - 1, contactDays: days - 1, owner: user)
    let items = entries.map(Item.entry) + birthdays.map(Item.birthday)
    return items.enumerated().sorted { left, right in
      left.element.time == right.element.time
        ? left.offset < right.offset : left.element.time < right.element.time
    }.map(\.element)
  }

  static let columns = [
    RowColumn("date", .day, Label("Date", vi: "Ngày")),
    RowColumn("time", .moment, Label("Time", vi: "Giờ")),
    RowColumn("overdue", .flag, Label("Overdue", vi: "Quá hạn")), RowColumn.kind,
    RowColumn("code", .code, Label("Code", vi: "Mã")),
    RowColumn("name", .text, Label("What", vi: "Nội dung")),
    RowColumn("customer", .code, Label("Customer", vi: "Mã khách hàng")),
    RowColumn("customer_name", .text, Label("Customer name", vi: "Tên khách hàng")),
    RowColumn("phones", .phones, Label("Phones", vi: "Điện thoại")),
  ]

  private func putRows(_ items: [Item], _ form: OutputForm, _ limit: Int?) throws {
    let lines = AgendaLines(session, reader, session.style(form))
    let rows = try items.prefix(limit ?? .max).map { item -> [Value] in
      let line = try lines.line(item)
      return [
        .text(item.time.day(in: session.moment.zone).iso),
        item.time.instant == nil ? .null : .text(item.time.storage),
        .integer(isOverdue(item) ? 1 : 0), .text(line.kind.rawValue), .text(line.code),
        .text(line.text), line.customer.map(Value.text) ?? .null,
        line.customerName.map(Value.text) ?? .null, line.phones.map(Value.text) ?? .null,
      ]
    }
    try session.putRows(
      rows, AgendaRows.columns, key: "agenda", title: AgendaCommand.summary, form: form)
  }

  /// Whether a time has gone by: of a day without a time, the day.
  private func isOverdue(_ item: Item) -> Bool {
    let moment = session.moment
    guard item.time.day(in: moment.zone) >= moment.today else { return true }
    guard case .entry = item, let instant = item.time.instant else { return false }
    return item.time.day(in: moment.zone) == moment.today && instant < moment.now
      && moment.now.day(in: moment.zone) == moment.today
  }

  private func putSections(_ items: [Item], _ limit: Int) throws {
    let zone = session.moment.zone
    let (late, coming) = (items.filter(isOverdue), items.filter { !isOverdue($0) })
    let lines = AgendaLines(session, reader, session.style(.table))
    var isFirst = true
    func section(_ title: String, _ all: [Item], _ shown: [Item], _ isLate: Bool) throws {
      guard !all.isEmpty else { return }
      if !isFirst { try session.put("") }
      isFirst = false
      try session.put("\(title) (\(all.count.counted(session.language)))")
      try lines.put(shown, isLate: isLate)
      if shown.count < all.count {
        let more = (all.count - shown.count).counted(session.language)
        try session.put(
          session.text(Label("  … \(more) more: --limit", vi: "  … còn \(more) việc: --limit")))
      }
    }
    // Of what is overdue the latest matter most.
    try section(
      session.text(Label("Overdue", vi: "Quá hạn")), late, Array(late.suffix(limit)), true)
    var days: [Day: [Item]] = [:]
    for item in coming { days[item.time.day(in: zone), default: []].append(item) }
    for day in days.keys.sorted() {
      let all = days[day] ?? []
      try section(title(day), all, Array(all.prefix(limit)), false)
    }
  }

  private func title(_ day: Day) -> String {
    let name = session.text(day.weekdayName)
    let text = "\(name) \(day.text(session.language))"
    switch session.moment.today.days(until: day) {
    case 0: return session.text(Label("Today, \(text)", vi: "Hôm nay, \(text)"))
    case 1: return session.text(Label("Tomorrow, \(text)", vi: "Ngày mai, \(text)"))
    default: return text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}
