import CRMCore
import CRMEngine
import CRMTables
import CRMValues

extension FieldKind {
  /// Returns a stored value as it goes out. References come as the text people call the record
  /// by, several of them with ``QueryColumn/separator`` between.
  func cell(_ value: Value, _ style: CellStyle) -> OutputCell {
    switch (self, value) {
    case (_, .null), (_, .list): return .empty
    case (.integer, .integer(let number)):
      return style.audience == .people
        ? .text(Money.text(number, style.language)) : .integer(number)
    case (.money, .integer(let number)):
      return style.audience == .people ? .text(Money.text(number, style.language)) : .money(number)
    case (.decimal, .integer(let number)):
      let decimal = Decimal4(scaled: number)
      return style.audience == .people
        ? .text(decimal.text(style.language)) : .decimal(decimal.text)
    case (.percent, .integer(let number)):
      let decimal = Decimal4(scaled: number)
      return style.audience == .people
        ? .text(decimal.text(style.language) + "%") : .percent(decimal.text)
    case (.flag, .integer(let flag)):
      guard style.hasYesAndNo else { return .bool(flag != 0) }
      return .text((flag == 0 ? Self.no : Self.yes).text(in: style.language))
    case (.instant, .integer(let seconds)):
      return Self.cell(Instant(seconds: seconds), style)
    case (.choice(let choices), .text(let key)):
      guard style.audience != .programs, let choice = choices.first(where: { $0.key == key })
      else { return .text(key) }
      return .text(choice.label.text(in: style.language))
    case (.day, .text(let stored)):
      guard style.audience == .people else { return .day(stored) }
      return .text(Day(iso: stored)?.text(style.language) ?? stored)
    case (.yearlyDay, .text(let stored)):
      guard style.audience == .people else { return .day(stored) }
      return .text(YearlyDay(storage: stored)?.text(style.language) ?? stored)
    case (.references, .text(let names)):
      let parts = names.split(separator: Character(QueryColumn.separator)).map(String.init)
      return style.audience == .people ? .text(parts.joined(separator: "; ")) : .list(parts)
    case (.phones, .text(let text)) where style.audience == .people:
      return .text(Phone.split(text).map(Phone.dialable).joined(separator: "; "))
    case (.code, .text(let text)), (.text, .text(let text)), (.longText, .text(let text)),
      (.phones, .text(let text)), (.emails, .text(let text)), (.taxCode, .text(let text)),
      (.location, .text(let text)), (.reference, .text(let text)), (.condition, .text(let text)):
      return .text(text)
    case (.moment, .text(let stored)):
      return PlannedTime(storage: stored).map { Self.cell($0, style) } ?? .text(stored)
    case (.duration, .integer(let seconds)):
      guard let span = TimeSpan(seconds: seconds) else { return .integer(seconds) }
      return style.audience == .people
        ? .text(span.text(style.language)) : .duration(seconds, span.text)
    case (.recurrence, .text(let stored)):
      guard style.audience == .people, let rule = Recurrence(storage: stored) else {
        return .text(stored)
      }
      return .text(rule.text(style.language))
    case (.noun(let others), .text(let word)):
      guard style.audience != .programs else { return .text(word) }
      return .text(Catalogue.crm.label(ofNoun: word, or: others).text(in: style.language))
    case (.record, .text(let link)):
      guard style.audience == .people else { return .text(link) }
      return .text(Catalogue.crm.label(ofLink: link).text(in: style.language))
    case (.integer, .text(let text)), (.money, .text(let text)), (.decimal, .text(let text)),
      (.percent, .text(let text)), (.flag, .text(let text)), (.instant, .text(let text)),
      (.duration, .text(let text)):
      return .text(text)
    case (.code, .integer(let number)), (.text, .integer(let number)),
      (.longText, .integer(let number)), (.phones, .integer(let number)),
      (.emails, .integer(let number)), (.taxCode, .integer(let number)),
      (.location, .integer(let number)), (.reference, .integer(let number)),
      (.references, .integer(let number)), (.choice, .integer(let number)),
      (.day, .integer(let number)), (.yearlyDay, .integer(let number)),
      (.moment, .integer(let number)), (.recurrence, .integer(let number)),
      (.noun, .integer(let number)),
      (.condition, .integer(let number)), (.record, .integer(let number)):
      return .integer(number)
    }
  }

  private static let yes = Label("Yes", vi: "Có")
  private static let no = Label("No", vi: "Không")

  /// The few words a value of the kind may be, none where it may be anything.
  var words: [Label] {
    switch self {
    case .choice(let known): return known.map(\.label)
    case .flag: return [Self.yes, Self.no]
    case .code, .text, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay, .instant,
      .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location, .reference,
      .references, .noun,
      .record, .condition:
      return []
    }
  }

  /// A moment by the clocks of the zone; for programs with its offset.
  private static func cell(_ instant: Instant, _ style: CellStyle) -> OutputCell {
    if style.audience == .people { return .text(instant.text(in: style.zone, style.language)) }
    let local = instant.text(in: style.zone, .en)
    guard style.audience == .programs else { return .dateTime(local) }
    let minutes = style.zone.offset(instant.seconds) / 60
    let size = abs(minutes)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let offset = "\(minutes < 0 ? "-" : "+")\(two(size / 60)):\(two(size % 60))"
    return .dateTime(local.split(separator: " ").joined(separator: "T") + offset)
  }

  /// A day, or a moment by the clocks of the zone with its offset, which a cell of a workbook has
  /// no place for.
  private static func cell(_ time: PlannedTime, _ style: CellStyle) -> OutputCell {
    if style.audience == .people { return .text(time.text(in: style.zone, style.language)) }
    let iso = time.iso8601(in: style.zone)
    guard time.instant != nil else { return .day(iso) }
    return .dateTime(style.hasOffsets ? iso : String(iso.prefix(19)))
  }

  /// What a column of such values is to a spreadsheet or a terminal.
  var columnKind: ColumnKind {
    switch self {
    case .code, .phones, .taxCode: return .code
    case .text, .longText, .choice, .emails, .location, .reference, .record, .noun, .condition,
      .recurrence:
      return .text
    case .references: return .list
    case .flag: return .bool
    case .integer: return .integer
    case .decimal: return .decimal
    case .percent: return .percent
    case .money: return .money
    case .day, .yearlyDay: return .day
    case .instant: return .dateTime
    case .moment: return .moment
    case .duration: return .duration
    }
  }
}
