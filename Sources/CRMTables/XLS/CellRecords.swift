/// Cells of a record: where the first one is, and what is in it and those to its right.
struct CellRecord {
  enum Value: Equatable {
    case number(Double)
    case text(String)
    case shared(UInt32)
    case bool(Bool)
    case error(UInt8)
    /// The text of a formula, which a record of its own holds.
    case textFollows
  }

  var row: Int
  var column: Int
  /// Values and what says how they look.
  var values: [(style: Style, value: Value)]

  enum Style: Equatable {
    case xf(Int)
    /// The number of a format: cells of BIFF2.
    case format(Int)
  }

  /// Reads a record that holds cells; nil if it is none, or too short to be one.
  init?(
    _ record: Record, version: BIFFVersion, codePage: CodePage,
    continuation: @escaping () throws -> [UInt8]?
  ) throws {
    let content = record.content
    guard RecordKind.isCell(record.kind), let row = content.u16(0), let column = content.u16(2)
    else { return nil }
    self.row = Int(row)
    self.column = Int(column)
    if record.kind == RecordKind.multipleRK {
      values = CellRecord.multipleRK(content)
      return
    }
    let isBIFF2 = record.kind < 0x0010 && (record.kind != RecordKind.formula || version == .biff2)
    guard let low = content.u8(4), let high = content.u8(5) else { return nil }
    let style = isBIFF2 ? Style.format(Int(high) & 0x3F) : .xf(Int(low) | Int(high) << 8)
    let start = isBIFF2 ? 7 : 6
    let value: Value?
    switch record.kind {
    case RecordKind.integer2: value = content.u16(start).map { .number(Double($0)) }
    case RecordKind.number, RecordKind.number2: value = content.double(start).map(Value.number)
    case RecordKind.rk: value = content.u32(start).map { .number(CellRecord.number(rk: $0)) }
    case RecordKind.boolError, RecordKind.boolError2:
      value = CellRecord.boolOrError(content.u8(start), isError: content.u8(start + 1) != 0)
    case RecordKind.formula, RecordKind.formula3, RecordKind.formula4:
      value = CellRecord.result(content, at: start)
    case RecordKind.sharedLabel: value = content.u32(start).map(Value.shared)
    default:
      value = .text(
        try CellRecord.text(record, at: start, isShort: isBIFF2, version, codePage, continuation))
    }
    guard let value else { return nil }
    values = [(style, value)]
  }

  /// Reads the text of a LABEL, RSTRING or STRING record ([MS-XLS] 2.5.294); before BIFF8 in the
  /// bytes of the code page.
  static func text(
    _ record: Record, at start: Int, isShort: Bool, _ version: BIFFVersion, _ codePage: CodePage,
    _ continuation: @escaping () throws -> [UInt8]?
  ) throws -> String {
    let length = isShort ? Int(record.content.u8(start) ?? 0) : Int(record.content.u16(start) ?? 0)
    let from = start + (isShort ? 1 : 2)
    var content = ContinuedContent(record.content, from: from, nextPiece: continuation)
    if version == .biff8, !isShort { return try content.unicodeText(length) ?? "" }
    return codePage.text(try content.bytes(length))
  }

  /// Reads a run of numbers: four bytes each behind their XF, the last column behind them
  /// ([MS-XLS] 2.4.175).
  private static func multipleRK(_ content: [UInt8]) -> [(style: Style, value: Value)] {
    stride(from: 4, through: content.count - 8, by: 6).compactMap { place in
      guard let xf = content.u16(place), let rk = content.u32(place + 2) else { return nil }
      return (.xf(Int(xf)), .number(number(rk: rk)))
    }
  }

  /// [MS-XLS] 2.5.217: 30 bits of an integer or of a double, perhaps a hundred times too large.
  static func number(rk: UInt32) -> Double {
    let number =
      rk & 2 != 0
      ? Double(Int32(bitPattern: rk) >> 2) : Double(bitPattern: UInt64(rk & 0xFFFF_FFFC) << 32)
    return rk & 1 != 0 ? number / 100 : number
  }

  /// The result a formula had when the file was saved ([MS-XLS] 2.5.133).
  private static func result(_ content: [UInt8], at start: Int) -> Value? {
    guard let bits = content.u64(start) else { return nil }
    guard bits >> 48 == 0xFFFF else { return .number(Double(bitPattern: bits)) }
    let value = UInt8(truncatingIfNeeded: bits >> 16)
    switch bits & 0xFF {
    case 0: return .textFollows
    case 1: return .bool(value != 0)
    case 2: return .error(value)
    default: return .text("")
    }
  }

  private static func boolOrError(_ byte: UInt8?, isError: Bool) -> Value? {
    byte.map { isError ? .error($0) : .bool($0 != 0) }
  }

  /// [MS-XLS] 2.5.10.
  static func errorName(_ code: UInt8) -> String {
    switch code {
    case 0x00: return "#NULL!"
    case 0x07: return "#DIV/0!"
    case 0x0F: return "#VALUE!"
    case 0x17: return "#REF!"
    case 0x1D: return "#NAME?"
    case 0x24: return "#NUM!"
    case 0x2A: return "#N/A"
    case 0x2B: return "#GETTING_DATA"
    default: return "#ERR\(code)"
    }
  }
}
