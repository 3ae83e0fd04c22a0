import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The criteria of a list that follow from a kind's declaration: an option for each listed
/// reference and choice, and `--mine` where records have owners.
enum FieldCriteria {
  static let heading = Label("Which", vi: "Chọn bản ghi")

  static func options(_ entity: Entity) -> [Option] {
    var options = fields(entity).map { field in
      Option(
        field.option, also: field.singularOptions(entity),
        value: .one(placeholder(field), completion(field, of: entity)),
        Label(
          "\(field.label.en): this one; given again, one of them",
          vi: "\(field.label.vi); lặp lại là một trong các giá trị"), repeats: true,
        heading: heading)
    }
    if entity.traits.contains(.owned) { options.append(mine) }
    if entity.schedule != nil { options.append(open) }
    return options
  }

  static let mine = Option(
    "mine",
    Label(
      "Mine: owned or carried out by me",
      vi: "Của tôi: tôi là chủ sở hữu hoặc người thực "
        + "hiện"),
    heading: heading)

  private static let open = Option(
    "open", Label("Still to come, or being worked on", vi: "Chưa xong: sắp tới hoặc đang làm"),
    heading: heading)

  /// Returns what the options given ask for.
  static func conditions(_ entity: Entity, _ session: Session) -> [Expression] {
    let invocation = session.invocation
    var conditions: [Expression] = []
    for field in fields(entity) {
      let values = invocation.values(field.option)
      if !values.isEmpty { conditions.append(Criterion.equals(field.name, values)) }
    }
    if entity.traits.contains(.owned), invocation.has("mine") {
      conditions.append(Criterion.mine(entity, session))
    }
    if let schedule = entity.schedule, invocation.has("open") {
      conditions.append(Criterion.open(schedule, entity))
    }
    return conditions
  }

  private static func fields(_ entity: Entity) -> [Field] {
    entity.listed.compactMap(entity.field).filter { field in
      switch field.kind {
      case .reference, .references, .choice, .noun, .record: return true
      case .code, .text, .longText, .flag, .integer, .decimal, .percent, .money, .day,
        .yearlyDay, .instant, .moment, .duration, .recurrence, .phones, .emails, .taxCode,
        .location, .condition:
        return false
      }
    }
  }

  private static func placeholder(_ field: Field) -> Placeholder {
    field.target.map(FieldOptions.placeholder)
      ?? Placeholder(field.option.uppercased(), named: { field.label.vi })
  }

  private static func completion(_ field: Field, of entity: Entity) -> Completion {
    FieldOptions.completion(field, of: entity)
  }
}
