import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// One option for each field that can be typed (RULES 1.2).
enum FieldOptions {
  private static let heading = Label("Fields", vi: "Các trường")

  /// Returns the options of a kind's editable fields.
  ///
  /// - Parameters:
  ///   - requires: whether required fields are marked as such, as a new record needs them.
  ///   - except: fields that the command fills itself.
  static func options(
    _ entity: Entity, requires: Bool, except: Set<String> = []
  ) -> [Option] {
    typable(entity).filter { !except.contains($0.name) }.map { field in
      Option(
        field.option, also: field.singularOptions(entity), value: value(field, of: entity),
        summary(field),
        necessity: requires && isNeeded(field) ? .prompted : .optional,
        repeats: field.holdsSeveral, heading: heading)
    }
  }

  /// Returns the `--add-…` and `--remove-…` options of the fields that hold several.
  static func listOptions(_ entity: Entity) -> [Option] {
    typable(entity).filter(\.holdsSeveral).flatMap { field in
      let value = Option.Value.one(placeholder(field), completion(field, of: entity))
      let en = field.label.en.lowercased()
      let vi = field.label.vi.lowercased()
      return [
        Option(
          "add-\(field.option)", also: field.singularOptions(entity, prefix: "add-"),
          value: value,
          Label("Add to the \(en), keeping the others", vi: "Thêm \(vi), giữ nguyên các mục khác"),
          repeats: true, heading: heading),
        Option(
          "remove-\(field.option)", also: field.singularOptions(entity, prefix: "remove-"),
          value: value,
          Label("Take from the \(en)", vi: "Bỏ \(vi)"), repeats: true, heading: heading),
      ]
    }
  }

  /// Returns what was typed for each field, in the order of the fields, then for custom ones;
  /// options of the given prefix (`add-`) instead of the plain ones.
  ///
  /// - Parameter entity: the kind with its custom fields.
  static func typed(
    _ entity: Entity, _ invocation: Invocation, prefix: String = ""
  ) throws -> [TypedField] {
    let declared = entity.fields.indices.compactMap { position -> TypedField? in
      let option = prefix + entity.fields[position].option
      guard invocation.declares(option), invocation.has(option) else { return nil }
      let texts = invocation.values(option)
      // A flag without a word is a switch.
      return TypedField(position, texts.isEmpty ? ["yes"] : texts)
    }
    return try prefix.isEmpty ? declared + CustomFieldOption.typed(entity, invocation) : declared
  }

  private static func value(_ field: Field, of entity: Entity) -> Option.Value {
    let (placeholder, completion) = (placeholder(field), completion(field, of: entity))
    return field.kind == .flag ? .flag(placeholder, completion) : .one(placeholder, completion)
  }

  /// The fields that a person can type.
  static func typable(_ entity: Entity) -> [Field] {
    entity.fields.filter { $0.access == .editable }
  }

  /// Whether a new record cannot do without a typed value.
  static func isNeeded(_ field: Field) -> Bool { field.required && field.defaultValue == nil }

  private static func summary(_ field: Field) -> Label {
    guard let help = field.help else { return field.label }
    return Label("\(field.label.en) (\(help.en))", vi: "\(field.label.vi) (\(help.vi))")
  }

  static func placeholder(_ field: Field) -> Placeholder {
    switch field.kind {
    case .code: return "CODE"
    case .text, .longText: return "TEXT"
    case .noun: return "NOUN"
    case .condition: return "EXPR"
    case .record: return "NOUN:CODE"
    case .duration: return "LENGTH"
    case .recurrence: return "RULE"
    case .choice: return "WORD"
    case .flag: return "yes|no"
    case .integer: return "N"
    case .decimal: return "NUMBER"
    case .percent: return "PERCENT"
    case .money: return "AMOUNT"
    case .day, .yearlyDay: return "DATE"
    case .instant, .moment: return "TIME"
    case .phones: return "PHONE"
    case .emails: return "EMAIL"
    case .taxCode: return "TAX-CODE"
    case .location: return "LAT,LNG"
    case .reference(let kind), .references(let kind): return placeholder(kind)
    }
  }

  /// The word for a record of a kind, after the name of the kind.
  static func placeholder(_ kind: Kind) -> Placeholder {
    Placeholder(kind.rawValue.uppercased(), named: { Catalogue.entity(kind).label.vi })
  }

  static func completion(_ field: Field, of entity: Entity) -> Completion {
    switch field.kind {
    case .choice(let choices):
      return .choices(choices.map { .init($0.key, $0.label) })
    case .flag:
      return .choices([.init("yes", Label("Yes", vi: "Có")), .init("no", Label("No", vi: "Không"))])
    case .reference(let kind), .references(let kind):
      return .codes(kind: kind.rawValue)
    case .noun(let others):
      return .choices((Catalogue.crm.nounChoices + others).map { .init($0.key, $0.label) })
    case .record: return .custom("record")
    case .text, .condition:
      return field.name == entity.nameField
        ? .none : .values(kind: entity.kind.rawValue, field: field.name)
    case .code, .longText, .integer, .decimal, .percent, .money, .day, .yearlyDay, .instant,
      .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location:
      return .none
    }
  }
}

extension Entity {
  /// Returns a text as typed for the field of a name; nil where the kind has no such field.
  func typed(_ name: String, _ text: String) -> TypedField? {
    position(of: name).map { TypedField($0, [text]) }
  }
}
