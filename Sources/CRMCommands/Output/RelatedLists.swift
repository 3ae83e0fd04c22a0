import CRMCatalogue
import CRMCore
import CRMTables
import CRMValues

/// What belongs to a record, below it: the lines of a document, the records that refer to a
/// customer, the newest ten of each with their count.
enum RelatedLists {
  private static let most = 10

  static func put(
    _ entity: Entity, _ id: Int64, _ session: Session, _ reader: Reader
  ) throws {
    if let lines = try LineRows(reader, of: entity.kind) {
      try put(lines, of: id, entity, session)
    }
    guard entity.kind == .customer else { return }
    let code = try reader.label(entity.kind, id)
    for related in Catalogue.referrers(to: entity.kind) {
      try put(related.entity, by: related.field, id, code, related.entity.plural, session, reader)
    }
    guard let referrer = entity.field("referrer") else { return }
    try put(
      entity, by: referrer, id, code, Label("Referrals", vi: "Khách hàng được giới thiệu"),
      session, reader)
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
      query.sort = [Query.Sort(order(entity), descending: true)]
      query.limit = most
      try table(query, paths, session, reader)
    }
    let noun = entity.kind.rawValue
    if count > most {
      try session.put(
        "  … crm \(noun) list --where '\(field.name) = \(Literal(code).typed)'")
    }
    try session.put("  + crm \(noun) add --\(field.option) \(code)")
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
    _ lines: LineRows, of id: Int64, _ entity: Entity, _ session: Session
  ) throws {
    guard let plural = entity.lines.map({ Catalogue.entity($0).plural }) else { return }
    let style = session.style(.table)
    try session.put("")
    try session.put(session.text(plural))
    let table = try begin(session.outputColumns(lines.columns), session)
    try lines.each(of: id) { values in
      try table.write(zip(lines.columns, values).map { $0.kind.cell($1, style) })
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

  /// The field by which records are newest: the first day, else when they were made.
  private static func order(_ entity: Entity) -> String {
    entity.fields.first { $0.kind == .day }?.name ?? "created"
  }
}
