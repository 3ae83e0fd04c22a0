import CRMCore
import CRMEngine
import CRMValues

/// Saves new records in one operation, and says so.
struct RecordAdding {
  /// One new record: its fields as typed, and the parts of a document.
  struct Draft {
    var fields: [TypedField]
    var parts: [TypedPart]
    var dependents: [Dependent]

    init(_ fields: [TypedField], parts: [TypedPart] = [], dependents: [Dependent] = []) {
      self.fields = fields
      self.parts = parts
      self.dependents = dependents
    }
  }

  /// A new record that belongs to the one it is typed with.
  struct Dependent {
    let entity: Entity
    /// The field that names the one it belongs to.
    let holder: Int
    let fields: [TypedField]
  }

  let entity: Entity

  init(_ entity: Entity) { self.entity = entity }

  private struct Added {
    let code: String
    let title: String
    let notes: [Label]
  }

  /// Prepares the addition of one record a draft.
  ///
  /// - Parameters:
  ///   - preset: values that the command fills itself; typed ones win.
  ///   - source: the record of which the new one is a copy: it gets that one's parts.
  ///   - telling: tells what else is to be told afterwards.
  ///   - next: prepares what is added after it.
  func work(
    _ drafts: [Draft],
    preset: @escaping (Writer) throws -> [(position: Int, value: Value)] = { _ in [] },
    copying source: ((Writer) throws -> Int64)? = nil,
    telling: @escaping () -> Void = {}, next: @escaping () throws -> Work? = { nil }
  ) -> Work {
    Work(previewed: entity.isEntry, next: next) { writing in
      let writer = writing.writer
      try writer.allowDuplicates(
        writing.invocation.isGiven("allow-duplicate"), of: entity.kind)
      let preset = try preset(writer)
      let source = try source?(writer)
      let added = try drafts.map { try add($0, preset, source, writing) }
      writing.afterwards {
        try tell(added, writing)
        telling()
      }
    }
  }

  private func tell(_ added: [Added], _ writing: Writing) throws {
    let session = writing.session
    let words = writing.tense(.add)
    for record in added {
      for note in record.notes { session.say(note) }
    }
    if writing.lands {
      for record in added { try session.put(record.code) }
      if added.count != 1 {
        return session.say(
          "\(words.en) \(added.count.counted(.en)) \(entity.plural.en.lowercased()).",
          vi: "\(words.vi) \(added.count.counted(.vi)) \(entity.label.vi.lowercased()).")
      }
    }
    for record in added {
      session.say(
        "\(words.en) \(entity.label.en.lowercased()) \(record.code)\(record.title).",
        vi: "\(words.vi) \(entity.label.vi.lowercased()) \(record.code)\(record.title).")
    }
  }

  private func add(_ dependent: Dependent, to id: Int64, _ writer: Writer) throws {
    let entity = dependent.entity
    var values = entity.values()
    for change in try writer.readTyped(dependent.fields, of: entity).changes {
      values[change.position] = change.value
    }
    values[dependent.holder] = .integer(id)
    let missing = entity.fields.indices.filter {
      FieldOptions.isNeeded(entity.fields[$0]) && values[$0].isNull
    }
    guard missing.isEmpty else {
      throw Form.incomplete(missing.map { entity.fields[$0] }, entity)
    }
    try writer.add(entity.kind, values)
  }

  private func add(
    _ draft: Draft, _ preset: [(position: Int, value: Value)], _ source: Int64?,
    _ writing: Writing
  ) throws -> Added {
    let writer = writing.writer
    let read = try writer.readTyped(draft.fields, of: entity)
    var values = entity.values()
    for change in preset + read.changes where !change.value.isNull {
      values[change.position] = change.value
    }
    let missing = entity.fields.indices.filter {
      FieldOptions.isNeeded(entity.fields[$0]) && values[$0].isNull
    }
    guard missing.isEmpty else {
      throw Form.incomplete(missing.map { entity.fields[$0] }, entity)
    }
    let id = try writer.add(entity.kind, values)
    if let source {
      if !entity.parts.isEmpty {
        try DocumentParts.copy(from: source, to: id, of: entity, writer)
      }
      try Nouns.own(entity.kind).copyBeside(source, id, writer)
    }
    try DocumentParts.add(draft.parts, to: id, writer)
    for dependent in draft.dependents { try add(dependent, to: id, writer) }
    if !entity.parts.isEmpty { try writer.settle() }
    guard let record = try writer.record(entity.kind, id) else {
      return Added(code: "", title: "", notes: [])
    }
    try DocumentParts.preview(id, of: entity, writing)
    try NotifyOption.apply(entity, [id], writing)
    return Added(
      code: record["code"].text ?? "", title: try title(record, writing),
      notes: read.warnings + (source == nil ? Nouns.own(entity.kind).notes(record) : [])
        + writer.takeNotes())
  }

  /// What follows the code in the sentence: the name, or an amount.
  private func title(_ record: Record, _ writing: Writing) throws -> String {
    if let told = Nouns.own(entity.kind).told {
      let session = writing.session
      let place = try entity.handle(told)
      let field = entity.fields[place]
      let total = try FieldText.text(record.values[place], field, writing.writer, session)
      return ": \(session.text(field.label).lowercased()) \(total) đ"
    }
    guard entity.nameField != "code", let name = record[entity.nameField].text else { return "" }
    return " " + name
  }
}
