import CRMValues

/// A content line of a vCard file, unfolded.
struct VCardLine {
  /// The bytes; of a picture, sound or key only the first.
  var bytes: [UInt8]
  /// The line of the file where it starts, from 1.
  var number: Int
  /// Bytes that were passed over.
  var skipped = 0
  /// Whether it is a picture, sound or key; known once its first bytes are.
  var isBinary = false
}

/// Reads the content lines of a vCard file: joins folded ones, drops blank ones.
///
/// RFC 6350, 3.2: a line break before a space or tab goes, with that one character; in vCard 2.1 the
/// break alone (RFC 822, 3.1.1). Lines of quoted-printable that end in `=` go on, and so do bare lines of base64 (vCard 2.1).
final class VCardLines {
  private let name: String
  private let limit: Int
  private let fill: (inout [UInt8]) throws -> Bool
  private var chunk: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var afterReturn = false
  /// The number of the physical line that comes next.
  private var number = 1
  private var pending: [UInt8]?
  /// Whether the blank that begins a folded line belongs to the value, as in vCard 2.1.
  private var keepsBlanks = false

  /// - Parameters:
  ///   - limit: bytes a content line may have.
  ///   - fill: replaces the bytes with the next ones of the file; false at its end.
  init(name: String, limit: Int, fill: @escaping (inout [UInt8]) throws -> Bool) {
    (self.name, self.limit, self.fill) = (name, limit, fill)
  }

  /// What of a binary property is kept.
  private static let keptOfBinary = 4096
  /// Folds of a property that may add nothing to it.
  private static let emptyFoldLimit = 10_000

  func next() throws -> VCardLine? {
    var line = VCardLine(bytes: [], number: number)
    repeat {
      line.number = pending == nil ? number : number - 1
      line.skipped = 0
      guard try takePhysical(into: &line) else { return nil }
    } while line.bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let header = VCardHeader(line.bytes)
    line.isBinary = header.isBinary
    var emptyFolds = 0
    while true {
      let size = line.bytes.count + line.skipped
      if header.isQuotedPrintable, line.bytes.last == 0x3D {
        line.bytes.removeLast()
        // A break that nothing of the value follows is none.
        guard try lookAhead(), let next = pending, !VCardHeader.beginsProperty(next) else { break }
        _ = try takePhysical(into: &line)
      } else if let byte = try peek(), byte == 0x20 || byte == 0x09 {
        try dropFoldBlank(after: line, isText: !header.isBase64 && !line.isBinary)
        _ = try takePhysical(into: &line)
      } else if header.isBase64, try lookAhead(), let next = pending,
        VCardHeader.isBareBase64(next)
      {
        _ = try takePhysical(into: &line)
      } else {
        break
      }
      if line.bytes.count + line.skipped <= size { emptyFolds += 1 }
      guard emptyFolds <= VCardLines.emptyFoldLimit else {
        throw CRMError.vCardLineTooLong(name, line.number, limit)
      }
    }
    noteVersion(line.bytes)
    return line
  }

  /// Takes off the blank that a fold put before a line; in vCard 2.1 a single one is of the value,
  /// unless the fold is inside a character.
  private func dropFoldBlank(after line: VCardLine, isText: Bool) throws {
    if keepsBlanks, isText, !VCardLines.endsInsideCharacter(line.bytes), try lookAhead(),
      let next = pending, next.count < 2 || next[1] != 0x20 && next[1] != 0x09
    {
      return
    }
    if pending == nil { position += 1 } else { pending?.removeFirst() }
  }

  /// Whether bytes of UTF-8 break off within a character.
  private static func endsInsideCharacter(_ bytes: [UInt8]) -> Bool {
    guard let lead = bytes.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : bytes[lead] >= 0xC2 ? 2 : 1
    return bytes.count - lead < length
  }

  private func noteVersion(_ line: [UInt8]) {
    guard line.count < 40 else { return }
    let text = String(decoding: line, as: UTF8.self).uppercased().filter { $0 != " " }
    if text == "BEGIN:VCARD" { keepsBlanks = false }
    if text == "VERSION:2.1" { keepsBlanks = true }
  }

  /// Reads the next physical line into `pending`; false at the end of the file.
  private func lookAhead() throws -> Bool {
    if pending != nil { return true }
    var ahead = VCardLine(bytes: [], number: number)
    guard try takePhysical(into: &ahead) else { return false }
    pending = ahead.bytes
    return true
  }

  private func peek() throws -> UInt8? {
    if let pending { return pending.first }
    guard try more() else { return nil }
    if afterReturn, chunk[position] == 0x0A {
      position += 1
      afterReturn = false
      guard try more() else { return nil }
    }
    return chunk[position]
  }

  private func more() throws -> Bool {
    while position == chunk.count, !isAtEnd {
      position = 0
      chunk.removeAll(keepingCapacity: true)
      isAtEnd = try !fill(&chunk)
    }
    return position < chunk.count
  }

  /// Appends the next physical line without its line break; false at the end of the file.
  private func takePhysical(into line: inout VCardLine) throws -> Bool {
    if let held = pending {
      pending = nil
      try append(held[...], to: &line)
      return true
    }
    guard try peek() != nil else { return false }
    while try more() {
      let end = chunk[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? chunk.count
      try append(chunk[position..<end], to: &line)
      position = end
      guard end < chunk.count else { continue }
      afterReturn = chunk[end] == 0x0D
      position += 1
      break
    }
    number += 1
    return true
  }

  private func append(_ bytes: ArraySlice<UInt8>, to line: inout VCardLine) throws {
    guard line.bytes.count + bytes.count > min(VCardLines.keptOfBinary, limit) else {
      line.bytes.append(contentsOf: bytes)
      return
    }
    // The first line of a property may be longer than a chunk.
    if !line.isBinary, line.bytes.count <= VCardLines.keptOfBinary {
      line.isBinary = VCardHeader(line.bytes.isEmpty ? bytes : line.bytes[...]).isBinary
    }
    if line.isBinary {
      let room = max(0, VCardLines.keptOfBinary - line.bytes.count)
      line.bytes.append(contentsOf: bytes.prefix(room))
      line.skipped += max(0, bytes.count - room)
      return
    }
    line.bytes.append(contentsOf: bytes)
    if line.bytes.count > limit { throw CRMError.vCardLineTooLong(name, line.number, limit) }
  }
}
