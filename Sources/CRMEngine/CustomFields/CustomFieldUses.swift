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
    try SavedConditions(writer).each { saved in
      guard let asked = saved.kind else { return }
      let condition = try? Expression(parsing: saved.text)
      let isNamed =
        condition.map { names($0, over: asked) } == true
        || CustomFieldUses.paths(saved.record).contains {
          names(path: $0.split(separator: ".").map(String.init), over: asked)
        }
      let record = saved.record
      if isNamed {
        found.append(record.entity.called(try writer.label(record.kind, record.id)))
      }
    }
    return found
  }

  /// The further paths that a record names: columns and an order.
  private static func paths(_ record: Record) -> [String] {
    ["columns", "sort"].compactMap { name in
      record.entity.position(of: name).flatMap { record.values[$0].text }
    }
    .flatMap(PathList.split).map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
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
