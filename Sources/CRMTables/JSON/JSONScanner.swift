import CRMValues

/// What a JSON text is made of.
enum JSONToken: Equatable {
  case beginObject, endObject, beginArray, endArray
  /// The name of a member; its value follows.
  case name(String)
  case text(String)
  /// A number with its digits as they stand.
  case number(String)
  case bool(Bool)
  case null
}

/// Takes JSON texts (RFC 8259) apart, one token at a time; several may follow each other with
/// nothing but white space between, as in JSON Lines.
///
/// Nothing is held but the token at hand and one byte for each array or object that is open.
final class JSONScanner {
  let file: String
  let limit: Int
  private let fill: (inout [UInt8]) throws -> Bool
  private(set) var chunk: [UInt8] = []
  var index = 0
  private(set) var isAtEnd = false
  /// What is wrong with the text, and where: set when an error of its syntax is thrown.
  var fault: JSONFault?
  /// The chunks before this one; this one as far as was needed.
  private(set) var before = TextPosition()
  /// Where the token at hand starts: a byte of this chunk, or a place in one before it.
  private(set) var start = Start.here(0)
  /// The arrays (true) and objects that are open.
  private var open: [Bool] = []
  /// Blanks before the token at hand on its line; nil where another stands before it.
  private(set) var indent: Int?
  private var state = State.value

  private enum State {
    case value, firstElement, firstName, name, colon, commaOrEnd
  }

  /// Where a token starts.
  enum Start {
    case here(Int)
    case earlier(TextPosition)
  }

  /// Arrays and objects that may be open at the same time.
  static let depthLimit = 100

  /// - Parameters:
  ///   - limit: bytes a text or number may have.
  ///   - fill: replaces the bytes with the next ones of UTF-8 text; false at the end.
  init(
    file: String, limit: Int, firstLine: Int = 1, fill: @escaping (inout [UInt8]) throws -> Bool
  ) {
    (self.file, self.limit, self.fill) = (file, limit, fill)
    (line, before.line) = (firstLine, firstLine)
  }

  /// How many arrays and objects are open.
  var depth: Int { open.count }

  /// The line that was reached, from 1; only white space has line breaks.
  private(set) var line: Int
  private var afterReturn = false

  /// Returns the next token, nil at the end of the file between two texts.
  func next() throws -> JSONToken? {
    indent = nil
    while let byte = try peekPastSpace() {
      start = .here(index)
      switch (state, byte) {
      case (.commaOrEnd, 0x2C):
        index += 1
        state = open.last == true ? .value : .name
        // A comma before the end is an error of its own.
        if let next = try peekPastSpace(), next == 0x5D || next == 0x7D { throw unexpected() }
      case (.colon, 0x3A):
        index += 1
        state = .value
      case (.firstElement, 0x5D), (.commaOrEnd, 0x5D):
        guard open.last == true else { throw unexpected() }
        return close(.endArray)
      case (.firstName, 0x7D), (.commaOrEnd, 0x7D):
        guard open.last == false else { throw unexpected() }
        return close(.endObject)
      case (.firstName, 0x22), (.name, 0x22):
        state = .colon
        return .name(try string())
      case (.value, _), (.firstElement, _): return try value(byte)
      default: throw unexpected()
      }
    }
    guard open.isEmpty, state == .value else { throw unexpected() }
    return nil
  }

  private func close(_ token: JSONToken) -> JSONToken {
    index += 1
    open.removeLast()
    ended()
    return token
  }

  private func ended() { state = open.isEmpty ? .value : .commaOrEnd }

  private func value(_ byte: UInt8) throws -> JSONToken {
    switch byte {
    case 0x7B, 0x5B:
      guard open.count < JSONScanner.depthLimit else { throw tooDeep() }
      index += 1
      open.append(byte == 0x5B)
      state = byte == 0x5B ? .firstElement : .firstName
      return byte == 0x5B ? .beginArray : .beginObject
    case 0x22:
      let text = try string()
      ended()
      return .text(text)
    case 0x2D, 0x30...0x39:
      let number = try number()
      ended()
      return .number(number)
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: throw unexpected()
    }
  }

  private func word(_ word: String, _ token: JSONToken) throws -> JSONToken {
    for wanted in word.utf8 {
      guard try peek() == wanted else { throw wrongToken() }
      index += 1
    }
    if let next = try peek(), JSONScanner.isWordByte(next) { throw wrongToken() }
    ended()
    return token
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F
  }

  /// Returns the next byte without taking it, nil at the end of the file.
  func peek() throws -> UInt8? {
    while index == chunk.count {
      if isAtEnd { return nil }
      if case .here = start { start = .earlier(startPosition) }
      before = position
      index = 0
      chunk.removeAll(keepingCapacity: true)
      isAtEnd = try !fill(&chunk)
    }
    return chunk[index]
  }

  private func peekPastSpace() throws -> UInt8? {
    while let byte = try peek() {
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      take(space: byte)
    }
    return nil
  }

  private func take(space byte: UInt8) {
    let isBreak = byte == 0x0D || byte == 0x0A
    indent = isBreak ? 0 : indent.map { $0 + 1 }
    if byte == 0x0D || (byte == 0x0A && !afterReturn) { line += 1 }
    afterReturn = byte == 0x0D
    index += 1
  }

  /// Goes on behind an element that is no JSON: at the comma or bracket behind it, as far as its
  /// brackets and quotes tell, or where a line begins as the element's own did.
  ///
  /// - Parameters:
  ///   - depth: how many arrays and objects the element stands in.
  ///   - indent: blanks before the element on its line; nil where it does not begin one.
  /// - Returns: false where the text ends before that.
  func skipElement(to depth: Int, indent: Int?) throws -> Bool {
    // A line break ends a text: none may stand in one.
    var isInText = false
    var isEscaped = false
    var level = max(open.count, depth + 1)
    self.indent = nil
    while let byte = try peek() {
      let isBreak = byte == 0x0A || byte == 0x0D
      if isBreak || byte == 0x20 || byte == 0x09 {
        if isBreak { isInText = false }
        isEscaped = false
        take(space: byte)
        continue
      }
      if let indent, self.indent == indent, byte == 0x7B || byte == 0x5D {
        return resume(depth, byte)
      }
      if let indent, let own = self.indent, own < indent, byte == 0x5D {
        return resume(depth, byte)
      }
      self.indent = nil
      switch byte {
      case 0x22: if !isEscaped { isInText.toggle() }
      case 0x7B, 0x5B: if !isInText { level += 1 }
      case 0x7D where !isInText, 0x5D where !isInText:
        if level == depth { return resume(depth, byte) }
        level -= 1
      case 0x2C where !isInText && level == depth: return resume(depth, byte)
      default: break
      }
      isEscaped = byte == 0x5C && !isEscaped && isInText
      index += 1
    }
    return false
  }

  /// Expects what follows an element of the arrays and objects that are open to a depth.
  private func resume(_ depth: Int, _ byte: UInt8) -> Bool {
    open.removeLast(max(0, open.count - depth))
    state = byte == 0x7B ? .value : .commaOrEnd
    fault = nil
    return true
  }
}

/// Where a JSON text is wrong.
struct JSONFault {
  let position: TextPosition
  let what: Label
  /// Whether it ends too early, so that nothing follows.
  let isEnd: Bool
}
