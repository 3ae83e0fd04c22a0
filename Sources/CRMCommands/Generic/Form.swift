import CRMCore
import CRMEngine
import CRMValues

/// Asks on the terminal for what a new record cannot do without (RULES 1.11).
struct Form {
  let entity: Entity
  let session: Session

  /// Returns the required fields that nothing was typed for.
  func missing(_ typed: [TypedField]) -> [Field] {
    entity.fields.enumerated().filter { position, field in
      field.access == .editable && FieldOptions.isNeeded(field)
        && !typed.contains { item in
          item.position == position && item.texts.contains { !cleaned($0).isEmpty }
        }
    }.map(\.element)
  }

  /// Returns the typed fields, those missing asked for one by one.
  ///
  /// - Throws: a usage error that names every missing field where nobody can be asked.
  func completed(_ typed: [TypedField], except: Set<String> = []) throws -> [TypedField] {
    let missing = missing(typed).filter { !except.contains($0.name) }
    guard !missing.isEmpty else { return typed }
    guard session.canAsk else { throw Form.incomplete(missing, entity) }
    return try typed + missing.map(ask)
  }

  private func ask(_ field: Field) throws -> TypedField {
    let position = entity.position(of: field.name) ?? 0
    let hint = hint(field)
    let question = Label(
      "\(field.label.en)\(hint.map { " (\($0.en))" } ?? ""): ",
      vi: "\(field.label.vi)\(hint.map { " (\($0.vi))" } ?? ""): ")
    while let answer = try session.ask(question) {
      if answer.isEmpty { continue }
      let typed = TypedField(position, [answer])
      do {
        _ = try session.read { try $0.read([typed], of: entity) }
        return typed
      } catch let error as CRMError where error.kind == .request {
        session.say(error.message)
        for line in error.hints { session.say(line) }
      }
    }
    throw CRMError(
      .request, "the form was left; nothing was added",
      vi: "đã thoát biểu mẫu; không thêm gì")
  }

  private func hint(_ field: Field) -> Label? {
    guard case .choice(let choices) = field.kind else { return field.help }
    return Label(
      choices.map(\.label.en).joined(separator: ", "),
      vi: choices.map(\.label.vi).joined(separator: ", "))
  }

  /// Says which fields a new record still needs, each with its option.
  static func incomplete(_ fields: [Field], _ entity: Entity) -> CRMError {
    let error = RecordErrors.missing(fields, of: entity)
    let noun = entity.kind.rawValue
    return CRMError(
      .usage, error.message,
      hints: [
        Label(
          "See all fields with: crm help \(noun) add",
          vi: "Xem mọi trường bằng: crm help \(noun) add")
      ])
  }
}
