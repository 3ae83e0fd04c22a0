import CRMValues

/// The cell of a sheet that is being read: what its tags and texts have said so far.
struct XLSXCell {
  /// Bytes of its texts.
  var size: Int { value.count + inline.count }

  private var kind = XLSXCellKind.number
  private var style = 0
  private var value: [UInt8] = []
  private var inline: [UInt8] = []
  private var isInline = false
  private var isInValue = false
  private var isInText = false
  private var phonetic = 0

  /// Begins with the tag of a cell; returns the column from 0 that it states.
  mutating func begin(_ attributes: XMLAttributes) -> Int? {
    kind = .number
    style = 0
    value.removeAll(keepingCapacity: true)
    inline.removeAll(keepingCapacity: true)
    var place: Int?
    guard var pair = attributes.pairs else { return nil }
    while let key = pair[0], let text = pair[1] {
      if key[1] == 0 {
        switch UInt8(bitPattern: key[0]) {
        case 0x72: place = CellReference.column(text)
        case 0x73: style = XLSXCellKind.style(text)
        case 0x74: kind = XLSXCellKind(text)
        default: break
        }
      }
      pair += 2
    }
    return place
  }

  /// Takes a tag within the cell.
  mutating func start(_ name: XMLName) {
    switch name.first {
    case 0x76 where name.isOnly(0x76): isInValue = true
    case 0x74 where name.isOnly(0x74): isInText = isInline && phonetic == 0
    case 0x72 where name == "rPh": phonetic += 1
    case 0x69 where name == "is": isInline = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name.first {
    case 0x76 where name.isOnly(0x76): isInValue = false
    case 0x74 where name.isOnly(0x74): isInText = false
    case 0x72 where name == "rPh": phonetic -= 1
    case 0x69 where name == "is": isInline = false
    default: break
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      value.append(contentsOf: text)
    } else if isInText {
      inline.append(contentsOf: text)
    }
  }

  /// Returns what the cell holds; nil for one that is only formatted.
  mutating func content(_ content: XLSXContent) throws -> Cell? {
    // The text of an inline string is its `is`; a value beside or instead of it does not count.
    if value.isEmpty || kind == .inline {
      guard !inline.isEmpty else { return nil }
      EscapedText.decode(&inline)
      return .text(String(decoding: inline, as: UTF8.self))
    }
    switch kind {
    case .shared:
      guard let index = XLSXCellKind.index(value) else { return nil }
      return try content.strings.text(index).flatMap { $0.isEmpty ? nil : .text($0) }
    case .text, .inline:
      EscapedText.decode(&value)
      return .text(String(decoding: value, as: UTF8.self))
    case .number:
      guard let number = PlainNumber.value(value) else {
        return .text(String(decoding: value, as: UTF8.self))
      }
      return content.styles.format(style).cell(number, is1904: content.is1904)
    case .bool: return .bool(XLSXCellKind.isTrue(value))
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .iso:
      let text = String(decoding: value, as: UTF8.self)
      return ISOCell.cell(text).map(content.styles.format(style).partial) ?? .text(text)
    }
  }
}
