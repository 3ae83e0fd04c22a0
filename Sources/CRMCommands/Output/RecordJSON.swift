import CRMCore
import CRMEngine
import CRMTables

/// One record as a JSON object: every field under its name, references as what people call the
/// record by, the parts of a document as arrays of objects.
enum RecordJSON {
  static func object(
    _ entity: Entity, _ id: Int64, _ session: Session, _ reader: Reader
  ) throws -> String {
    let style = session.style(.json)
    let columns = try reader.columns(entity.fields.map(\.name), of: entity.kind)
    var query = Query(entity.kind)
    query.ids = [id]
    var members: [String] = []
    try reader.rows(query, columns) { _, values in
      members = RecordJSON.members(columns, values, style)
    }
    for part in entity.parts {
      guard let lines = try LineRows(reader, of: entity.kind, kind: part) else { continue }
      var objects: [String] = []
      try lines.each(of: id) { values in
        let members = RecordJSON.members(lines.columns, values, style)
        objects.append("{" + members.joined(separator: ", ") + "}")
      }
      let array = objects.isEmpty ? "[]" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]"
      members.append("\"\(entity.key(of: part))\": " + array)
    }
    return "{" + members.joined(separator: ",\n ") + "}"
  }

  private static func members(
    _ columns: [QueryColumn], _ values: [Value], _ style: CellStyle
  ) -> [String] {
    zip(columns, values).map { column, value in
      let cell = column.kind.cell(value, style)
      let isEmptyList = column.kind.columnKind == .list && cell == .empty
      return "\(OutputCell.text(column.path).json): \(isEmptyList ? "[]" : cell.json)"
    }
  }
}
