import CRMValues

extension Expression {
  /// Reads a filter.
  ///
  /// - Throws: a ``CRMError`` of kind `request` that names the column and shows the place.
  public init(parsing text: String) throws {
    var parser = FilterParser(text)
    self = try parser.parse()
  }
}

extension FieldPath {
  /// Reads the way to a field, as columns and sort keys name it.
  ///
  /// - Throws: a ``CRMError`` of kind `request` that names the column and shows the place.
  public init(parsing text: String) throws {
    var parser = FilterParser(text)
    self = try parser.parsePath()
  }
}

/// Reads a filter by recursive descent:
///
/// ```
/// any        = all { "or" all }
/// all        = unary { "and" unary }
/// unary      = "not" unary | "(" any ")" | comparison
/// comparison = path ( symbol value | ["not"] "in" "(" value { "," value } ")"
///                   | "is" ["not"] "empty" | ["not"] "within" value )
/// path       = name [ "[" any "]" ] { "." name [ "[" any "]" ] }
/// ```
///
/// The words may be Vietnamese: `và`, `hoặc`, `không`, `trong`, `là trống`.
struct FilterParser {
  var scanner: FilterScanner
  private var depth = 0

  /// Deeper nesting is refused: nobody types it, and every level takes stack.
  private static let deepest = 100

  /// Names that a path may have. Each is a query inside the one before, and SQLite's parser takes no
  /// more than about fourteen in each other.
  private static let longestPath = 10

  init(_ text: String) {
    scanner = FilterScanner(text)
  }

  mutating func parse() throws -> Expression {
    let expression = try parseAny()
    guard scanner.isAtEnd else { throw unexpected() }
    return expression
  }

  mutating func parsePath() throws -> FieldPath {
    scanner.skipBlanks()
    let path = try path()
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw unexpected() }
    return path
  }

  mutating func parseAny() throws -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw scanner.place.error(
        Label(
          "more than \(Self.deepest) brackets in each other",
          vi: "hơn \(Self.deepest) dấu ngoặc lồng nhau"), kind: .usage)
    }
    var parts = [try parseAll()]
    while takeJoiningWord("or", "hoac") { parts.append(try parseAll()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseAll() throws -> Expression {
    var parts = [try parseUnary()]
    while takeJoiningWord("and", "va") { parts.append(try parseUnary()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func takeJoiningWord(_ english: String, _ vietnamese: String) -> Bool {
    scanner.skipBlanks()
    return scanner.takeWord(english, vietnamese)
  }

  private mutating func parseUnary() throws -> Expression {
    scanner.skipBlanks()
    let start = scanner.place
    if scanner.take("(") {
      let inner = try parseAny()
      guard scanner.take(")") else { throw unclosed(")", from: start) }
      return inner
    }
    if takeNot() {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else {
        throw start.error(
          Label(
            "more than \(Self.deepest) “not” in a row",
            vi: "hơn \(Self.deepest) chữ “not” liên tiếp"), kind: .usage)
      }
      return .not(try parseUnary())
    }
    return .comparison(try parseComparison())
  }

  /// Takes `not` where it is no field name: a symbol or a dot behind it makes it one.
  private mutating func takeNot() -> Bool {
    let before = scanner
    guard scanner.takeWord("not", "khong") else { return false }
    if scanner.next != "." && scanner.next != "[" {
      scanner.skipBlanks()
      if let next = scanner.next, next == "(" || next.isLetter { return true }
      if scanner.isAtEnd { return true }
    }
    scanner = before
    return false
  }

  /// Reads a path and the condition in brackets behind any of its names.
  mutating func path() throws -> FieldPath {
    var steps: [FieldPath.Step] = []
    repeat {
      let place = scanner.place
      guard let name = scanner.takeName() else { throw missingField() }
      var condition: Expression?
      let bracket = scanner.place
      if scanner.take("[") {
        condition = try parseAny()
        guard scanner.take("]") else { throw unclosed("]", from: bracket) }
      }
      guard steps.count < Self.longestPath else {
        throw place.error(
          Label(
            "a path has at most \(Self.longestPath) names",
            vi: "đường dẫn có nhiều nhất \(Self.longestPath) tên"), kind: .usage)
      }
      steps.append(FieldPath.Step(name, condition: condition, place: place))
    } while scanner.take(".")
    return FieldPath(steps)
  }
}
