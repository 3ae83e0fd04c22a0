import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// One record as lines of `Label: value`.
enum RecordText {
  /// Writes the fields that have a value, references with the name of what they refer to.
  ///
  /// - Parameter names: only these fields; all for nil.
  static func put(
    _ entity: Entity, _ id: Int64, only names: [String]? = nil, _ session: Session,
    _ reader: Reader
  ) throws {
    let style = session.style(.table)
    let fields = entity.fields.filter { names?.contains($0.name) ?? ($0.access != .kept) }
    var paths = fields.map(\.name)
    let named = fields.filter { name(beside: $0) != nil }
    paths += named.compactMap(name)
    let columns = try reader.columns(paths, of: entity.kind)
    let record = try reader.record(entity.kind, id)
    var query = Query(entity.kind)
    query.ids = [id]
    try reader.rows(query, columns) { _, values in
      for (index, field) in fields.enumerated() {
        var text = columns[index].kind.cell(values[index], style).text
        if let several = try record.flatMap({ try listed(field, in: $0, reader) }) {
          text = several
        }
        guard !text.isEmpty else { continue }
        if let place = named.firstIndex(of: field),
          let name = values[fields.count + place].text, name != text
        {
          text += " (\(name))"
        }
        try session.put(line(field.label, text, session))
      }
    }
  }

  /// Returns the records that a field lists, each with its name behind the code; nil for another
  /// field.
  private static func listed(
    _ field: Field, in record: Record, _ reader: Reader
  ) throws -> String? {
    guard case .references(let kind) = field.kind, Catalogue.entity(kind).isNamedByCode else {
      return nil
    }
    return try record[field.name].list.map { id in
      let code = try reader.label(kind, id)
      let name = try reader.record(kind, id)?[Catalogue.entity(kind).nameField].text
      return name.map { $0 == code ? code : "\(code) (\($0))" } ?? code
    }.joined(separator: "; ")
  }

  /// The name of what a field refers to by a code, as a path.
  private static func name(beside field: Field) -> String? {
    guard case .reference(let kind) = field.kind else { return nil }
    return Catalogue.entity(kind).nameBesideCode.map { "\(field.name).\($0.name)" }
  }

  /// Returns a label and a text. Further lines of the text are indented, so that a label always
  /// begins a line.
  static func line(_ label: Label, _ text: String, _ session: Session) -> String {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isTerminal = session.environment.isOutputTerminal
    return session.text(label) + ": "
      + parts.map { isTerminal ? terminalText(String($0)) : String($0) }
      .joined(separator: "\n  ")
  }
}
