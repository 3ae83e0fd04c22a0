import CRMCatalogue
import CRMValues

/// Why rows do not land: what they lack, or that other rows of their document stand elsewhere in
/// the file.
enum ImportReasons {
  static func missing(_ field: Field, of entity: Entity) -> Rejection {
    let (en, vi) =
      entity.takesDash(field)
      ? (" (\(Entity.dash) where there is none)", " (ghi \(Entity.dash) nếu không có)") : ("", "")
    return Rejection(
      field: field.name,
      text: Label("\(field.label.en) is missing\(en)", vi: "thiếu \(field.label.vi)\(vi)"))
  }

  static func refusedBefore(_ code: String) -> Rejection {
    Rejection(
      field: nil,
      text: Label("other lines of \(code) are in error", vi: "các dòng khác của \(code) bị lỗi"))
  }

  /// The rejects file holds these rows only, and an import of it would take them for the whole.
  static func othersLanded(_ code: String) -> Rejection {
    Rejection(
      field: nil,
      text: Label(
        "other lines of \(code) have landed: give all of its lines when importing it again",
        vi: "các dòng khác của \(code) đã nhập: khi nhập lại hãy đưa đủ các dòng"))
  }

  static func contradicts(_ field: Field, line: Int, code: String) -> Rejection {
    Rejection(
      field: field.name,
      text: Label(
        "line \(line): \(field.label.en) is not that of the lines of \(code) before",
        vi: "dòng \(line): \(field.label.vi) khác với các dòng trước của \(code)"))
  }
}
