import CRMValues

/// A JSON text as a tree. Numbers keep their digits, objects their order.
public indirect enum JSONNode: Hashable, Sendable {
  /// One name and value of an object.
  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JSONNode
  }

  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case array([JSONNode])
  case object([Member])

  /// Reads a whole JSON text (RFC 8259).
  ///
  /// - Parameter file: how messages name the text.
  /// - Throws: ``CRMError`` with line and column of what is wrong.
  public init(parsing bytes: [UInt8], file: String) throws(CRMError) {
    var parser = JSONNodeParser(bytes: bytes, file: file)
    self = try parser.document()
  }
}

private struct JSONNodeParser {
  let bytes: [UInt8]
  let file: String
  var at = 0
  var depth = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() throws(CRMError) -> JSONNode {
    let node = try value()
    skipSpace()
    guard at == bytes.count else { throw unexpected() }
    return node
  }

  private func unexpected() -> CRMError {
    let line = bytes[..<min(at, bytes.count)].count { $0 == 0x0A } + 1
    let start = bytes[..<min(at, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<max(start, at)], as: UTF8.self).count + 1
    if at >= bytes.count {
      return CRMError(
        .request, "\(file):\(line):\(column): the JSON ends too early",
        vi: "\(file):\(line):\(column): JSON kết thúc quá sớm")
    }
    return CRMError(
      .request, "\(file):\(line):\(column): this is not valid JSON",
      vi: "\(file):\(line):\(column): JSON không hợp lệ")
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func take(_ wanted: Character) -> Bool {
    skipSpace()
    guard byte == wanted.asciiValue else { return false }
    at += 1
    return true
  }

  private mutating func value() throws(CRMError) -> JSONNode {
    skipSpace()
    guard let byte, depth < 100 else { throw unexpected() }
    depth += 1
    defer { depth -= 1 }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default:
      for (word, node) in [("true", JSONNode.bool(true)), ("false", .bool(false)), ("null", .null)]
      where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return node
      }
      throw unexpected()
    }
  }

  private mutating func members() throws(CRMError) -> [JSONNode.Member] {
    at += 1
    var members: [JSONNode.Member] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      guard take(":") else { throw unexpected() }
      members.append(JSONNode.Member(name: name, value: try value()))
    } while take(",")
    guard take("}") else { throw unexpected() }
    return members
  }

  private mutating func elements() throws(CRMError) -> [JSONNode] {
    at += 1
    var nodes: [JSONNode] = []
    if take("]") { return nodes }
    repeat { nodes.append(try value()) } while take(",")
    guard take("]") else { throw unexpected() }
    return nodes
  }

  private mutating func number() throws(CRMError) -> String {
    let start = at
    if byte == UInt8(ascii: "-") { at += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else {
      at = start
      throw unexpected()
    }
    if byte == UInt8(ascii: ".") {
      at += 1
      guard digits() > 0 else { throw unexpected() }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { throw unexpected() }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte, byte &- 0x30 < 10 { at += 1 }
    return at - start
  }

  private mutating func string() throws(CRMError) -> String {
    at += 1
    var units: [UInt8] = []
    while let byte, byte >= 0x20 {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw unexpected() }
        return text
      case UInt8(ascii: "\\"): units += try escape()
      default: units.append(byte)
      }
    }
    throw unexpected()
  }

  private mutating func escape() throws(CRMError) -> [UInt8] {
    guard let byte else { throw unexpected() }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if units[0] & 0xFC00 == 0xD800, bytes[at...].starts(with: "\\u".utf8) {
        at += 2
        units.append(try unit())
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw unexpected() }
      return Array(text.utf8)
    default:
      at -= 1
      throw unexpected()
    }
  }

  private mutating func unit() throws(CRMError) -> UInt16 {
    let end = min(at + 4, bytes.count)
    let digits = String(decoding: bytes[at..<end], as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit), let unit = UInt16(digits, radix: 16)
    else { throw unexpected() }
    at = end
    return unit
  }
}
