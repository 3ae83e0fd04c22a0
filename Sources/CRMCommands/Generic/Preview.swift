import CRMCore
import CRMEngine
import CRMValues

/// What a command would change, one line a record, for `--dry-run`.
enum Preview {
  /// Writes what the operation has changed so far on standard output.
  static func put(_ writer: Writer, _ session: Session) throws {
    try writer.changes { change in
      guard change.kind.isNoun, try isShown(change, writer) else { return }
      try session.put(try line(change, writer, session))
    }
  }

  /// Returns what a change does to a record: `customer KH000001: Level “New” → “Paused”`.
  static func line(_ change: Change, _ reader: Reader, _ session: Session) throws -> String {
    let entity = Catalogue.entity(change.kind)
    let label = try removedName(change, entity) ?? reader.label(change.kind, change.record)
    let name = session.text(entity.called(label))
    return "\(name): \(try what(change, reader, session))"
  }

  /// What a record was called that is there no more.
  private static func removedName(_ change: Change, _ entity: Entity) -> String? {
    guard change.action == .remove else { return nil }
    func text(_ name: String) -> String? {
      change.fields.first { $0.0.name == name }.flatMap { $0.1.text ?? $0.2.text }
    }
    let code = text(entity.referenceField)
    let name = entity.isNamedByCode ? text(entity.nameField) : nil
    let parts = [code, name].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What follows for records of others stays theirs; what the actor gives away is seen going.
  private static func isShown(_ change: Change, _ writer: Writer) throws -> Bool {
    try writer.isVisible(change.kind, change.record)
      || (change.action == .edit && change.fields.contains { $0.0.road == .owner })
  }

  private static func what(
    _ change: Change, _ reader: Reader, _ session: Session
  ) throws -> String {
    switch change.action {
    case .add, .remove, .trash, .restore, .destroy: return session.text(change.action.word)
    case .merge:
      let codes = try change.merged.map { try reader.label(change.kind, $0) }
      let list = codes.joined(separator: ", ")
      return session.text(Label("\(list) merged into it", vi: "gộp \(list) vào"))
    case .edit, .follow:
      return try change.fields.map { field, old, new in
        let before = try FieldText.text(old, field, reader, session)
        let after = try FieldText.text(new, field, reader, session)
        return "\(session.text(field.label)) “\(before)” → “\(after)”"
      }.joined(separator: "; ")
    }
  }
}

/// A value as a person reads it, references by what people call the record.
enum FieldText {
  static func text(
    _ value: Value, _ field: Field, _ reader: Reader, _ session: Session
  ) throws -> String {
    switch field.kind {
    case .reference(let kind):
      return try value.integer.map { try reader.label(kind, $0) } ?? ""
    case .references(let kind):
      return try value.list.map { try reader.label(kind, $0) }.joined(separator: "; ")
    case .record:
      let link = try value.integer.flatMap(RecordLink.init).map(reader.text) ?? ""
      return session.text(reader.catalogue.label(ofLink: link))
    case .code, .text, .longText, .choice, .flag, .integer, .decimal, .percent, .money, .day,
      .yearlyDay, .instant, .moment, .duration, .recurrence, .phones, .emails, .taxCode, .location,
      .noun,
      .condition:
      return CRMEngine.text(
        value, for: field, in: reader.catalogue, language: session.language,
        zone: session.moment.zone)
    }
  }
}
