/// A piece of SQL with the values of its parameters, in order.
///
/// It is written as an interpolated string in which a ``Value`` becomes a parameter, never
/// text; only names of the schema can be pasted, as `\(name:)` and `\(raw:)`.
public struct SQLFragment: Hashable, Sendable {
  public var sql: String
  public var arguments: [Value]

  public init(sql: String, arguments: [Value] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  /// Returns the parts with a separator between them.
  static func joined(_ parts: [SQLFragment], _ separator: String) -> SQLFragment {
    SQLFragment(
      sql: parts.map(\.sql).joined(separator: separator), arguments: parts.flatMap(\.arguments))
  }

  /// Returns the parts joined by AND or OR, each in brackets.
  ///
  /// Many parts are nested in halves: SQLite refuses trees of more than 1,000 levels, and a
  /// flat row of operators is as deep as it is long.
  static func joined(_ parts: [SQLFragment], by word: String) -> SQLFragment {
    guard parts.count > 50 else {
      return parts.count == 1 ? parts[0] : joined(parts.map { "(\($0))" }, " \(word) ")
    }
    let middle = parts.count / 2
    return joined(
      [
        joined(Array(parts[..<middle]), by: word), joined(Array(parts[middle...]), by: word),
      ], by: word)
  }

  /// Returns the values as a list of parameters.
  static func list(_ values: some Sequence<Value>) -> SQLFragment {
    joined(values.map { "\($0)" }, ", ")
  }
}

extension SQLFragment: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(sql: value)
  }

  public init(stringInterpolation: StringInterpolation) {
    self.init(sql: stringInterpolation.sql, arguments: stringInterpolation.arguments)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var sql = ""
    var arguments: [Value] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    public mutating func appendLiteral(_ literal: String) {
      sql += literal
    }

    public mutating func appendInterpolation(_ fragment: SQLFragment) {
      sql += fragment.sql
      arguments += fragment.arguments
    }

    public mutating func appendInterpolation(_ value: Value) {
      sql += "?"
      arguments.append(value)
    }

    /// Pastes a name of the schema in double quotes.
    public mutating func appendInterpolation(name: String) {
      sql += "\"\(name)\""
    }

    /// Pastes SQL that the program wrote itself: an alias, a table, an operator.
    public mutating func appendInterpolation(raw text: String) {
      sql += text
    }
  }
}
