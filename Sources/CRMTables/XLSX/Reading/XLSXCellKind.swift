/// The type of a cell (ECMA-376 18.18.11), and how its attributes and values are read.
enum XLSXCellKind {
  case number, shared, inline, text, bool, error, iso

  /// Reads the attribute `t`.
  init(_ text: UnsafePointer<CChar>) {
    switch (UInt8(bitPattern: text[0]), text[0] == 0 ? 0 : text[1]) {
    case (0x73, 0): self = .shared
    case (0x73, _): self = .text  // str
    case (0x69, _): self = .inline
    case (0x62, _): self = .bool
    case (0x65, _): self = .error
    case (0x64, _): self = .iso
    default: self = .number
    }
  }

  /// Reads the attribute `s`: the number of a style.
  static func style(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var byte = text
    while 0x30...0x39 ~= byte.pointee, number < 1_000_000 {
      number = number * 10 + Int(byte.pointee - 0x30)
      byte += 1
    }
    return number
  }

  /// Reads the number of a shared string.
  static func index(_ digits: [UInt8]) -> Int? {
    var number = 0
    for byte in digits {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { continue }
      guard 0x30...0x39 ~= byte, number < 1 << 40 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// Reads a truth value: `1` and `true`, in any case.
  static func isTrue(_ value: [UInt8]) -> Bool {
    let first = value.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    return first == 0x31 || first.map { $0 | 0x20 } == 0x74
  }
}
