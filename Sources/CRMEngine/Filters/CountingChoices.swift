/// What counts in figures of a kind (RULES 9.3: drafts and cancelled orders are no revenue):
/// records whose choices all say so, in every field that has a choice which does.
public struct CountingChoices: Hashable, Sendable {
  public let field: String
  /// The keys of the choices that count.
  public let keys: [String]
}

extension Entity {
  /// The fields that decide whether a record counts; none where all do.
  public var counting: [CountingChoices] {
    fields.compactMap { field in
      guard case .choice(let choices) = field.kind else { return nil }
      let keys = choices.filter { $0.meanings.contains(.counts) }.map(\.key)
      return keys.isEmpty ? nil : CountingChoices(field: field.name, keys: keys)
    }
  }

  /// Returns the condition in SQL that a record counts.
  ///
  /// - Parameter except: the field that is left out.
  package func countingSQL(alias: String, except: String? = nil) -> String {
    counting.filter { $0.field != except }.map { rule in
      let keys = rule.keys.map { "'\($0)'" }.joined(separator: ", ")
      return "\(alias).\(Schema.quoted(rule.field)) IN (\(keys))"
    }.joined(separator: " AND ")
  }
}
