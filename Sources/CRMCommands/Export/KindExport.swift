import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// The export of one kind: its columns, and its rows through to a writer.
///
/// A document has one row a part, its own columns repeated and those of other kinds of parts empty;
/// one without parts has one row. What may be summed stands on its first row alone, so that the sum
/// of a column is that of the documents.
struct KindExport {
  let kind: Kind
  private let session: Session
  private let reader: Reader
  private let style: CellStyle
  private let query: Query
  private let columns: [QueryColumn]
  /// The columns of each kind of a document's parts, and what stands before their names.
  private let parts: [(prefix: String, kind: Kind, rows: LineRows)]
  /// The columns in which an import wants to be told that there is nothing.
  private let dashed: [Int]

  /// - Parameter codes: the records that are named; none for all, or those of the conditions.
  init(
    _ kind: Kind, _ form: OutputForm, _ session: Session, _ reader: Reader, _ codes: [String] = []
  ) throws {
    self.kind = kind
    self.session = session
    self.reader = reader
    style = session.style(form)
    let entity = reader.entity(kind)
    var query = try Selection.query(kind, session, reader) ?? Query(kind)
    if !codes.isEmpty {
      // The ids hold those of the conditions, too.
      query.conditions = []
      query.ids = try Selection.ids(kind, session, reader, operands: codes)
    }
    try Listing.apply(session, to: &query)
    self.query = query
    var paths = session.invocation.value("columns").map(PathList.split) ?? []
    if paths.isEmpty { paths = try ListCommand.viewColumns(kind, session, reader) }
    let prefixes = entity.parts.map(entity.columnPrefix)
    let partPaths = prefixes.map { prefix in
      paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
    let isWhole = paths.isEmpty
    paths.removeAll { path in prefixes.contains(where: path.hasPrefix) }
    if isWhole { paths = KindExport.fields(of: entity, form, reader) }
    columns = try reader.columns(form == .vcf ? paths + VCardFirm.paths(paths) : paths, of: kind)
    dashed = columns.indices.filter { [columns] place in
      entity.field(columns[place].path).map(entity.takesDash) ?? false
    }
    // Chosen columns have parts only where one of a part is among them.
    parts = try zip(entity.parts, zip(prefixes, partPaths)).compactMap { part, named in
      guard isWhole || !named.1.isEmpty else { return nil }
      let lines = reader.entity(part)
      let all = KindExport.withNames(lines.fields.filter { $0.target != kind }, form, reader)
      return try LineRows(reader, of: kind, kind: part, isWhole ? all : named.1).map {
        (named.0, part, $0)
      }
    }
  }

  /// The fields of an export nobody chose columns for; cards hold what a person would.
  private static func fields(of entity: Entity, _ form: OutputForm, _ reader: Reader) -> [String] {
    withNames(entity.fields.filter { form != .vcf || $0.access == .editable }, form, reader)
  }

  /// The columns of fields; in a workbook, which people read, the name beside each code.
  private static func withNames(
    _ fields: [Field], _ form: OutputForm, _ reader: Reader
  ) -> [String] {
    fields.flatMap { field in
      let name = form == .xlsx ? ReferenceName(of: field, reader.entities) : nil
      return [field.name] + (name.map { [$0.path] } ?? [])
    }
  }

  /// The number of records there are.
  func count() throws -> Int { try reader.count(query) }

  private var sheet: OutputSheet {
    let entity = Catalogue.entity(kind)
    let own = headings(columns, of: kind, prefix: "")
    let ofParts = parts.flatMap { headings($0.rows.columns, of: $0.kind, prefix: $0.prefix) }
    var sheet = OutputSheet(
      key: kind.rawValue, title: session.text(entity.plural), columns: own + ofParts)
    let called = ["code", entity.nameField]
    sheet.fixedColumns = own.prefix(2).prefix { called.contains($0.key) }.count
    sheet.fitsRows = true
    sheet.isShownFirst = kind == Nouns.main
    return sheet
  }

  /// The headings of columns of a kind; one beside a code says of what it is the name.
  private func headings(
    _ columns: [QueryColumn], of kind: Kind, prefix: String
  ) -> [OutputColumn] {
    let fields = reader.entity(kind).fields
    return columns.map { column in
      let name = fields.lazy.compactMap { ReferenceName(of: $0, reader.entities) }
        .first { $0.path == column.path }
      return OutputColumn(
        key: prefix + column.path, title: session.text(name?.label ?? column.label),
        kind: column.kind.columnKind, choices: column.kind.words.map(session.text))
    }
  }

  /// Writes the rows as a sheet; returns how many records there were.
  ///
  /// - Parameter advance: called for each record.
  func write(to writer: any RowWriter, _ advance: () -> Void) throws -> Int {
    try writer.beginSheet(sheet)
    let kinds = columns.map(\.kind)
    let partKinds = parts.map { $0.rows.columns.map(\.kind) }
    let width = kinds.count + partKinds.reduce(0) { $0 + $1.count }
    var cells = [OutputCell](repeating: .empty, count: width)
    var count = 0
    try reader.rows(query, columns) { id, values in
      count += 1
      advance()
      for index in kinds.indices { cells[index] = kinds[index].cell(values[index], style) }
      for index in dashed where cells[index] == .empty { cells[index] = .text(Entity.dash) }
      var first = kinds.count
      var written = 0
      for (part, own) in zip(parts, partKinds) {
        written += try part.rows.each(of: id) { values in
          for index in own.indices { cells[first + index] = own[index].cell(values[index], style) }
          try writer.write(cells)
          for index in kinds.indices where kinds[index].isSummable { cells[index] = .empty }
        }
        for index in own.indices { cells[first + index] = .empty }
        first += own.count
      }
      if written == 0 { try writer.write(cells) }
    }
    return count
  }
}
