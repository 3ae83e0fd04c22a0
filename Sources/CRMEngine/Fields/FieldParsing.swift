import CRMValues

/// What typed texts say of one record: one value a field, null where nothing was typed, and
/// what there is to say about them.
struct FieldReading {
  var values: [Value]
  var problems: [Rejection] = []
  /// Whether the record was not looked at at all, so that nothing is to be said of what it lacks.
  var isUnread = false
  var warnings: [Label] = []
  /// Birthdays and the like whose year was left out, since only the program that wrote the file put it
  /// there.
  var yearless: [Field] = []
  /// References that are still to be looked up.
  var references: [(position: Int, text: String)] = []
  /// List entries to be added before the values are whole: field position, kind, names.
  var missing: [(position: Int, kind: Kind, names: [String])] = []
  /// Fields that a dash says are empty.
  var none: [Int] = []
  /// References to the record's own kind that name none as yet, so that their text went into the
  /// field that stands in.
  var late: [(position: Int, fallback: Int, text: String)] = []

  /// The names of the list entries that a field still lacks, by their keys.
  func missing(_ position: Int) -> Set<String> {
    Set(missing.filter { $0.position == position }.flatMap(\.names).map(identityText))
  }

  /// Whether nothing was typed, neither right nor wrong.
  var saysNothing: Bool { values.allSatisfy(\.isBlank) && problems.isEmpty && missing.isEmpty }
}

/// Turns typed texts into values without looking into the database: kept and reported where they
/// are odd, noted where they name other records.
final class FieldParsing {
  private let input: InputContext
  private let keys: RecordKeys

  init(_ input: InputContext, _ keys: RecordKeys) {
    self.input = input
    self.keys = keys
  }

  /// Reads one text into a reading.
  ///
  /// - Throws: ``CRMError`` for what is no value of the field.
  func fill(
    _ reading: inout FieldReading, _ field: Field, _ position: Int, _ text: String
  ) throws {
    switch field.kind {
    case .reference, .references, .record:
      reading.references.append((position, text))
    case .phones:
      reading.values[position] = try parse(text, for: field, context: input)
      for phone in keys.unparseable(reading.values[position].text ?? "") {
        reading.warnings.append(FieldWarnings.phone(phone))
      }
    case .taxCode:
      reading.values[position] = try parse(text, for: field, context: input)
      if let value = reading.values[position].text,
        let warning = FieldWarnings.taxCode(value)
      {
        reading.warnings.append(warning)
      }
    case .code, .text, .longText, .choice, .flag, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .moment, .duration, .recurrence, .emails, .location, .noun, .condition:
      reading.values[position] = try parse(text, for: field, context: input)
    }
  }
}
