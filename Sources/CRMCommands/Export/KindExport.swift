import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The export of one kind: its columns, and its rows through to a writer.
///
/// A document with lines has one row a line, its own columns repeated; one without lines has
/// one row.
struct KindExport {
  let kind: Kind
  private let session: Session
  private let reader: Reader
  private let style: CellStyle
  private let query: Query
  private let columns: [QueryColumn]
  private let lines: LineRows?
  /// The columns in which an import wants to be told that there is nothing.
  private let dashed: [Int]

  init(_ kind: Kind, _ form: OutputForm, _ session: Session, _ reader: Reader) throws {
    self.kind = kind
    self.session = session
    self.reader = reader
    style = session.style(form)
    let entity = reader.entity(kind)
    var query = try Selection.query(kind, session, reader) ?? Query(kind)
    try Listing.apply(session, to: &query)
    self.query = query
    var paths = session.invocation.value("columns").map(PathList.split) ?? []
    if paths.isEmpty { paths = try ListCommand.viewColumns(kind, session, reader) }
    var linePaths = paths.filter { $0.hasPrefix(KindExport.prefix) }
    paths.removeAll { $0.hasPrefix(KindExport.prefix) }
    // Chosen columns have lines only where one of a line is among them.
    let hasLines = entity.lines != nil && (paths.isEmpty || !linePaths.isEmpty)
    linePaths = linePaths.map { String($0.dropFirst(KindExport.prefix.count)) }
    if paths.isEmpty, linePaths.isEmpty { paths = KindExport.fields(of: entity, form) }
    columns = try reader.columns(form == .vcf ? paths + VCardFirm.paths(paths) : paths, of: kind)
    dashed = columns.indices.filter { [columns] place in
      entity.field(columns[place].path).map(entity.takesDash) ?? false
    }
    lines = hasLines ? try LineRows(reader, of: kind, linePaths) : nil
  }

  /// What stands before the name of a line's field in columns and JSON keys.
  private static let prefix = "line."

  /// The fields of an export nobody chose columns for; cards hold what a person would.
  private static func fields(of entity: Entity, _ form: OutputForm) -> [String] {
    entity.fields.filter { form != .vcf || $0.access == .editable }.map(\.name)
  }

  /// The number of records there are.
  func count() throws -> Int { try reader.count(query) }

  private var sheet: OutputSheet {
    let entity = Catalogue.entity(kind)
    let own = columns.map { heading($0, key: $0.path) }
    let line = (lines?.columns ?? []).map { heading($0, key: KindExport.prefix + $0.path) }
    return OutputSheet(
      key: kind.rawValue, title: session.text(entity.plural), columns: own + line)
  }

  private func heading(_ column: QueryColumn, key: String) -> OutputColumn {
    var choices: [String] = []
    if case .choice(let known) = column.kind { choices = known.map { session.text($0.label) } }
    return OutputColumn(
      key: key, title: session.text(column.label), kind: column.kind.columnKind, choices: choices)
  }

  /// Writes the rows as a sheet; returns how many records there were.
  ///
  /// - Parameter advance: called for each record.
  func write(to writer: any RowWriter, _ advance: () -> Void) throws -> Int {
    try writer.beginSheet(sheet)
    let kinds = columns.map(\.kind)
    let lineKinds = lines?.columns.map(\.kind) ?? []
    var cells = [OutputCell](repeating: .empty, count: kinds.count + lineKinds.count)
    var count = 0
    try reader.rows(query, columns) { id, values in
      count += 1
      advance()
      for index in kinds.indices { cells[index] = kinds[index].cell(values[index], style) }
      for index in dashed where cells[index] == .empty { cells[index] = .text(Entity.dash) }
      guard let lines else { return try writer.write(cells) }
      let written = try lines.each(of: id) { values in
        for index in lineKinds.indices {
          cells[kinds.count + index] = lineKinds[index].cell(values[index], style)
        }
        try writer.write(cells)
      }
      guard written == 0 else { return }
      for index in lineKinds.indices { cells[kinds.count + index] = .empty }
      try writer.write(cells)
    }
    return count
  }
}
