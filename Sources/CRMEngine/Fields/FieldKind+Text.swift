import CRMValues

/// Returns a stored value as people read it; empty text for null, and for what names records,
/// which only the database can name.
public func text(
  _ value: Value, for field: Field, in catalogue: Catalogue, language: Language, zone: Zone
) -> String {
  switch field.kind {
  case .code, .text, .longText, .phones, .emails, .taxCode, .location, .condition:
    return value.text ?? ""
  case .noun(let others):
    return value.text.map { catalogue.label(ofNoun: $0, or: others).text(in: language) } ?? ""
  case .choice(let choices):
    guard let key = value.text else { return "" }
    return choices.first { $0.key == key }?.label.text(in: language) ?? key
  case .flag:
    guard let flag = value.integer else { return "" }
    return flag == 0
      ? Label("No", vi: "Không").text(in: language) : Label("Yes", vi: "Có").text(in: language)
  case .integer, .money:
    return value.integer.map { Money.text($0, language) } ?? ""
  case .decimal:
    return value.integer.map { Decimal4(scaled: $0).text(language) } ?? ""
  case .percent:
    return value.integer.map { Decimal4(scaled: $0).text(language) + "%" } ?? ""
  case .day:
    guard let stored = value.text else { return "" }
    return Day(iso: stored)?.text(language) ?? stored
  case .yearlyDay:
    guard let stored = value.text else { return "" }
    return YearlyDay(storage: stored)?.text(language) ?? stored
  case .instant:
    return value.integer.map { Instant(seconds: $0).text(in: zone, language) } ?? ""
  case .moment:
    guard let stored = value.text else { return "" }
    return PlannedTime(storage: stored)?.text(in: zone, language) ?? stored
  case .duration:
    return value.integer.flatMap(TimeSpan.init)?.text(language) ?? ""
  case .recurrence:
    guard let stored = value.text else { return "" }
    return Recurrence(storage: stored)?.text(language) ?? stored
  case .reference, .references, .record:
    return ""
  }
}

/// Returns a stored value as programs read it, the same in every language: ``parse(_:for:context:)``
/// of it gives the value back. Empty text for null and for what names records.
public func canonical(_ value: Value, for field: Field) -> String {
  switch field.kind {
  case .code, .text, .longText, .phones, .emails, .taxCode, .location, .choice, .day, .yearlyDay,
    .moment, .recurrence, .noun, .condition:
    return value.text ?? ""
  case .flag:
    return value.integer.map { $0 == 0 ? "false" : "true" } ?? ""
  case .integer, .money:
    return value.integer.map(String.init) ?? ""
  case .decimal, .percent:
    return value.integer.map { Decimal4(scaled: $0).text } ?? ""
  case .instant:
    return value.integer.map { Instant(seconds: $0).iso8601 } ?? ""
  case .duration:
    return value.integer.flatMap(TimeSpan.init)?.text ?? ""
  case .reference, .references, .record:
    return ""
  }
}

extension Catalogue {
  /// Returns what people call a noun as it is stored, or one of further words.
  public func label(ofNoun word: String, or others: [Choice] = []) -> Label {
    if let kind = kind(named: word) { return entity(kind).label }
    return others.first { $0.key == word }?.label ?? Label(same: word)
  }
}
