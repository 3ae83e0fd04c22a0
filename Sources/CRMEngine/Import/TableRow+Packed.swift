import CRMTables
import CRMValues

/// Rows as one run of bytes: each cell is a letter for its kind, then, where it holds anything, a
/// number and a colon; texts are as many bytes of UTF-8 as the number says. What is wrong with the
/// row as a whole comes last.
extension TableRow {
  /// Appends the cells.
  func pack(into bytes: inout [UInt8]) {
    for cell in cells {
      switch cell {
      case .empty: bytes.append(UInt8(ascii: "-"))
      case .text(let text): bytes.append("t", text)
      case .number(let number, let shown):
        bytes.append("n", number.bitPattern)
        bytes.append("t", shown)
      case .bool(let value): bytes.append("b", value ? 1 : 0)
      case .day(let iso): bytes.append("d", iso)
      case .partialDay(let iso, let part):
        bytes.append("p", UInt64(part.rawValue))
        bytes.append("d", iso)
      case .dateTime(let iso): bytes.append("m", iso)
      case .time(let seconds): bytes.append("s", seconds.bitPattern)
      case .error(let code): bytes.append("e", code)
      }
    }
    if isHidden { bytes.append(UInt8(ascii: "h")) }
    if let text = fault?.text {
      bytes.append("f", text.en)
      bytes.append("f", text.vi)
      if let source = fault?.source { bytes.append("f", source) }
    }
  }

  /// Takes a row apart that was packed.
  init(line: Int, packed: UnsafeBufferPointer<UInt8>) {
    var rest = packed[...]
    var cells: [Cell] = []
    var fault: [String] = []
    var isHidden = false
    while let letter = rest.first {
      if letter == UInt8(ascii: "f") {
        rest = rest.dropFirst()
        fault.append(rest.popText())
      } else if letter == UInt8(ascii: "h") {
        rest = rest.dropFirst()
        isHidden = true
      } else if let cell = Cell(unpacking: &rest) {
        cells.append(cell)
      }
    }
    self.init(
      line: line, cells: cells,
      fault: fault.count < 2
        ? nil
        : .unreadable(Label(fault[0], vi: fault[1]), source: fault.count > 2 ? fault[2] : nil))
    self.isHidden = isHidden
  }
}

extension Cell {
  fileprivate init?(unpacking rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    guard let letter = rest.popFirst() else { return nil }
    switch letter {
    case UInt8(ascii: "t"): self = .text(rest.popText())
    case UInt8(ascii: "n"):
      let number = Double(bitPattern: rest.popNumber())
      _ = rest.popFirst()
      self = .number(number, shown: rest.popText())
    case UInt8(ascii: "b"): self = .bool(rest.popNumber() == 1)
    case UInt8(ascii: "d"): self = .day(rest.popText())
    case UInt8(ascii: "p"):
      let part = PartOfDay(rawValue: UInt8(truncatingIfNeeded: rest.popNumber()))
      _ = rest.popFirst()
      let iso = rest.popText()
      self = part.map { .partialDay(iso, $0) } ?? .day(iso)
    case UInt8(ascii: "m"): self = .dateTime(rest.popText())
    case UInt8(ascii: "s"): self = .time(seconds: Double(bitPattern: rest.popNumber()))
    case UInt8(ascii: "e"): self = .error(rest.popText())
    default: self = .empty
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ letter: Unicode.Scalar, _ number: UInt64) {
    append(UInt8(ascii: letter))
    append(contentsOf: String(number).utf8)
    append(UInt8(ascii: ":"))
  }

  fileprivate mutating func append(_ letter: Unicode.Scalar, _ text: String) {
    append(letter, UInt64(text.utf8.count))
    append(contentsOf: text.utf8)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate mutating func popNumber() -> UInt64 {
    var number: UInt64 = 0
    while let byte = popFirst(), byte != UInt8(ascii: ":") {
      number = number &* 10 &+ UInt64(byte &- 0x30)
    }
    return number
  }

  fileprivate mutating func popText() -> String {
    let count = Int(popNumber())
    defer { self = dropFirst(count) }
    return String(decoding: prefix(count), as: UTF8.self)
  }
}
