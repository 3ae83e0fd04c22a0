/// A document without what stands inside its tables, so that its sheets are known before their
/// rows are parsed; most of a document are rows.
///
/// Only tags are told apart. Where something comes that a spreadsheet has not (a document type, an
/// encoding that is not like ASCII), everything after it is left in.
final class ODSOutline: XMLBytes {
  private let source: any XMLBytes
  private var filter = TableFilter()
  private var isFirst = true

  init(_ source: any XMLBytes) { self.source = source }

  var title: String { source.title }
  var fileName: String { source.fileName }
  var progress: Double { source.progress }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      // One byte may be held back from the piece before.
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer.dropFirst())
      let count = try source.read(into: rest)
      guard count > 0 else { return 0 }
      if isFirst { filter.isPlain = ODSOutline.isLikeASCII(rest.prefix(min(count, 200))) }
      isFirst = false
      let kept = filter.run(buffer.bindMemory(to: UInt8.self), count)
      if kept > 0 { return kept }
    }
  }

  /// Whether the bytes of tags are those of ASCII, by the beginning of the document.
  private static func isLikeASCII(_ head: Slice<UnsafeMutableRawBufferPointer>) -> Bool {
    guard let first = head.first, first < 0x80 || first == 0xEF, !head.contains(0) else {
      return false
    }
    let declaration = String(decoding: head.prefix { $0 != 0x3E }, as: UTF8.self).lowercased()
    guard declaration.hasPrefix("<?xml"), let place = declaration.firstRange(of: "encoding") else {
      return true
    }
    return declaration[place.upperBound...].contains("utf-8")
  }
}

/// Follows the tags of a document and leaves the content of its tables out.
private struct TableFilter {
  private enum State {
    case text, open, name, tag, doubleQuoted, singleQuoted, end, mark, comment, section, instruction
  }

  /// Whether tags can be told apart; if not, everything is left in.
  var isPlain = true
  private var state = State.text
  /// The name of the tag at hand, without its prefix.
  private var name: [UInt8] = []
  private var previous: UInt8 = 0
  private var beforePrevious: UInt8 = 0
  /// Elements that are open.
  private var depth = 0
  /// How deep the elements are whose content is left out if they are tables.
  private var home = -1
  /// How deep the table is whose content is left out at the moment.
  private var table: Int?

  /// Moves what is left in to the front of a buffer whose bytes start at its second place.
  mutating func run(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int {
    let end = count + 1
    var (kept, place) = (0, 1)
    while place < end {
      let next = isPlain ? quietEnd(bytes, place, end) : end
      if next > place {
        if next - place > 1 { previous = bytes[next - 2] }
        (beforePrevious, previous) = (previous, bytes[next - 1])
        if table == nil {
          for index in place..<next { bytes[kept + index - place] = bytes[index] }
          kept += next - place
        }
        place = next
        continue
      }
      let byte = bytes[place]
      let isLeftOut = table != nil
      take(byte)
      if isLeftOut, table == nil || !isPlain {
        // The first byte of the table's end tag was left out.
        bytes[kept] = 0x3C
        kept += 1
      }
      if !isPlain { table = nil }
      if table == nil || !isLeftOut {
        bytes[kept] = byte
        kept += 1
      }
      place += 1
    }
    return kept
  }

  /// Returns where the bytes from a place on end that change nothing.
  private func quietEnd(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ place: Int, _ end: Int) -> Int
  {
    guard let start = bytes.baseAddress else { return place }
    func find(_ byte: UInt8) -> Int {
      let found = TextPosition.find(byte, from: start + place, to: start + end)
      return found.map { $0 - UnsafePointer(start) } ?? end
    }
    switch state {
    case .text: return find(0x3C)
    case .doubleQuoted: return find(0x22)
    case .singleQuoted: return find(0x27)
    case .end, .comment, .section, .instruction: return find(0x3E)
    case .tag:
      var next = place
      while next < end, bytes[next] != 0x22, bytes[next] != 0x27, bytes[next] != 0x3E { next += 1 }
      return next
    case .open, .name, .mark: return place
    }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .text: if byte == 0x3C { state = .open }
    case .open: open(byte)
    case .name:
      switch byte {
      case 0x3A: name.removeAll(keepingCapacity: true)
      case 0x20, 0x09, 0x0A, 0x0D, 0x2F: state = .tag
      case 0x3E: close(isEmpty: false)
      default: name.append(byte)
      }
    case .tag:
      switch byte {
      case 0x22: state = .doubleQuoted
      case 0x27: state = .singleQuoted
      case 0x3E: close(isEmpty: previous == 0x2F)
      default: break
      }
    case .doubleQuoted: if byte == 0x22 { state = .tag }
    case .singleQuoted: if byte == 0x27 { state = .tag }
    case .end: if byte == 0x3E { state = .text }
    case .mark:
      // `<!--` or `<![`; all else is a document type.
      state = byte == 0x2D ? .comment : .section
      isPlain = byte == 0x2D || byte == 0x5B
    case .comment: if byte == 0x3E, previous == 0x2D, beforePrevious == 0x2D { state = .text }
    case .section: if byte == 0x3E, previous == 0x5D, beforePrevious == 0x5D { state = .text }
    case .instruction: if byte == 0x3E, previous == 0x3F { state = .text }
    }
    (beforePrevious, previous) = (previous, byte)
  }

  private mutating func open(_ byte: UInt8) {
    switch byte {
    case 0x2F:
      state = .end
      depth -= 1
      if depth == table { table = nil }
    case 0x21: state = .mark
    case 0x3F: state = .instruction
    // Names do not matter in what is left out.
    case _ where table != nil: state = .tag
    default:
      state = .name
      name.removeAll(keepingCapacity: true)
      name.append(byte)
    }
  }

  /// Comes to the end of a start tag.
  private mutating func close(isEmpty: Bool) {
    state = .text
    guard !isEmpty else { return }
    if table == nil {
      if depth == home, name.elementsEqual("table".utf8) { table = depth }
      if name.elementsEqual("spreadsheet".utf8) { home = depth + 1 }
    }
    depth += 1
  }
}
