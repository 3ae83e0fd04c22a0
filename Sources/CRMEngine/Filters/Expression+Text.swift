extension Expression: CustomStringConvertible {
  /// The expression as it can be typed: the shortest form that reads back as the same tree.
  public var text: String {
    switch self {
    case .all(let parts): return Self.joined(parts, " and ", in: self)
    case .any(let parts): return Self.joined(parts, " or ", in: self)
    case .not(let part):
      return part.isJoined ? "not (\(part.text))" : "not \(part.text)"
    case .comparison(let comparison): return comparison.text
    }
  }

  public var description: String { text }

  private var isJoined: Bool {
    switch self {
    case .all, .any: return true
    case .not, .comparison: return false
    }
  }

  private static func joined(
    _ parts: [Expression], _ word: String, in whole: Expression
  ) -> String {
    parts.map { part in
      switch (whole, part) {
      // `and` binds tighter than `or`; parts of the same word keep their brackets, as typed.
      case (.any, .all): return part.text
      case (_, .all), (_, .any): return "(\(part.text))"
      case (_, .not), (_, .comparison): return part.text
      }
    }.joined(separator: word)
  }
}

extension Comparison {
  /// The comparison as it can be typed.
  public var text: String { "\(path.text) \(test.text)" }
}

extension Comparison.Test {
  /// The test as it can be typed behind a field.
  public var text: String {
    switch self {
    case .compare(let symbol, let value): return "\(symbol.rawValue) \(value.typed)"
    case .isIn(let values): return "in (\(Self.joined(values)))"
    case .isNotIn(let values): return "not in (\(Self.joined(values)))"
    case .isEmpty: return "is empty"
    case .isNotEmpty: return "is not empty"
    case .isWithin(let value): return "within \(value.typed)"
    case .isNotWithin(let value): return "not within \(value.typed)"
    }
  }

  private static func joined(_ values: [Literal]) -> String {
    values.map(\.typed).joined(separator: ", ")
  }
}

extension FieldPath {
  /// The path as it can be typed.
  public var text: String {
    steps.map { step in
      step.condition.map { "\(step.name)[\($0.text)]" } ?? step.name
    }.joined(separator: ".")
  }
}

extension Literal {
  /// The value as it can be typed: in quotation marks where it could be read as more than one
  /// word.
  public var typed: String {
    guard FilterScanner.needsQuotes(text) else { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
