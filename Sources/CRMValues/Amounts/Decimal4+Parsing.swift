extension Decimal4 {
  /// Reads a quantity or percentage: `1,5`, `1.5`, `10%`, `-0,25`, `1.234,5`, `1,234.5`,
  /// `1 234,5`, `1.234.567`.
  ///
  /// A single dot or comma is the decimal separator; with exactly three digits behind and one
  /// to three before it (`1.234`) it could group thousands as well and is refused, unless a
  /// percent sign follows. The percent sign says nothing else: `10%` is 10.
  ///
  /// - Throws: a `CRMError` of kind `request` for what is no number, is ambiguous, has more
  ///   than four decimals, or is beyond ±922,337,203,685,477.
  public static func parse(_ text: String) throws -> Decimal4 {
    var bytes = numberBytes(text)[...]
    let isPercentage = bytes.last == UInt8(ascii: "%")
    if isPercentage { bytes.removeLast() }
    while bytes.last == 0x20 { bytes.removeLast() }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let number: NumberText
    let scaled: UInt64?
    do {
      number = try NumberText(bytes)
      scaled = try number.whole(times: scale.magnitude)
    } catch {
      throw error == .tooLong ? tooLarge(text) : unreadable(text)
    }
    if number.isAmbiguous && !isPercentage { throw ambiguous(text) }
    guard let scaled else { throw tooManyDecimals(text) }
    guard scaled <= Int64.max.magnitude else { throw tooLarge(text) }
    return Decimal4(scaled: isNegative ? -Int64(scaled) : Int64(scaled))
  }

  /// Makes a number of its form for programs (`1.5`, `1.234`), where a dot is always the
  /// decimal point: a number cell, a JSON number. Nil for anything else and for more than four
  /// decimals.
  public init?(plain text: String) {
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    guard let first = bytes.first, first &- 0x30 < 10,
      bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }),
      bytes.count(where: { $0 == UInt8(ascii: ".") }) <= 1,
      let number = try? NumberText(bytes),
      let scaled = try? number.whole(times: Self.scale.magnitude),
      scaled <= Int64.max.magnitude
    else { return nil }
    self.init(scaled: isNegative ? -Int64(scaled) : Int64(scaled))
  }

  private static func unreadable(_ text: String) -> CRMError {
    CRMError(
      .request, "\(quoted(trimmed(text))) is not a number",
      vi: "\(quoted(trimmed(text))) không phải là số",
      hints: [Label("Write 1.5 or 1,5", vi: "Viết 1,5")])
  }

  private static func ambiguous(_ text: String) -> CRMError {
    let typed = trimmed(text)
    let digits = typed.filter { $0 != "." && $0 != "," }
    return CRMError(
      .request, "\(quoted(typed)) can be read as two different numbers",
      vi: "\(quoted(typed)) có thể hiểu thành hai số khác nhau",
      hints: [
        Label(
          "Write \(digits), or \(typed)0 when the last digits are decimals",
          vi: "Viết \(digits), hoặc \(typed)0 nếu các chữ số cuối là phần thập phân")
      ])
  }

  private static func tooManyDecimals(_ text: String) -> CRMError {
    CRMError(
      .request, "\(quoted(trimmed(text))) has more than four decimals",
      vi: "\(quoted(trimmed(text))) có hơn bốn chữ số thập phân")
  }

  private static func tooLarge(_ text: String) -> CRMError {
    CRMError(
      .request, "\(quoted(trimmed(text))) is too large a number",
      vi: "\(quoted(trimmed(text))) là số quá lớn")
  }
}
