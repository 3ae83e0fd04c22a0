import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// What belongs to a record, below it: the parts of a document, then its related lists, chosen by
/// a setting of the kind; the newest ten of each with their count.
enum RelatedLists {
  private static let most = 10

  static func put(
    _ entity: Entity, _ id: Int64, _ session: Session, _ reader: Reader
  ) throws {
    for part in entity.parts {
      guard let lines = try LineRows(reader, of: entity.kind, kind: part) else { continue }
      var rows: [[Value]] = []
      try lines.each(of: id) { rows.append($0) }
      // Of several kinds of parts a document mostly has one.
      guard !rows.isEmpty || part == entity.lines else { continue }
      try put(rows, lines.columns, Catalogue.entity(part).plural, session)
    }
    let code = try reader.label(entity.kind, id)
    for panel in try reader.panels(of: entity.kind) {
      switch panel.content {
      case .referring(let other, let field):
        try put(other, by: field, id, code, panel.label, session, reader)
      case .named(let field):
        try put(namedBy: field, of: entity, id, code, panel.label, session, reader)
      }
    }
  }

  /// Writes one list of the records whose field names the record.
  static func put(
    _ entity: Entity, by field: Field, _ id: Int64, _ code: String, _ title: Label,
    _ session: Session, _ reader: Reader
  ) throws {
    var query = Query(entity.kind)
    query.conditions = [Criterion.equals(field.name, code)]
    let count = try reader.count(query)
    try session.put("")
    try session.put("\(session.text(title)) (\(count))")
    if count > 0 {
      let paths = entity.listed.filter { $0 != field.name }
      query.sort = [order(entity), "created", "code"].map { Query.Sort($0, descending: true) }
      query.limit = most
      try table(query, paths, session, reader)
    }
    let noun = entity.kind.rawValue
    if count > most {
      try session.put(
        "  … crm \(noun) list --where '\(field.name) = \(Literal(code).typed)'")
    }
    let line = Nouns.own(entity.kind).addLine?(code, session)
    try session.put("  + " + (line ?? "crm \(noun) add --\(field.option) \(code)"))
  }

  /// Writes the list of the records a field of the record names, such as its viewers.
  private static func put(
    namedBy field: Field, of entity: Entity, _ id: Int64, _ code: String, _ title: Label,
    _ session: Session, _ reader: Reader
  ) throws {
    guard let target = field.target, let record = try reader.record(entity.kind, id) else { return }
    let ids = record[field.name].list
    try session.put("")
    try session.put("\(session.text(title)) (\(ids.count))")
    if !ids.isEmpty {
      var query = Query(target)
      query.ids = ids
      query.limit = most
      try table(query, Catalogue.entity(target).listed, session, reader)
    }
    if ids.count > most { try session.put("  …") }
    let noun = entity.kind.rawValue
    let line =
      Nouns.own(entity.kind).extendLine(field, code)
      ?? "crm \(noun) edit \(code) --add-\(field.option) \(target.rawValue.uppercased())"
    try session.put("  + " + line)
  }

  /// Writes the rows of a query below a heading.
  static func table(
    _ query: Query, _ paths: [String], _ session: Session, _ reader: Reader
  ) throws {
    let columns = try reader.columns(paths, of: query.kind)
    let style = session.style(.table)
    let table = try begin(session.outputColumns(columns), session)
    try reader.rows(query, columns) { _, values in
      try table.write(zip(columns, values).map { $0.kind.cell($1, style) })
    }
    try table.finish()
  }

  private static func put(
    _ rows: [[Value]], _ columns: [QueryColumn], _ title: Label, _ session: Session
  ) throws {
    let style = session.style(.table)
    try session.put("")
    try session.put(session.text(title))
    let table = try begin(session.outputColumns(columns), session)
    for values in rows {
      try table.write(zip(columns, values).map { $0.kind.cell($1, style) })
    }
    try table.finish()
  }

  private static func begin(
    _ columns: [OutputColumn], _ session: Session
  ) throws -> TerminalTable {
    let environment = session.environment
    let table = TerminalTable(
      environment.output,
      width: environment.isOutputTerminal ? environment.width : 10_000, isBold: session.hasColour)
    try table.beginSheet(OutputSheet(key: "", title: "", columns: columns))
    return table
  }

  /// The field by which records are newest: the first day, else when they were made; of one day
  /// those made last come first.
  private static func order(_ entity: Entity) -> String {
    entity.fields.first { $0.kind == .day }?.name ?? "created"
  }
}
