import CRMCore
import CRMEngine
import CRMValues

/// Saves new records in one operation, and says so.
struct RecordAdding {
  let entity: Entity
  let session: Session

  init(_ entity: Entity, _ session: Session) {
    self.entity = entity
    self.session = session
  }

  private struct Added {
    let code: String
    let title: String
    let notes: [Label]
  }

  /// Adds one record a draft: its fields, and the lines of a document.
  ///
  /// - Parameters:
  ///   - preset: values that the command fills itself; typed ones win.
  ///   - source: the document whose lines the new one gets.
  func add(
    _ drafts: [(fields: [TypedField], lines: [[TypedField]])],
    preset: (Writer) throws -> [(position: Int, value: Value)] = { _ in [] },
    copyingLinesOf source: ((Writer) throws -> Int64)? = nil
  ) throws {
    let added = try session.write { writer in
      try writer.allowDuplicates(
        session.invocation.declares("allow-duplicate") && session.invocation.has("allow-duplicate"),
        of: entity.kind)
      let preset = try preset(writer)
      let source = try source?(writer)
      return try drafts.map { try add($0.fields, $0.lines, preset, source, writer) }
    }
    for record in added {
      for note in record.notes { session.say(note) }
    }
    if session.isDryRun {
      for record in added {
        session.say(
          "Would add \(entity.label.en.lowercased()) \(record.code)\(record.title).",
          vi: "Sẽ thêm \(entity.label.vi.lowercased()) \(record.code)\(record.title).")
      }
      return
    }
    for record in added { try session.put(record.code) }
    if added.count == 1, let record = added.first {
      session.say(
        "Added \(entity.label.en.lowercased()) \(record.code)\(record.title).",
        vi: "Đã thêm \(entity.label.vi.lowercased()) \(record.code)\(record.title).")
    } else {
      session.say(
        "Added \(added.count) \(entity.plural.en.lowercased()).",
        vi: "Đã thêm \(added.count) \(entity.label.vi.lowercased()).")
    }
  }

  private func add(
    _ fields: [TypedField], _ lines: [[TypedField]],
    _ preset: [(position: Int, value: Value)], _ source: Int64?, _ writer: Writer
  ) throws -> Added {
    let read = try writer.read(fields, of: entity)
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
    if let source { try LineOptions.copy(from: source, to: id, of: entity, writer) }
    let discounts = try LineOptions.add(lines, to: id, of: entity, writer, session)
    if entity.lines != nil { try writer.settle() }
    guard let record = try writer.record(entity.kind, id) else {
      return Added(code: "", title: "", notes: [])
    }
    if session.isDryRun { try LineOptions.put(id, of: entity, writer, session) }
    return Added(
      code: record["code"].text ?? "", title: try title(record, writer),
      notes: read.warnings + CustomerNotes.notes(record) + RoleNotes.notes(record) + discounts)
  }

  /// What follows the code in the sentence: the name, or a document's total.
  private func title(_ record: Record, _ writer: Writer) throws -> String {
    if let field = entity.field("total"), entity.lines != nil {
      let total = try FieldText.text(record["total"], field, writer, session)
      return ": \(session.text(field.label).lowercased()) \(total) đ"
    }
    guard entity.nameField != "code", let name = record[entity.nameField].text else { return "" }
    return " " + name
  }
}

/// What a new customer should have and has not (seed 004: "always choose all three").
enum CustomerNotes {
  static func notes(_ record: Record) -> [Label] {
    guard record.kind == .customer else { return [] }
    let entity = Catalogue.entity(.customer)
    let missing = ["source", "groups", "relationship"].compactMap { entity.field($0) }.filter {
      let value = record[$0.name]
      return value.isNull || value == .list([])
    }
    guard !missing.isEmpty else { return [] }
    let en = missing.map { $0.label.en.lowercased() }.joined(separator: ", ")
    let vi = missing.map { $0.label.vi.lowercased() }.joined(separator: ", ")
    let code = record["code"].text ?? ""
    let options = missing.map { "--\($0.option) …" }.joined(separator: " ")
    return [
      Label(
        "Still without \(en): crm customer edit \(code) \(options)",
        vi: "Còn thiếu \(vi): crm customer edit \(code) \(options)")
    ]
  }
}
