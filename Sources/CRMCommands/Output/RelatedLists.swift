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
      let paths = reader.entity(part).listed.filter {
        reader.entity(part).field($0)?.target != entity.kind
      }
      let rows = try ScreenRows(paths, of: part, chosen: false, session, reader)
      guard
        let lines = try LineRows(
          reader, of: entity.kind, kind: part, rows.queried.map(\.path))
      else { continue }
      var values: [[Value]] = []
      try lines.each(of: id) { values.append($0) }
      // Of several kinds of parts a document mostly has one.
      guard !values.isEmpty || part == entity.lines && showsEmpty(session) else { continue }
      try session.put("")
      try session.put(session.text(Catalogue.entity(part).plural))
      let table = table(session)
      try table.begin(rows.columns)
      for row in values { try table.write(rows.cells(row, session.style(.table))) }
      try table.finish()
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
  ///
  /// - Parameter isAsked: whether it was asked for, and is there when it is empty.
  static func put(
    _ entity: Entity, by field: Field, _ id: Int64, _ code: String, _ title: Label,
    _ session: Session, _ reader: Reader, isAsked: Bool = false
  ) throws {
    var query = Query(entity.kind)
    query.conditions = [Criterion.equals(field.name, code)]
    let count = try reader.count(query)
    guard count > 0 || isAsked || showsEmpty(session) else { return }
    try session.put("")
    try session.put("\(session.text(title)) (\(count.counted(session.language)))")
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
    try session.put("  + " + (line ?? "crm \(noun) add --\(field.option) \(shellWord(code))"))
  }

  /// Whether lists without a record are shown, too: where the command has a word for it, when that
  /// is given.
  private static func showsEmpty(_ session: Session) -> Bool {
    !session.invocation.declares("all") || session.invocation.has("all")
  }

  /// Writes the list of the records a field of the record names, such as its viewers.
  private static func put(
    namedBy field: Field, of entity: Entity, _ id: Int64, _ code: String, _ title: Label,
    _ session: Session, _ reader: Reader
  ) throws {
    guard let target = field.target, let record = try reader.record(entity.kind, id) else { return }
    let ids = record[field.name].list
    guard !ids.isEmpty || showsEmpty(session) else { return }
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
    let rows = try ScreenRows(paths, of: query.kind, chosen: false, session, reader)
    let style = session.style(.table)
    let table = table(session)
    try table.begin(rows.columns)
    try reader.rows(query, rows.queried) { _, values in
      try table.write(rows.cells(values, style))
    }
    try table.finish()
  }

  /// Below the fields of a record; elsewhere than on a terminal as wide as it comes.
  private static func table(_ session: Session) -> TerminalTable {
    let environment = session.environment
    return TerminalTable(
      environment.output,
      width: environment.isOutputTerminal ? environment.width : 10_000, isBold: session.hasColour,
      leftOut: session.leftOut)
  }

  /// The field by which records are newest: the first day, else when they were made; of one day
  /// those made last come first.
  private static func order(_ entity: Entity) -> String {
    entity.fields.first { $0.kind == .day }?.name ?? "created"
  }
}
