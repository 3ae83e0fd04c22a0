import CRMEngine

/// Format 2, frozen: what a choice may be is checked by the write door and no longer by the tables,
/// so that a further choice needs none of them rebuilt.
enum Format2 {
  static var step: Migrations.Step {
    .all(tables.map { .rebuild(TableRebuild($0.name, as: $0.definition)) })
  }

  /// The tables of format 1 that check a choice, without that. Checks of flags stay.
  private static var tables: [(name: String, definition: String)] {
    Schema1.statements.compactMap { statement in
      guard statement.hasPrefix("CREATE TABLE ") else { return nil }
      let lines = statement.split(separator: "\n")
      let unchecked = lines.map(withoutChoices)
      guard unchecked != lines else { return nil }
      let name = statement.dropFirst("CREATE TABLE ".count).prefix { $0 != " " }
      return (String(name), unchecked.joined(separator: "\n"))
    }
  }

  /// Returns a line that defines a column, without a check such as `CHECK ("kind" = 'sale' OR …)`.
  private static func withoutChoices(_ line: Substring) -> Substring {
    guard let check = line.firstRange(of: " CHECK ("), line[check.upperBound...].contains("\" = '")
    else { return line }
    return line[..<check.lowerBound] + (line.hasSuffix(",") ? "," : "")
  }
}
