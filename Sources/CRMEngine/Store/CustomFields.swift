import CRMValues

/// The fields that the users of a database added to its kinds. Each is a column of its kind's
/// table, so that it is filtered and sorted like a declared one.
enum CustomFields {
  /// Reads the kinds with their custom fields; those of fields in the trash are hidden.
  static func entities(
    _ cache: StatementCache, _ catalogue: Catalogue
  ) throws -> Entities {
    let statement = try cache.statement(
      "SELECT kind, \"key\", name, type, choices, required FROM custom_field "
        + "WHERE deleted IS NULL ORDER BY position IS NULL, position, id")
    var custom: [(kind: Kind, fields: [Field])] = []
    while try statement.step() {
      guard let kind = statement.text(0).flatMap(catalogue.kind(named:)),
        let key = statement.text(1), let name = statement.text(2), let type = statement.text(3)
      else { continue }
      let kindOfField = fieldKind(type, statement.text(4))
      let field = Field(
        Field.customPrefix + key, kindOfField, Label(same: name),
        required: statement.integer(5) == 1, headers: [key], isSpelt: kindOfField == .text)
      if let known = custom.firstIndex(where: { $0.kind == kind }) {
        custom[known].fields.append(field)
      } else {
        custom.append((kind, [field]))
      }
    }
    return Entities(catalogue, custom: custom)
  }

  /// Returns the kind of field that a word of the custom field's type stands for.
  static func fieldKind(_ type: String, _ choices: String?) -> FieldKind {
    switch type {
    case "long-text": return .longText
    case "choice": return .choice(words(choices).map { Choice($0, Label(same: $0)) })
    case "flag": return .flag
    case "integer": return .integer
    case "decimal": return .decimal
    case "percent": return .percent
    case "money": return .money
    case "day": return .day
    case "yearly-day": return .yearlyDay
    case "moment": return .moment
    case "duration": return .duration
    default: return .text
    }
  }

  /// Returns the choices of a text that has them between semicolons or line breaks.
  static func words(_ text: String?) -> [String] {
    var words: [String] = []
    for part in (text ?? "").split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let word = cleaned(String(part))
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// Returns the key that a name is made into: `Sở thích` is `so_thich`.
  static func key(of name: String) -> String {
    let words = folded(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.joined(separator: "_")
  }

  /// Whether a text may be a key: small letters and digits, words joined by underscores.
  static func isKey(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40 && key(of: text) == text
  }
}
