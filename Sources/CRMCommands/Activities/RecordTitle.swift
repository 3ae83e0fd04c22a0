import CRMCore
import CRMEngine
import CRMValues

/// One record in a line: its name, or where it has none what a list would show of it.
struct RecordTitle {
  private let session: Session
  private let reader: Reader
  private let style: CellStyle

  init(_ session: Session, _ reader: Reader, _ style: CellStyle) {
    self.session = session
    self.reader = reader
    self.style = style
  }

  /// Returns the line, without code, customer and owner, which stand beside it.
  ///
  /// - Parameter name: the field of its time, which stands beside it as well.
  func text(_ kind: Kind, _ id: Int64, beside name: String?) throws -> String {
    let entity = reader.entity(kind)
    if entity.nameField != "code" {
      return firstLine(try reader.record(kind, id)?[entity.nameField].text ?? "")
    }
    let fields = entity.listed.compactMap(entity.field).filter {
      $0.kind != .code && $0.name != name && !$0.belongs && $0.road != .owner
    }
    let long = entity.fields.first { $0.kind == .longText }
    var query = Query(kind)
    query.ids = [id]
    var texts: [String] = []
    let columns = try reader.columns((fields + [long].compactMap(\.self)).map(\.name), of: kind)
    try reader.rows(query, columns) { _, values in
      texts = zip(columns, values).map { $0.kind.cell($1, style).text }
    }
    return firstLine(texts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private func firstLine(_ text: String) -> String {
    guard style.audience == .people else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
