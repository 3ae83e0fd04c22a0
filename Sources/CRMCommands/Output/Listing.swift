import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// A list of records on standard output: its columns, its order, its part, its form.
enum Listing {
  private static let heading = Label("Output", vi: "Kết quả")

  /// The options of every command that lists records.
  static func options(_ kind: Kind) -> [Option] {
    [columns(kind), sort(kind), limit, offset] + [count] + GlobalOptions.recordFormat
  }

  static func columns(_ kind: Kind) -> Option {
    Option(
      "columns", value: .one("A,B", .list(.fields(kind: kind.rawValue))),
      Label(
        "Only these columns, also owner.name or orders.total",
        vi: "Chỉ các cột này, cả owner.name hay orders.total"), heading: heading)
  }

  static func sort(_ kind: Kind) -> Option {
    Option(
      "sort", value: .one("A,-B", .list(.fields(kind: kind.rawValue))),
      Label(
        "Sort by these; a dash before one turns it round",
        vi: "Sắp xếp theo; dấu trừ phía trước là giảm dần"), heading: heading)
  }

  static let limit = Option(
    "limit", value: .one("N"), Label("At most so many", vi: "Nhiều nhất N dòng"),
    heading: heading)

  static let offset = Option(
    "offset", value: .one("N"), Label("Leave out the first N", vi: "Bỏ qua N dòng đầu"),
    heading: heading)

  static let count = Option(
    "count", Label("Only how many there are", vi: "Chỉ đếm số lượng"), heading: heading)

  /// Takes order and part from the options into a query.
  static func apply(_ session: Session, to query: inout Query) throws {
    let invocation = session.invocation
    if invocation.declares("sort"), let sort = invocation.value("sort") {
      query.sort = Query.Sort.list(sort)
    }
    query.limit = try invocation.integer("limit", in: 0...Int.max) ?? query.limit
    query.offset = try invocation.integer("offset", in: 0...Int.max) ?? query.offset
  }

  /// Writes what a query finds, or how many with `--count`.
  ///
  /// - Parameter columns: the columns where `--columns` names none; the kind's usual ones for
  ///   none.
  /// - Returns: whether nothing was found.
  @discardableResult
  static func put(
    _ query: Query, columns: [String] = [], _ session: Session, _ reader: Reader
  ) throws -> Bool {
    let invocation = session.invocation
    var query = query
    try apply(session, to: &query)
    if invocation.has("count") {
      let count = try reader.count(query)
      try session.put(String(count))
      return count == 0
    }
    let form = try session.outputForm()
    let typed = invocation.declares("columns") ? invocation.value("columns") : nil
    if form == .codes {
      guard typed == nil else { throw codesAlone }
      let entity = reader.entity(query.kind)
      let code = entity.fields.first { $0.kind == .code }?.name
      return try putRows(query, [code ?? entity.referenceField], form, session, reader)
    }
    let chosen = try typed.map(PathList.split) ?? own(columns, of: query.kind, reader)
    return form == .table
      ? try putTable(query, chosen, session, reader)
      : try putRows(query, chosen, form, session, reader)
  }

  private static let codesAlone = CRMError(
    .usage, "--format codes is the codes alone and does not go with --columns",
    vi: "'--format codes' chỉ in mã, không dùng cùng --columns")

  /// The columns of a view, else those that a setting chooses.
  private static func own(_ columns: [String], of kind: Kind, _ reader: Reader) throws -> [String] {
    columns.isEmpty ? try reader.chosenColumns(of: kind) : columns
  }

  private static func putTable(
    _ query: Query, _ columns: [String], _ session: Session, _ reader: Reader
  ) throws -> Bool {
    let rows = try ScreenRows(
      columns, of: query.kind, chosen: !columns.isEmpty, session, reader)
    let style = session.style(.table)
    let table = session.screenTable()
    try table.begin(rows.columns)
    var isEmpty = true
    try reader.rows(query, rows.queried) { _, values in
      isEmpty = false
      try table.write(rows.cells(values, style))
    }
    guard isEmpty else {
      try table.finish()
      return false
    }
    table.cancel()
    session.say(none(Catalogue.entity(query.kind)))
    return true
  }

  private static func putRows(
    _ query: Query, _ columns: [String], _ form: OutputForm, _ session: Session, _ reader: Reader
  ) throws -> Bool {
    let style = session.style(form)
    let shown = try reader.columns(columns, of: query.kind)
    let kinds = shown.map(\.kind)
    let writer = try session.openRows(form)
    try writer.beginSheet(
      OutputSheet(
        key: query.kind.rawValue, title: session.text(Catalogue.entity(query.kind).plural),
        columns: session.outputColumns(shown)))
    var cells = [OutputCell](repeating: .empty, count: kinds.count)
    var isEmpty = true
    try reader.rows(query, shown) { _, values in
      isEmpty = false
      for index in kinds.indices { cells[index] = kinds[index].cell(values[index], style) }
      try writer.write(cells)
    }
    try writer.finish()
    return isEmpty
  }

  static func none(_ entity: Entity) -> Label {
    Label("no \(entity.plural.en.lowercased())", vi: "không có \(entity.label.vi.lowercased()) nào")
  }
}
