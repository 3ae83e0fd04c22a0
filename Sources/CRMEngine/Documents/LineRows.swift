/// Reads the lines of documents, one document after the other, with one statement.
public final class LineRows {
  public let columns: [QueryColumn]
  private let statement: PreparedStatement
  private let first: Int32
  private var values: [Value]

  /// - Parameters:
  ///   - kind: the kind of the document.
  ///   - part: the kind of its parts; its lines where nil.
  ///   - paths: the columns of a line; all but the document itself for none.
  /// - Throws: ``CRMError`` for a path that leads nowhere.
  public init?(
    _ reader: Reader, of kind: Kind, kind part: Kind? = nil, _ paths: [String] = []
  ) throws {
    guard let lines = (part ?? reader.entity(kind).lines).map(reader.entity),
      let parent = lines.fields.first(where: { $0.target == kind })
    else { return nil }
    let names = lines.fields.filter { $0.name != parent.name }.map(\.name)
    columns = try reader.columns(paths.isEmpty ? names : paths, of: lines.kind)
    let list = (["t.id"] + columns.map(\.sql.sql)).joined(separator: ", ")
    statement = try reader.cache.prepared(
      "SELECT \(list) FROM \(lines.table) t WHERE t.\(Schema.quoted(parent.name)) = ? ORDER BY t.id"
    )
    let arguments = columns.flatMap(\.sql.arguments)
    for (index, value) in arguments.enumerated() { statement.bind(Int32(index + 1), value) }
    first = Int32(arguments.count + 1)
    values = [Value](repeating: .null, count: columns.count)
  }

  /// Hands over the lines of one document in their order; returns how many there are.
  @discardableResult
  public func each(of document: Int64, _ body: ([Value]) throws -> Void) throws -> Int {
    statement.bind(first, document)
    var count = 0
    while try statement.step() {
      for index in values.indices { values[index] = statement.value(Int32(index + 1)) }
      count += 1
      try body(values)
    }
    return count
  }
}
