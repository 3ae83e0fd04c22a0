import CRMValues

/// What a terminal is told beside text: all the escape sequences there are of the program's own.
public enum TerminalStyle: String, CaseIterable, Sendable {
  case bold = "\u{1B}[1m"
  case plain = "\u{1B}[0m"
  /// Goes back to the begin of the line and takes away what stands there.
  case lineErased = "\r\u{1B}[K"
}

/// The door to a terminal: whatever is written through it is text, and what a terminal would take
/// for a command becomes a blank, bytes that are no text a replacement character.
///
/// Line breaks and tabs stay, as every output has them. What the program itself says to a terminal
/// comes as a ``TerminalStyle``.
public final class TerminalSink: ByteSink {
  /// What the terminal itself is written with.
  public let terminal: any ByteSink
  /// The bytes of a character that has begun, and a carriage return that may belong to a line end.
  private var begun: [UInt8] = []

  public init(_ terminal: any ByteSink) {
    self.terminal = (terminal as? TerminalSink)?.terminal ?? terminal
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    if begun.isEmpty, bytes.allSatisfy({ $0 &- 0x20 < 0x5F || $0 == 0x0A || $0 == 0x09 }) {
      return try terminal.write(bytes)
    }
    var all = begun
    all.append(contentsOf: bytes)
    let whole = all.count - TerminalSink.unfinished(all)
    begun = Array(all[whole...])
    try put(TerminalSink.shown(String(decoding: all[..<whole], as: UTF8.self)))
  }

  public func commit() throws {
    try release()
    try terminal.commit()
  }

  public func discard() {
    begun = []
    terminal.discard()
  }

  /// Writes text with the styles that stand in it.
  public func write(styled text: String) throws {
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "\u{1B}") {
      try write(text: rest[..<mark])
      rest = rest[mark...]
      if let style = TerminalStyle.allCases.first(where: { rest.hasPrefix($0.rawValue) }) {
        try put(style)
        rest = rest.dropFirst(style.rawValue.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    try write(text: rest)
  }

  private func write(text: Substring) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes what was held back, as there is no more of it.
  fileprivate func release() throws {
    guard !begun.isEmpty else { return }
    let text = String(decoding: begun, as: UTF8.self)
    begun = []
    try put(TerminalSink.shown(text))
  }

  private func put(_ text: String) throws {
    var text = text
    try text.withUTF8 { try terminal.write(UnsafeRawBufferPointer($0)) }
  }

  private static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isReturn = false
    for scalar in text.unicodeScalars {
      // The line end of CSV is one.
      if isReturn, scalar != "\n" { result.append(" ") }
      isReturn = scalar == "\r"
      if isReturn { continue }
      let stays = scalar == "\n" || scalar == "\t" || !scalar.commandsTerminal
      result.append(stays ? scalar : " ")
    }
    if isReturn { result.append(" ") }
    return String(result)
  }

  /// Returns how many of the last bytes begin something that the next write may finish.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    if bytes.last == 0x0D { return 1 }
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > count ? count : 0
    }
    return 0
  }
}

extension ByteSink {
  /// Says something to the terminal that this leads to.
  public func put(_ style: TerminalStyle) throws {
    let sink = self as? TerminalSink
    try sink?.release()
    var text = style.rawValue
    try text.withUTF8 { try (sink?.terminal ?? self).write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes a text of the program's own with the styles that stand in it.
  public func put(styled text: String) throws {
    if let sink = self as? TerminalSink { return try sink.write(styled: text) }
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
