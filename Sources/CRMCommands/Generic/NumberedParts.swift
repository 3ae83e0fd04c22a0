import CRMCore
import CRMEngine
import CRMValues

/// The parts of one document with the numbers by which people name them: 1 is the first.
struct NumberedParts {
  private let part: Entity
  private let reader: Reader
  private let document: Int64
  private let ids: [Int64]

  init(_ part: Entity, of document: Int64, _ reader: Reader) throws {
    self.part = part
    self.reader = reader
    self.document = document
    ids = try reader.lineIDs(part, of: document)
  }

  /// Returns the part of a number as it is typed.
  ///
  /// - Throws: ``CRMError`` that says how many there are.
  func id(_ text: String) throws -> Int64 {
    if let number = Int(cleaned(text)), ids.indices.contains(number - 1) { return ids[number - 1] }
    let holder = part.holder?.target.map(reader.entity)
    let code = try holder.map { try reader.label($0.kind, document) } ?? ""
    throw CRMError(
      .request,
      "\(holder?.called(code).en ?? code) has no \(part.label.en.lowercased()) \(text): "
        + (ids.isEmpty ? "it has none" : "they are 1 to \(ids.count)"),
      vi: "\(holder?.called(code).vi ?? code) không có \(part.label.vi.lowercased()) \(text): "
        + (ids.isEmpty ? "chưa có mục nào" : "chỉ có từ 1 đến \(ids.count)"))
  }

  /// Puts out all of them, a row each, the number first.
  func put(_ session: Session) throws {
    guard let holder = part.holder?.target,
      let lines = try LineRows(reader, of: holder, kind: part.kind)
    else { return }
    var rows: [[Value]] = []
    try lines.each(of: document) { rows.append([.integer(Int64(rows.count + 1))] + $0) }
    let number = RowColumn("number", .integer, Label("No.", vi: "STT"))
    try session.putRows(
      rows,
      [number]
        + lines.columns.map { column in
          let place = part.yields.firstIndex(of: column.path)
          return RowColumn(
            column.path, column.kind, column.label, short: column.heading,
            yields: place.map { part.yields.count - $0 } ?? 0)
        },
      key: reader.entity(holder).key(of: part.kind),
      title: part.plural)
  }
}
