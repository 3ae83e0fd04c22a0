import CRMTables
import CRMValues

/// Why rows do not land: what they lack, or have too much of.
enum ImportReasons {
  static func missing(_ field: Field, of entity: Entity) -> Rejection {
    let (en, vi) =
      entity.takesDash(field)
      ? (" (\(Entity.dash) where there is none)", " (ghi \(Entity.dash) nếu không có)") : ("", "")
    return Rejection(
      field: field.name,
      text: Label("\(field.label.en) is missing\(en)", vi: "thiếu \(field.label.vi)\(vi)"))
  }

  /// Refuses a row that says nothing of a line among others of the same document.
  static let noLine = Rejection(
    field: nil,
    text: Label(
      "a row of the document says nothing of a line", vi: "một dòng của chứng từ không có dòng hàng"
    ))

  /// Refuses a row with more cells than there are headings: mostly a separator that should have
  /// stood in quotation marks, so that every cell after it is in the wrong place.
  ///
  /// - Parameters:
  ///   - width: how many headings there are.
  ///   - namesLine: whether the row is one of several that are refused together.
  /// - Returns: nil for a row that fits.
  static func tooLong(_ row: TableRow, _ width: Int, namesLine: Bool = false) -> Rejection? {
    guard row.cells.count > width, row.cells[width...].contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let (en, vi) = namesLine ? ("line \(row.line)", "dòng \(row.line)") : ("the row", "dòng")
    return Rejection(
      field: nil,
      text: Label(
        "\(en) has \(row.cells.count) cells, but there are \(width) headings",
        vi: "\(vi) có \(row.cells.count.counted(.vi)) ô nhưng chỉ có \(width) tiêu đề"))
  }

  /// Refuses a row that the reader could not make cells of.
  ///
  /// - Parameter line: the row's, where it is one of several that are refused together.
  static func unreadable(_ fault: RowFault, namesLine line: Int?) -> Rejection {
    guard let line else { return Rejection(field: nil, text: fault.text) }
    return Rejection(
      field: nil,
      text: Label("line \(line): \(fault.text.en)", vi: "dòng \(line): \(fault.text.vi)"))
  }

  /// A row has changed a record that an earlier one of the same file brought in or changed.
  static func changedAgain(_ record: String) -> Label {
    Label(
      "\(record) stands on an earlier line of the file, too; this line has changed it",
      vi: "\(record) đã có ở một dòng trước trong tệp; dòng này đã sửa lại")
  }

  /// A record comes in that one of an earlier import may be.
  static func mayBeThere(_ record: String, _ entity: Entity, _ likeness: RowLikeness) -> Label {
    let fields = likeness.fields.compactMap(entity.field)
    let en = fields.map { $0.label.en.lowercased() }.joined(separator: ", ")
    let vi = fields.map { $0.label.vi.lowercased() }.joined(separator: ", ")
    return Label(
      "it may be \(record), which has the same \(en); it was added all the same",
      vi: "có thể trùng với \(record) (cùng \(vi)); vẫn được thêm")
  }

  /// A row names the document that an earlier one without a code has become, or that it matched.
  static func givenBefore(_ code: String) -> CRMError {
    CRMError(
      .conflict, "an earlier row of the file has already become \(code)",
      vi: "một dòng trước trong tệp đã được nhập khẩu thành \(code)")
  }
}
