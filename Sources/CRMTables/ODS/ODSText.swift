/// The text of a cell: its paragraphs, with white space as OpenDocument 1.3 part 3, 6.1.2 wants
/// it: runs of it are one space, those at either end of a paragraph none, `text:s` is a space
/// that stays.
struct ODSText {
  private(set) var bytes: [UInt8] = []
  private var paragraphs = 0
  private var depth = 0
  private var hasSpace = true
  /// Whether the last byte is a space that goes away at the end of the paragraph.
  private var endsInSpace = false

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    paragraphs = 0
    depth = 0
  }

  /// Takes an element within a cell; false where its content is not the cell's.
  mutating func start(_ element: XMLName, _ attributes: XMLAttributes) -> Bool {
    if depth == 0 {
      guard element == "p" || element == "h" else {
        return element == "list" || element == "list-item"
      }
      if paragraphs > 0 { bytes.append(0x0A) }
      paragraphs += 1
      depth = 1
      hasSpace = true
      endsInSpace = false
      return true
    }
    if element == "s" {
      let count = min(attributes.integer("c") ?? 1, 32_767)
      bytes.append(contentsOf: repeatElement(0x20, count: count))
      keepSpace()
    } else if element == "tab" {
      bytes.append(0x09)
      keepSpace()
    } else if element == "line-break" {
      bytes.append(0x0A)
      keepSpace()
    } else if element == "annotation" || element == "note" || element == "ruby-text"
      || element == "frame" || element == "custom-shape"
    {
      return false
    }
    depth += 1
    return true
  }

  private mutating func keepSpace() {
    hasSpace = false
    endsInSpace = false
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard depth > 0 else { return }
    for byte in piece {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if !hasSpace { bytes.append(0x20) }
        endsInSpace = endsInSpace || !hasSpace
        hasSpace = true
      } else {
        bytes.append(byte)
        hasSpace = false
        endsInSpace = false
      }
    }
  }

  mutating func end(_ element: XMLName) {
    guard depth > 0 else { return }
    depth -= 1
    if depth == 0, endsInSpace, bytes.last == 0x20 { bytes.removeLast() }
  }
}
