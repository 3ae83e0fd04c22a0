import CRMEngine
import CRMValues

/// What becomes of the fields of customers that are merged.
///
/// An empty field is filled from the first that has it. Phones, emails, groups, tags and notes come
/// together; supplier and common stay where one of them was; the last contact is the latest; the
/// level of a customer that is still new gives way. The code is the kept one's for good.
struct MergedFields {
  private enum Rule {
    case fill
    /// A reference and the text that stands for it where there is no record: filled together.
    case fillPair(Int)
    case join
    /// Texts of several lines, one below the other.
    case append
    case either
    case latest
    case level
  }

  private let entity: Entity
  private let rules: [(position: Int, rule: Rule)]
  private let keys = RecordKeys()

  /// The positions of the fields a merge may change.
  var positions: [Int] { rules.map(\.position) }

  init(_ entity: Entity) throws {
    self.entity = entity
    var rules: [(Int, Rule)] = []
    for (position, field) in entity.fields.enumerated() {
      guard field.access == .editable, field.kind != .code else { continue }
      rules.append((position, try MergedFields.rule(field, entity)))
    }
    self.rules = rules
  }

  private static func rule(_ field: Field, _ entity: Entity) throws -> Rule {
    if let other = try field.fallback.map(entity.handle) { return .fillPair(other) }
    if let owner = entity.fields.firstIndex(where: { $0.fallback == field.name }) {
      return .fillPair(owner)
    }
    switch CustomerField(rawValue: field.name) {
    case .level: return .level
    case .lastContact: return .latest
    default: break
    }
    switch field.kind {
    case .references, .phones, .emails: return .join
    case .longText: return .append
    case .flag: return .either
    case .code, .text, .choice, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .moment, .duration, .recurrence, .taxCode, .location, .reference,
      .record, .noun,
      .condition:
      return .fill
    }
  }

  /// Takes from a record what the values lack.
  func fill(_ values: inout [Value], from record: Record) {
    let before = values
    for (position, rule) in rules {
      let other = record.values[position]
      if other.isBlank { continue }
      switch rule {
      case .fill:
        if before[position].isBlank { values[position] = other }
      case .fillPair(let partner):
        if before[position].isBlank, before[partner].isBlank { values[position] = other }
      case .join:
        values[position] = joined(entity.fields[position], before[position], other)
      case .append: values[position] = appended(before[position], other)
      case .either:
        if other.integer == 1 { values[position] = other }
      case .latest:
        if (before[position].text ?? "") < (other.text ?? "") { values[position] = other }
      case .level:
        if before[position].isBlank || before[position].text == "new" { values[position] = other }
      }
    }
  }

  /// The fields of which a record has another value than stays, its name left aside, which the
  /// trash shows.
  ///
  /// - Parameter merged: all that are merged; what refers to one of them is no value that is lost.
  func differing(_ values: [Value], from record: Record, _ merged: Set<Int64>) -> [Field] {
    rules.compactMap { position, rule in
      let field = entity.fields[position]
      switch rule {
      case .fill where field.name != entity.nameField && field.follows == nil, .fillPair: break
      default: return nil
      }
      let (mine, other) = (values[position], record.values[position])
      if other.isBlank || mine == other { return nil }
      if let id = other.integer, field.target == entity.kind, merged.contains(id) { return nil }
      if let standard = field.defaultValue, other.text == standard { return nil }
      if let mine = mine.text, let other = other.text, identityText(mine) == identityText(other) {
        return nil
      }
      return field
    }
  }

  /// Returns a note with the lines of another below it that it does not have.
  private func appended(_ mine: Value, _ other: Value) -> Value {
    guard let own = mine.text, let text = other.text else { return other }
    let known = Set(own.split(separator: "\n").map { identityText(String($0)) })
    let more = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !known.contains(identityText(String($0))) }
    return more.allSatisfy(\.isEmpty) ? mine : .text(own + "\n" + more.joined(separator: "\n"))
  }

  /// Takes a field of a record, empty or not; a reference with the text that may stand for it.
  func take(_ position: Int, from record: Record, into values: inout [Value]) {
    values[position] = record.values[position]
    for case (position, .fillPair(let partner)) in rules {
      values[partner] = record.values[partner]
    }
  }

  private func joined(_ field: Field, _ mine: Value, _ other: Value) -> Value {
    if field.isLinked { return .list(Set(mine.list + other.list).sorted()) }
    guard let own = mine.text, let text = other.text else { return other }
    var known = Set(keys.keys(of: field, own) + parts(field, own))
    var result = parts(field, own)
    for part in parts(field, text) {
      let found = keys.keys(of: field, part) + [part]
      if found.contains(where: known.contains) { continue }
      known.formUnion(found)
      result.append(part)
    }
    return .text(result.joined(separator: "; "))
  }

  private func parts(_ field: Field, _ text: String) -> [String] {
    field.kind == .phones ? Phone.split(text) : EmailAddress.split(text)
  }
}
