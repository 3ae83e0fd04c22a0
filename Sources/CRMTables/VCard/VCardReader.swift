import CRMValues

/// Reads the cards of a file one after the other.
///
/// A card in a card (vCard 2.1 has them) is a card of its own, before the one it is in; a card
/// whose `END` is missing ends with the file. An agent's card is passed over with its property.
final class VCardReader {
  let name: String
  private let source: ByteSource
  private let lines: VCardLines
  /// The encoding of values that state no charset and are not UTF-8.
  let fallback: TextEncoding
  /// `fallback`, where only the bytes tell it and some value needed it.
  private(set) var guessed: TextEncoding?
  private let isChosen: Bool
  private var open: [VCard] = []
  /// Bytes of the values of open cards.
  private var heldBytes = 0
  /// How many cards deep the agent's card is that is passed over.
  private var agentDepth = 0
  private(set) var strayLines = 0
  private var hasBegun = false
  private(set) var brokenTexts = 0

  /// Cards that are open at the same time, and properties of one card.
  private static let depthLimit = 16
  private static let propertyLimit = 10_000
  /// Lines that are no properties before the first card.
  private static let strayLimit = 10_000
  /// Bytes a property may have that is no picture.
  private static let textLimit = 1 << 20
  /// Bytes that the values of open cards may have.
  private let valueLimit: Int

  init(_ bytes: SeekableBytes, options: ReadOptions) throws {
    name = bytes.name
    let source = ByteSource(bytes)
    self.source = source
    try source.peek(1 << 16)
    let recognised = source.head.withUnsafeBufferPointer { head in
      options.encoding ?? TextEncoding.marked(head)?.encoding ?? TextEncoding.recognised(head)
    }
    fallback = recognised
    isChosen = options.encoding != nil
    valueLimit = 2 * options.cellLimit
    let limit = min(options.cellLimit, VCardReader.textLimit)
    switch recognised {
    case .utf16LE, .utf16BE, .utf32LE, .utf32BE:
      let input = try TextInput(source, encoding: options.encoding, chunkSize: options.chunkSize)
      lines = VCardLines(name: name, limit: limit) { chunk in
        try input.next { chunk.append(contentsOf: $0) }
      }
    default:
      // A property may have a charset of its own: lines are divided before they are decoded.
      var isFirst = true
      var buffer = [UInt8](repeating: 0, count: max(options.chunkSize, 16))
      lines = VCardLines(name: name, limit: limit) { chunk in
        let got = try buffer.withUnsafeMutableBytes(source.read)
        chunk.append(contentsOf: buffer[..<got])
        if isFirst, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { chunk.removeFirst(3) }
        isFirst = false
        return got > 0
      }
    }
  }

  /// How much of the file has been read, from 0 to 1.
  var progress: Double? {
    source.size.map { $0 == 0 ? 1 : min(Double(source.readCount) / Double($0), 1) }
  }

  /// Returns the next card, nil after the last.
  func next() throws -> VCard? {
    while let line = try lines.next() {
      guard let property = line.property(text) else {
        if !line.bytes.starts(with: [0x23]) { strayLines += 1 }
        guard hasBegun || strayLines <= VCardReader.strayLimit else {
          throw CRMError.vCardNone(name)
        }
        continue
      }
      if let card = try take(property, line.number) { return card }
    }
    // Cards that were never ended, the outermost last as everywhere.
    return open.popLast()
  }

  private func take(_ property: VCardProperty, _ number: Int) throws -> VCard? {
    let isCard = property.value.uppercased() == "VCARD"
    switch (property.name, isCard) {
    case ("BEGIN", true):
      hasBegun = true
      if agentDepth > 0 || open.last?.properties.last.map(VCardReader.opensAgent) == true {
        agentDepth += 1
        return nil
      }
      open.append(VCard(line: number))
      guard open.count > VCardReader.depthLimit else { return nil }
      let first = open.removeFirst()
      heldBytes -= first.properties.reduce(0) { $0 + $1.value.utf8.count }
      return first
    case ("END", true):
      if agentDepth > 0 {
        agentDepth -= 1
        return nil
      }
      if open.count == 1 { heldBytes = 0 }
      return open.popLast()
    default:
      guard agentDepth == 0, !open.isEmpty else { return nil }
      open[open.count - 1].properties.append(property)
      heldBytes += property.value.utf8.count
      if open[open.count - 1].properties.count > VCardReader.propertyLimit
        || heldBytes > valueLimit
      {
        throw CRMError.vCardTooLarge(name, number, VCardReader.propertyLimit)
      }
      return nil
    }
  }

  /// RFC 2426, 3.5.4; vCard 2.1: the agent's card follows its property's colon.
  private static func opensAgent(_ property: VCardProperty) -> Bool {
    property.name == "AGENT" && property.value.isEmpty
  }

  /// Decodes a value: in the charset it states, else as UTF-8, else as the file is.
  private func text(_ bytes: [UInt8], _ charset: String?) -> String {
    let stated = charset.flatMap(TextEncoding.init(label:))
    if let stated, stated != .utf8, !stated.isUnicode, let text = stated.decode(bytes) {
      return String(decoding: text, as: UTF8.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // Quoted-printable and base64 hide from the file's first bytes what they are.
    let likely =
      fallback.isUnicode ? bytes.withUnsafeBufferPointer(TextEncoding.recognised) : fallback
    if !likely.isUnicode, let text = likely.decode(bytes) {
      if !isChosen { guessed = likely }
      return String(decoding: text, as: UTF8.self)
    }
    brokenTexts += 1
    return String(decoding: bytes, as: UTF8.self)
  }
}
