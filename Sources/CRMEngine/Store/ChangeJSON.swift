import CRMValues

/// Writes the JSON of the operation log.
struct JSONBytes {
  private var bytes: [UInt8] = []
  private var needsComma = false

  init() { bytes.reserveCapacity(128) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func open(_ bracket: Character) {
    separate()
    bytes.append(bracket.asciiValue ?? 0x7B)
    needsComma = false
  }

  mutating func close(_ bracket: Character) {
    bytes.append(bracket.asciiValue ?? 0x7D)
    needsComma = true
  }

  mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func item(_ value: Value) {
    separate()
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): string(text)
    case .list(let ids):
      bytes.append(UInt8(ascii: "["))
      for (index, id) in ids.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(contentsOf: String(id).utf8)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// Reads the JSON of the operation log: objects of null, integers, strings and flat arrays.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private var damaged: CRMError {
    CRMError(
      .database, "the operation log is damaged at byte \(at) of a change",
      vi: "nhật ký thao tác bị hỏng ở byte \(at) của một thay đổi")
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard at < bytes.count, bytes[at] == byte else { throw damaged }
    at += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Reads an object, handing each key to the body, which reads the value.
  mutating func object(_ body: (String, inout JSONReader) throws -> Void) throws {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try body(key, &self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Reads an array of values.
  mutating func values() throws -> [Value] {
    try expect(UInt8(ascii: "["))
    var result: [Value] = []
    if take(UInt8(ascii: "]")) { return result }
    repeat { result.append(try value()) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return result
  }

  mutating func value() throws -> Value {
    guard at < bytes.count else { throw damaged }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "["): return .list(try values().compactMap(\.integer))
    case UInt8(ascii: "n"):
      at += 4
      return .null
    default: return .integer(try integer())
    }
  }

  private mutating func integer() throws -> Int64 {
    let start = at
    _ = take(UInt8(ascii: "-"))
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      at += 1
    }
    guard let number = Int64(String(decoding: bytes[start..<at], as: UTF8.self)) else {
      throw damaged
    }
    return number
  }

  private mutating func string() throws -> String {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard at < bytes.count else { throw damaged }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "u"):
        guard at + 4 <= bytes.count,
          let code = UInt8(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw damaged }
        text.append(code)
        at += 4
      default: text.append(escape)
      }
    }
    throw damaged
  }
}
