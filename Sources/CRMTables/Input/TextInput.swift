import CRMValues

/// The characters of a file as UTF-8, a chunk at a time, whatever its encoding.
final class TextInput {
  let encoding: TextEncoding
  /// Whether the encoding is one that only the bytes themselves tell.
  let isGuessed: Bool
  /// Whether the file began with a byte-order mark.
  let hasMark: Bool
  private let source: ByteSource
  private let decoder: any TextDecoder
  private var raw: [UInt8]
  private var rawCount = 0
  private var decoded: [UInt8] = []
  private var position = TextPosition()
  private var failure: CRMError?
  private var isAtEnd = false
  private let size: Int?
  /// What a file of bytes that are not of the encoding is told to do.
  private let advice: Label

  /// How much of the file has been read, from 0 to 1; nil for a pipe.
  var progress: Double? {
    size.map { $0 == 0 ? 1 : min(Double(source.readCount) / Double($0), 1) }
  }

  /// - Parameter isUnicode: whether the format says that its text is Unicode, so that nothing else
  ///   is guessed: what seems to be of another encoding is damaged.
  init(
    _ source: ByteSource, encoding chosen: TextEncoding?, chunkSize: Int, isUnicode: Bool = false
  ) throws {
    self.source = source
    advice = isUnicode ? .saveAsUTF8 : .sayEncoding
    size = source.size
    try source.peek(1 << 16)
    let head = source.head
    let marked = head.withUnsafeBufferPointer(TextEncoding.marked)
    if let known = chosen ?? marked?.encoding {
      (encoding, isGuessed) = (known, false)
    } else {
      encoding = head.withUnsafeBufferPointer(
        isUnicode ? TextEncoding.guessed : TextEncoding.recognised)
      isGuessed = encoding != .utf8
    }
    decoder = encoding.makeDecoder()
    raw = [UInt8](repeating: 0, count: max(chunkSize, 1) + longestHold)
    var skipped = 0
    if let marked, marked.encoding == encoding { skipped = marked.mark }
    hasMark = skipped > 0
    while skipped > 0 {
      let count = skipped
      skipped -= try raw.withUnsafeMutableBytes { bytes in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<count]))
      }
    }
  }

  /// What the user should know about how the bytes are read.
  var notices: [Label] {
    guard isGuessed, !encoding.isUnicode else { return [] }
    return [.guessedEncoding(source.name, encoding)]
  }

  /// Passes the next chunk of whole characters to `body`; false after the last.
  ///
  /// Bytes that are not of the encoding throw after all text before them was passed.
  func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    while true {
      if let failure { throw failure }
      if isAtEnd { return false }
      try fill()
      guard !decoded.isEmpty else { continue }
      try decoded.withUnsafeBufferPointer(body)
      return true
    }
  }

  private func fill() throws {
    let held = rawCount
    let got = try raw.withUnsafeMutableBytes { bytes in
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held...]))
    }
    rawCount += got
    isAtEnd = got == 0
    decoded.removeAll(keepingCapacity: true)
    let result = raw.withUnsafeBufferPointer { bytes in
      decoder.decode(
        UnsafeBufferPointer(rebasing: bytes[..<rawCount]), isLast: isAtEnd, into: &decoded)
    }
    decoded.withUnsafeBufferPointer { position.advance(over: $0) }
    if result.isWrong || (isAtEnd && result.taken < rawCount) {
      failure = .notInEncoding(
        source.name, encoding, position, isCutOff: !result.isWrong, byte: raw[result.taken],
        hints: [advice])
      return
    }
    let kept = rawCount - result.taken
    for index in 0..<kept { raw[index] = raw[result.taken + index] }
    rawCount = kept
  }
}

extension Label {
  fileprivate static let sayEncoding = Label(
    "Say its encoding with --encoding, or save it as CSV UTF-8 in the spreadsheet program",
    vi: "Chỉ rõ bảng mã bằng --encoding, hoặc lưu thành CSV UTF-8 trong chương trình bảng tính")

  /// Says which encoding was guessed.
  static func guessedEncoding(_ name: String, _ encoding: TextEncoding) -> Label {
    Label(
      "\(name): read as \(encoding.rawValue), which its bytes look like; if letters are wrong, "
        + "say the encoding with --encoding",
      vi: "\(name): đọc theo bảng mã \(encoding.rawValue), đoán từ nội dung; nếu chữ bị sai, hãy "
        + "chỉ rõ bằng --encoding")
  }
}
