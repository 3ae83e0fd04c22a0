import CRMValues

extension FilterParser {
  mutating func parseComparison() throws -> Comparison {
    let path = try path()
    scanner.skipBlanks()
    return Comparison(path, try parseTest())
  }

  private mutating func parseTest() throws -> Comparison.Test {
    let place = scanner.place
    for (typed, symbol) in Self.symbols where scanner.take(typed) {
      return .compare(symbol, try parseValue(after: typed))
    }
    if scanner.takeWord("is", "la") {
      scanner.skipBlanks()
      let isNot = scanner.takeWord("not", "khong")
      scanner.skipBlanks()
      guard scanner.takeWord("empty", "trong") else {
        throw scanner.place.error(
          "“empty” is expected here", vi: "cần “empty” (trống) ở đây",
          hints: [
            Label(
              "Write “is empty” or “is not empty”; for a value write “=”.",
              vi: "Viết “is empty” hoặc “is not empty”; với một giá trị hãy viết “=”.")
          ])
      }
      return isNot ? .isNotEmpty : .isEmpty
    }
    let isNot = scanner.takeWord("not", "khong")
    scanner.skipBlanks()
    if scanner.takeWord("in", "trong") {
      let values = try parseList()
      return isNot ? .isNotIn(values) : .isIn(values)
    }
    if scanner.takeWord("within") {
      let distance = try parseValue(after: "within")
      return isNot ? .isNotWithin(distance) : .isWithin(distance)
    }
    throw missingSymbol(at: isNot ? scanner.place : place)
  }

  /// The symbols, each before any that it begins with.
  private static let symbols: [(String, Comparison.Symbol)] = [
    ("!=", .differs), ("≠", .differs), ("<=", .atMost), ("≤", .atMost), (">=", .atLeast),
    ("≥", .atLeast), ("!~", .lacks), ("=", .equals), ("<", .less), (">", .greater),
    ("~", .contains),
  ]

  private mutating func parseValue(after symbol: String) throws -> Literal {
    scanner.skipBlanks()
    let start = scanner
    if let quoted = try scanner.takeQuotedValue() {
      return Literal(quoted, place: start.place)
    }
    guard let bare = scanner.takeBareValue(inList: false),
      !FilterScanner.joiningWords.contains(folded(bare))
    else {
      scanner = start
      throw start.place.error(
        "a value is expected after “\(symbol)”", vi: "cần một giá trị sau “\(symbol)”",
        hints: [Self.quoteHint])
    }
    return Literal(bare, place: start.place)
  }

  private mutating func parseList() throws -> [Literal] {
    scanner.skipBlanks()
    let start = scanner.place
    guard scanner.take("(") else {
      throw start.error(
        "“(” is expected after “in”", vi: "cần “(” sau “in”",
        hints: [Label("Write in (a, b, c).", vi: "Viết in (a, b, c).")])
    }
    var values: [Literal] = []
    repeat {
      scanner.skipBlanks()
      let place = scanner.place
      if let quoted = try scanner.takeQuotedValue() {
        values.append(Literal(quoted, place: place))
      } else if let bare = scanner.takeBareValue(inList: true) {
        values.append(Literal(bare, place: place))
      } else {
        throw place.error("a value is expected in the list", vi: "cần một giá trị trong danh sách")
      }
      scanner.skipBlanks()
    } while scanner.take(",")
    guard scanner.take(")") else {
      if scanner.isAtEnd { throw unclosed(")", from: start) }
      throw scanner.place.error(
        "“,” or “)” is expected here, not “\(scanner.found)”",
        vi: "cần “,” hoặc “)” ở đây, không phải “\(scanner.found)”", hints: [Self.quoteHint])
    }
    return values
  }

  /// Takes a path and a symbol, nil (and nothing taken) where the text does not begin so.
  mutating func takeOpening() throws -> (FieldPath, Comparison.Symbol)? {
    let before = scanner
    scanner.skipBlanks()
    if let path = try? path() {
      scanner.skipBlanks()
      for (typed, symbol) in Self.symbols where scanner.take(typed) { return (path, symbol) }
    }
    scanner = before
    return nil
  }

  /// Takes everything that is left as one value, quotation marks around it left out.
  mutating func takeRest() throws -> Literal {
    scanner.skipBlanks()
    let start = scanner
    if let quoted = try scanner.takeQuotedValue() {
      scanner.skipBlanks()
      if scanner.isAtEnd { return Literal(quoted, place: start.place) }
      scanner = start
    }
    return Literal(cleaned(scanner.takeAll()), place: start.place)
  }
}
