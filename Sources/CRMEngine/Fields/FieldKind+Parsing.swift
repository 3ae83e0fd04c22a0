import CRMValues

/// What typed values are read against. One serves a whole import, whose choice tables it keeps.
public struct InputContext {
  public let moment: Moment
  /// The kinds whose names a noun may be.
  public let catalogue: Catalogue
  let choices = ChoiceTables()

  public init(moment: Moment, catalogue: Catalogue) {
    self.moment = moment
    self.catalogue = catalogue
  }

  /// Returns the words that a field of nouns takes.
  func nouns(or others: [Choice]) -> ChoiceTable { choices.nouns(catalogue, or: others) }
}

/// Reads a typed value of a field that is no reference, as it is stored; empty text is null.
///
/// - Throws: a ``CRMError`` of kind `request` that names the field, the value and what is
///   expected.
public func parse(_ text: String, for field: Field, context: InputContext) throws -> Value {
  let text = cleaned(text)
  if text.isEmpty { return .null }
  do {
    return try field.checked(try field.kind.parse(text, context))
  } catch let error as CRMError {
    throw CRMError(
      error.kind,
      Label("\(field.label.en): \(error.message.en)", vi: "\(field.label.vi): \(error.message.vi)"),
      hints: error.hints)
  }
}

extension FieldKind {
  /// Reads text that is clean and not empty.
  func parse(_ text: String, _ context: InputContext) throws -> Value {
    switch self {
    case .code: return .text(try parseCode(text))
    // What a condition may ask depends on the whole record: the write door checks it.
    case .text, .taxCode, .condition: return .text(oneLine(text))
    case .longText: return .text(plainLines(text))
    case .choice(let choices):
      let table = context.choices.table(choices)
      guard let value = table.value(text) else { throw table.unknown(text) }
      return value
    case .flag: return .integer(try parseFlag(text) ? 1 : 0)
    case .integer: return .integer(try parseWholeNumber(text))
    case .decimal, .percent: return .integer(try parseDecimal(text))
    case .money: return .integer(try Money.parse(text))
    case .day: return .text(try parseDay(text, today: context.moment.today).iso)
    case .yearlyDay: return .text(try parseYearlyDay(text, context.moment.today).text)
    case .instant: return .integer(try parseInstant(text, context.moment).seconds)
    case .moment:
      let moment = context.moment
      return .text(
        try PlannedTime.parse(text, now: moment.now, today: moment.today, in: moment.zone).storage)
    case .duration: return .integer(try TimeSpan.parse(text).seconds)
    case .recurrence: return .text(try Recurrence.parse(text).storage)
    case .phones: return .text(joinedPhones(text))
    case .emails: return .text(try joinedEmails(text))
    case .location: return .text(try Location.parse(text).text)
    case .noun(let others):
      let table = context.nouns(or: others)
      guard let value = table.value(text) else {
        throw RecordErrors.unknownNoun(text, context.catalogue, or: others)
      }
      return value
    case .reference, .references, .record:
      throw CRMError(
        .bug, "a reference is looked up, not read", vi: "tham chiếu phải được tra cứu")
    }
  }
}

extension Field {
  /// Returns a stored value that is within the range of the field.
  ///
  /// - Throws: ``CRMError`` for any other.
  func checked(_ value: Value) throws -> Value {
    guard let range, let number = value.integer, !range.contains(number) else { return value }
    func text(_ language: Language) -> (String, String, String) {
      func one(_ number: Int64) -> String {
        switch kind {
        case .percent: return Decimal4(scaled: number).text(language) + "%"
        case .decimal: return Decimal4(scaled: number).text(language)
        case .duration: return TimeSpan(seconds: number)?.text(language) ?? String(number)
        default: return Money.text(number, language)
        }
      }
      return (one(number), one(range.lowerBound), one(range.upperBound))
    }
    let (en, vi) = (text(.en), text(.vi))
    throw CRMError(
      .request, "\(en.0) is not between \(en.1) and \(en.2)",
      vi: "\(vi.0) không nằm trong khoảng \(vi.1) đến \(vi.2)")
  }
}

/// Reads a code. Cells and lists separate codes by semicolons, lines and files by line breaks.
private func parseCode(_ text: String) throws -> String {
  let breaks = text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: ";") }
  guard breaks || text.hasPrefix("-") else { return text }
  throw CRMError(
    .request, "“\(fitted(oneLine(text), to: 60))” cannot be a code",
    vi: "“\(fitted(oneLine(text), to: 60))” không thể là mã",
    hints: [
      Label(
        "A code is one line, without semicolons, and does not begin with a dash.",
        vi: "Mã nằm trên một dòng, không có dấu chấm phẩy và không bắt đầu bằng dấu gạch ngang.")
    ])
}

/// Reads a birthday or founding date, which nobody has yet to come.
private func parseYearlyDay(_ text: String, _ today: Day) throws -> YearlyDay {
  let day = try YearlyDay.parse(text)
  guard let first = day.firstDay, first > today else { return day }
  let yearless = YearlyDay(year: nil, month: day.month, day: day.day)?.text(.vi) ?? ""
  throw CRMError(
    .request, "\(first.text(.en)) is still to come", vi: "ngày \(first.text(.vi)) ở tương lai",
    hints: [
      Label(
        "Check the year, or leave it out: \(yearless)",
        vi: "Kiểm tra lại năm, hoặc bỏ năm: \(yearless)")
    ])
}

private func parseFlag(_ text: String) throws -> Bool {
  if let flag = yesOrNo(text) { return flag }
  throw CRMError(
    .request, "“\(fitted(text, to: 60))” is neither yes nor no",
    vi: "“\(fitted(text, to: 60))” không phải là có hay không",
    hints: [Label("Write yes or no.", vi: "Viết có hoặc không.")])
}

/// Reads a decimal, times 10,000. Short plain digits, the usual cell, are read in place.
private func parseDecimal(_ text: String) throws -> Int64 {
  var copy = text
  let plain: Int64? = copy.withUTF8 { bytes in
    guard (1...12).contains(bytes.count) else { return nil }
    var number: Int64 = 0
    for byte in bytes {
      guard case let digit = byte &- 0x30, digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    return number * Decimal4.scale
  }
  return try plain ?? Decimal4.parse(text).scaled
}

private func parseInstant(_ text: String, _ moment: Moment) throws -> Instant {
  do {
    return try Instant.parse(text, in: moment.zone)
  } catch {
    guard let day = try? parseDay(text, today: moment.today) else { throw error }
    return .startOfDay(day, in: moment.zone)
  }
}
