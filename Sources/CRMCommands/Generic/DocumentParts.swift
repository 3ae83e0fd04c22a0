import CRMCore
import CRMEngine
import CRMValues

/// The parts of a document while the write door is open.
enum DocumentParts {
  /// Adds typed parts to a document.
  static func add(_ parts: [TypedPart], to document: Int64, _ writer: Writer) throws {
    for part in parts {
      let entity = writer.entity(part.kind)
      var values = entity.values()
      for change in try writer.readTyped(part.fields, of: entity).changes {
        values[change.position] = change.value
      }
      try writer.addLine(entity, to: document, values)
    }
  }

  /// Adds the parts of one document to another.
  static func copy(
    from source: Int64, to document: Int64, of entity: Entity, _ writer: Writer
  ) throws {
    for part in entity.parts.map(writer.entity) {
      for id in try writer.lineIDs(part, of: source) {
        guard let record = try writer.record(part.kind, id) else { continue }
        try writer.addLine(part, to: document, record.values)
      }
    }
  }

  /// Replaces all parts of some kinds.
  static func replace(
    _ parts: [Kind: [TypedPart]], of document: Int64, _ entity: Entity, _ writer: Writer
  ) throws {
    for kind in entity.parts {
      guard let parts = parts[kind] else { continue }
      try writer.removeLines(writer.entity(kind), of: document)
      try add(parts, to: document, writer)
    }
  }

  /// In a dry run, writes a document's lines and figures on standard output.
  static func preview(_ document: Int64, of entity: Entity, _ writing: Writing) throws {
    guard writing.tense == .conditional else { return }
    let (writer, session) = (writing.writer, writing.session)
    try writer.settle()
    for kind in entity.parts {
      guard let lines = try LineRows(writer, of: entity.kind, kind: kind) else { continue }
      var rows: [[Value]] = []
      try lines.each(of: document) { rows.append($0) }
      guard !rows.isEmpty || entity.parts.count == 1 else { continue }
      try session.putRows(
        rows, lines.columns.map { RowColumn($0.path, $0.kind, $0.label, short: $0.heading) },
        key: entity.key(of: kind),
        title: writer.entity(kind).plural,
        form: session.environment.isOutputTerminal ? .table : .tsv)
    }
    guard let record = try writer.record(entity.kind, document) else { return }
    for field in entity.fields where field.isFigure {
      let amount = try FieldText.text(record[field.name], field, writer, session)
      try session.put("\(session.text(field.label))\t\(amount)")
    }
  }
}
