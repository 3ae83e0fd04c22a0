/// Gathers small writes into large ones.
struct OutputBuffer {
  let sink: any ByteSink
  private var bytes: [UInt8] = []
  static let size = 1 << 16

  init(_ sink: any ByteSink, capacity: Int = OutputBuffer.size + 4096) {
    self.sink = sink
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// Hands the bytes on if there are enough of them; called once a row.
  mutating func flushIfFull() throws {
    if bytes.count >= OutputBuffer.size { try flush() }
  }

  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBytes(sink.write)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and puts the output in place.
  mutating func finish() throws {
    try flush()
    try sink.commit()
  }
}

extension OutputCell {
  /// The cell as text for the formats that have nothing but text.
  ///
  /// Numbers have a point and no grouping, days are ISO 8601, so that they read back the same.
  public var text: String {
    switch self {
    case .empty: return ""
    case .text(let text), .decimal(let text), .percent(let text): return text
    case .day(let text), .dateTime(let text), .duration(_, let text): return text
    case .integer(let number), .money(let number): return String(number)
    case .bool(let value): return value ? "true" : "false"
    case .list(let texts): return texts.joined(separator: "; ")
    }
  }

  /// Whether the text is free: may hold any characters a user typed.
  var isFreeText: Bool {
    switch self {
    case .text, .list, .day, .dateTime, .decimal, .percent: return true
    case .duration, .empty, .integer, .money, .bool: return false
    }
  }
}
