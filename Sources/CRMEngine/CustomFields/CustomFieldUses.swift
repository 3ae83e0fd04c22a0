import CRMValues

/// What asks for a custom field by its name: conditions, columns and orders that people have saved,
/// which could not be asked without it.
struct CustomFieldUses {
  private let kind: Kind
  private let names: Set<String>

  /// - Parameters:
  ///   - values: the custom field's.
  ///   - kind: the kind that has it.
  init?(_ values: [Value], of kind: Kind) throws {
    guard let key = try values.text(.key) else { return nil }
    self.kind = kind
    let label = try values.text(.name).map { [folded($0)] } ?? []
    names = Set([key, Field.customPrefix + key] + label)
  }

  /// The live records whose texts name the field, as messages call them.
  func records(_ writer: Writer) throws -> [Label] {
    var found: [Label] = []
    for asking in writer.catalogue.kinds {
      let entity = writer.catalogue.entity(asking)
      for (position, field) in entity.fields.enumerated() {
        guard case .condition(let scope, _) = field.kind, entity.hasTrash else { continue }
        for id in try live(entity, writer) {
          guard let record = try writer.record(asking, id) else { continue }
          let (asked, lists) = CustomFieldUses.asked(
            record, position, scope, entity, writer.catalogue)
          guard let asked else { continue }
          let condition = record.values[position].text.flatMap { try? Expression(parsing: $0) }
          let isNamed =
            condition.map { names($0, over: asked) } == true
            || lists.contains {
              names(path: $0.split(separator: ".").map(String.init), over: asked)
            }
          if isNamed { found.append(entity.called(try writer.label(asking, id))) }
        }
      }
    }
    return found
  }

  private func live(_ entity: Entity, _ writer: Writer) throws -> [Int64] {
    let statement = try writer.cache.statement(
      "SELECT id FROM \(entity.table) WHERE deleted IS NULL ORDER BY id")
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// The kind that a record's condition is asked over, and the further paths that it names.
  private static func asked(
    _ record: Record, _ position: Int, _ scope: ConditionScope, _ entity: Entity,
    _ catalogue: Catalogue
  ) -> (kind: Kind?, paths: [String]) {
    switch scope {
    case .kind(let kind): return (kind, [])
    case .kindNamed(let name):
      let noun = entity.fields.firstIndex { $0.name == name }.flatMap { record.values[$0].text }
      let texts = entity.fields.indices.filter {
        ["columns", "sort"].contains(entity.fields[$0].name)
      }
      .compactMap { record.values[$0].text }
      let paths = texts.flatMap(PathList.split).map {
        $0.hasPrefix("-") ? String($0.dropFirst()) : $0
      }
      return (noun.flatMap(catalogue.noun), paths)
    }
  }

  private func names(_ expression: Expression, over asked: Kind) -> Bool {
    expression.comparisons.contains { comparison in
      let steps = comparison.path.steps
      return names(path: steps.map(\.name), over: asked)
        || steps.compactMap(\.condition).contains { names($0, over: nil) }
    }
  }

  private func names(_ expression: Expression, over asked: Kind?) -> Bool {
    expression.comparisons.contains { names(path: $0.path.steps.map(\.name), over: asked) }
  }

  /// Whether a way leads to the field: by its first name from its own kind, by a later one from
  /// another.
  private func names(path: [String], over asked: Kind?) -> Bool {
    let steps = asked == nil || asked == kind ? path[...] : path.dropFirst()
    return steps.contains { names.contains($0) || names.contains(folded($0)) }
  }
}
