import CRMValues

/// Fills a pool with the shared strings of a workbook; runs of rich text become one text,
/// phonetic guides are left out.
final class XLSXStrings: XMLHandler {
  private let pool: StringPool
  private let name: String
  private let limit: Int
  private var text: [UInt8] = []
  private var isInText = false
  private var phonetic = 0

  init(_ pool: StringPool, name: String, limit: Int) {
    self.pool = pool
    self.name = name
    self.limit = limit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.first {
    case 0x74 where name.isOnly(0x74): isInText = phonetic == 0
    case 0x73 where name == "si": text.removeAll(keepingCapacity: true)
    case 0x72 where name == "rPh": phonetic += 1
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    text.append(contentsOf: piece)
    if text.count > limit { stop(CRMError.cellTooLong(name, limit: limit)) }
  }

  override func end(_ name: XMLName) {
    switch name.first {
    case 0x74 where name.isOnly(0x74): isInText = false
    case 0x72 where name == "rPh": phonetic -= 1
    case 0x73 where name == "si":
      EscapedText.decode(&text)
      do { try text.withUnsafeBufferPointer(pool.append) } catch { stop(error) }
    default: break
    }
  }
}

extension CRMError {
  /// - Parameter place: the row and the column, counted from 1; nil where a text is shared by cells.
  static func cellTooLong(
    _ name: String, limit: Int, at place: (row: Int, column: Int)? = nil
  ) -> CRMError {
    let (en, vi) =
      place.map {
        ("row \($0.row), column \($0.column): ", "dòng \($0.row), cột \($0.column): ")
      } ?? ("", "")
    return overblown(
      name,
      Label("\(en)a cell of over \(limit >> 20) MB", vi: "\(vi)một ô dài hơn \(limit >> 20) MB"))
  }

  static func tooManyColumns(_ name: String, row: Int) -> CRMError {
    let limit = CellReference.columnLimit
    return overblown(
      name,
      Label(
        "row \(row) has over \(limit.counted(.en)) cells",
        vi: "dòng \(row) có hơn \(limit.counted(.vi)) ô"))
  }
}
