import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The lines of an agenda: when, what kind, which, what, and whom it is about.
struct AgendaLines {
  struct Line {
    let kind: Kind
    let label: Label
    let code: String
    let text: String
    var customer: String?
    var customerName: String?
    var phones: String?
  }

  private let session: Session
  private let reader: Reader
  private let style: CellStyle
  private let titles: RecordTitle

  init(_ session: Session, _ reader: Reader, _ style: CellStyle) {
    self.session = session
    self.reader = reader
    self.style = style
    titles = RecordTitle(session, reader, style)
  }

  func line(_ item: AgendaRows.Item) throws -> Line {
    switch item {
    case .entry(let entry):
      let entity = reader.entity(entry.kind)
      var line = Line(
        kind: entry.kind, label: entity.label, code: try reader.label(entry.kind, entry.id),
        text: try titles.text(entry.kind, entry.id, beside: entity.schedule?.at))
      if let field = entity.fields.first(where: { $0.belongs && $0.target == .customer }),
        let id = try reader.record(entry.kind, entry.id)?[field.name].integer
      {
        try add(id, to: &line)
      }
      return line
    case .birthday(let reminder):
      let isContact = reminder.occasion == .contact
      return Line(
        kind: isContact ? .contact : .customer, label: Label("Birthday", vi: "Sinh nhật"),
        code: reminder.code, text: reminder.name, customer: nil, customerName: nil,
        phones: reminder.phones.isEmpty ? nil : reminder.phones)
    }
  }

  /// Code and name are told of a customer that is not seen, its phones are not.
  private func add(_ customer: Int64, to line: inout Line) throws {
    let find = try reader.cache.statement("SELECT code, name FROM main.customer WHERE id = ?")
    find.bind(1, customer)
    if try find.step() {
      line.customer = find.text(0)
      line.customerName = find.text(1)
      find.reset()
    }
    line.phones = try reader.record(.customer, customer)?["phones"].text
  }

  /// Writes lines for people, in columns; more of one than the screen has room for goes on below.
  func put(_ items: [AgendaRows.Item], isLate: Bool) throws {
    let lines = try items.map(line)
    let kinds = lines.map { displayWidth(session.text($0.label)) }.max() ?? 0
    let codes = lines.map { displayWidth($0.code) }.max() ?? 0
    for (item, line) in zip(items, lines) {
      var head = "  " + padded(time(item.time, isLate: isLate), 5)
      head += padded(session.text(line.label), kinds) + padded(line.code, codes)
      try put(text(line), behind: head)
    }
  }

  private func text(_ line: Line) -> String {
    var parts = [line.text]
    if let name = line.customerName { parts.append("\(name) (\(line.customer ?? ""))") }
    if let phones = line.phones {
      // A number is not broken between lines.
      let shown = FieldKind.phones.cell(.text(phones), style).text
      let numbers = shown.split(separator: ";").map {
        cleaned(String($0)).replacing(" ", with: "\u{A0}")
      }
      parts.append(numbers.joined(separator: "; "))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func put(_ text: String, behind head: String) throws {
    let room = max(20, session.screenWidth - displayWidth(head))
    let indent = String(repeating: " ", count: displayWidth(head))
    for (place, piece) in CellLines.of(terminalText(text), width: room, .wraps).enumerated() {
      let shown = piece.replacing("\u{A0}", with: " ")
      try session.put((place == 0 ? head : indent) + shown)
    }
  }

  private func time(_ time: PlannedTime, isLate: Bool) -> String {
    let zone = session.moment.zone
    let day = time.day(in: zone)
    guard !isLate || day == session.moment.today else {
      return day.shortText(session.language)
    }
    guard let (_, second) = time.instant?.local(in: zone) else { return "" }
    return "\(second / 3600 < 10 ? "0" : "")\(second / 3600):"
      + "\(second / 60 % 60 < 10 ? "0" : "")\(second / 60 % 60)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)) + 2)
  }
}

extension Day {
  /// Day and month alone: `25/11`, `11-25`.
  func shortText(_ language: Language) -> String {
    switch language {
    case .vi: return String(text(.vi).prefix(5))
    case .en: return String(iso.suffix(5))
    }
  }
}
