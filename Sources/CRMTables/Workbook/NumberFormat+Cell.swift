extension NumberFormat {
  /// Returns a number as what it means under the format.
  func cell(_ number: Double, is1904: Bool) -> Cell {
    switch meaning {
    case .general, .text: return .number(number, shown: PlainNumber.text(number))
    case .number: return .number(number, shown: shown(number) ?? PlainNumber.text(number))
    case .elapsed: return SheetDate.time(days: number)
    case .clock where number >= 0 && number < 1: return SheetDate.time(days: number)
    case .clock:
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: true)
        ?? .number(number, shown: PlainNumber.text(number))
    case .day(let hasTime):
      if number >= 0, number < 1, !is1904 { return SheetDate.time(days: number) }
      return SheetDate.cell(serial: number, is1904: is1904, hasTime: hasTime)
        ?? .number(number, shown: PlainNumber.text(number))
    }
  }

  /// Returns a number the way the sheet shows it, without the grouping of thousands, whose
  /// character depends on where the sheet is looked at; nil for exponents and fractions.
  func shown(_ number: Double) -> String? {
    guard number.isFinite, !isConditional else { return nil }
    var tokens = sections.first ?? []
    var sign = number < 0 ? "-" : ""
    if number < 0, sections.count > 1 {
      (tokens, sign) = (sections[1], "")
    } else if number == 0, sections.count > 2 {
      tokens = sections[2]
    }
    if tokens.contains(.general) { return PlainNumber.text(number) }
    guard !tokens.contains(.exponent), !tokens.contains(.slash) else { return nil }
    let places = tokens.filter { if case .digit = $0 { true } else { false } }
    guard !places.isEmpty else { return nil }
    return render(tokens, abs(number)).map { sign + $0 }
  }

  private func render(_ tokens: [Token], _ number: Double) -> String? {
    let point = tokens.firstIndex(of: .point) ?? tokens.count
    let isDigit = { (token: Token) in if case .digit = token { true } else { false } }
    let decimals = tokens[point...].count(where: isDigit)
    let whole = tokens[..<point].count(where: isDigit)
    var value = number
    for token in tokens where token == .percent { value *= 100 }
    // Commas behind the last digit divide by a thousand each.
    if let last = tokens.lastIndex(where: isDigit) {
      for token in tokens[last...] where token == .comma { value /= 1000 }
    }
    guard let (wholeDigits, fraction) = PlainNumber.fixed(value, decimals: decimals) else {
      return nil
    }
    var digits = Array(wholeDigits == "0" ? "" : wholeDigits)
    if digits.count < whole {
      digits = Array(repeating: " ", count: whole - digits.count) + digits
    }
    var extra = digits.count - whole
    var text = whole == 0 ? String(digits) : ""
    var place = 0
    for token in tokens[..<point] {
      switch token {
      case .digit(let kind):
        text += String(digits[place..<(place + extra + 1)]).replacingBlank(
          with: kind == 0x30 ? "0" : "")
        place += extra + 1
        extra = 0
      case .literal(let literal): text += literal
      case .percent: text += "%"
      default: break
      }
    }
    return text + renderFraction(tokens[point...], fraction, wholeDigits)
  }

  private func renderFraction(
    _ tokens: ArraySlice<Token>, _ fraction: String, _ whole: String
  ) -> String {
    var digits = Array(fraction)
    // `#` shows no zeros at the end.
    let kinds = tokens.compactMap { if case .digit(let kind) = $0 { kind } else { nil } }
    while let kind = kinds.prefix(digits.count).last, kind != 0x30, digits.last == "0" {
      digits.removeLast()
    }
    var text = ""
    var place = 0
    for token in tokens {
      switch token {
      case .point: text += digits.isEmpty ? "" : "."
      case .digit:
        if place < digits.count { text.append(digits[place]) }
        place += 1
      case .literal(let literal): text += literal
      case .percent: text += "%"
      default: break
      }
    }
    return text
  }
}

extension String {
  /// Returns the digits with a place that has none shown as a zero or not at all.
  fileprivate func replacingBlank(with zero: String) -> String {
    contains(" ") ? String(filter { $0 != " " }) + zero : self
  }
}
