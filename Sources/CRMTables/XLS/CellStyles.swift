/// What cells need to know of their workbook: which numbers are dates, how texts are written.
struct CellStyles {
  var version: BIFFVersion
  var codePage = CodePage(CodePage.western)
  /// Whether days count from 1904-01-01 ([MS-XLS] 2.4.77).
  var is1904 = false
  /// The codes of number formats by their number; those that are not there are built in.
  private var codes: [Int: String] = [:]
  /// The number of the format of each XF.
  private var formats: [Int] = []
  private var read: [Int: NumberFormat] = [:]

  init(version: BIFFVersion) {
    self.version = version
  }

  /// Takes what a record says about the workbook; others are passed over.
  mutating func take(_ record: Record) {
    let content = record.content
    // Cells refer to them by 16 bits.
    guard formats.count <= 0xFFFF, codes.count <= 0xFFFF else { return }
    switch record.kind {
    case RecordKind.dateMode:
      is1904 = content.u16(0) == 1
    case RecordKind.codePage:
      if let number = content.u16(0) { codePage = CodePage(number) }
    case RecordKind.format2, RecordKind.format4:
      takeFormat(content, isBIFF2: record.kind == RecordKind.format2)
    case RecordKind.xf5:
      formats.append(Int(content.u16(2) ?? 0))
    // One byte, of which BIFF2 uses six bits for the format.
    case RecordKind.xf2:
      formats.append(Int(content.u8(3) ?? 0) & 0x3F)
    case RecordKind.xf3, RecordKind.xf4:
      formats.append(Int(content.u8(1) ?? 0))
    default: break
    }
  }

  /// Whether a record defines a format or an XF.
  static func isFormat(_ kind: UInt16) -> Bool {
    switch kind {
    case RecordKind.format2, RecordKind.format4, RecordKind.xf2, RecordKind.xf3, RecordKind.xf4:
      return true
    default: return false
    }
  }

  /// Forgets formats, for a sheet that brings its own (BIFF2 to BIFF4).
  mutating func forgetFormats() {
    codes = [:]
    formats = []
    read = [:]
  }

  /// [MS-XLS] 2.4.126; before BIFF5 formats are numbered in the order they come in.
  private mutating func takeFormat(_ content: [UInt8], isBIFF2: Bool) {
    let number: Int
    let code: String?
    if version >= .biff5 {
      number = Int(content.u16(0) ?? 0)
      if version == .biff8 {
        var text = ContinuedContent(content, from: 4)
        code = try? text.unicodeText(Int(content.u16(2) ?? 0))
      } else {
        code = codePage.text(content.dropFirst(3).prefix(Int(content.u8(2) ?? 0)))
      }
    } else {
      number = codes.count
      let start = isBIFF2 ? 0 : 2
      code = codePage.text(content.dropFirst(start + 1).prefix(Int(content.u8(start) ?? 0)))
    }
    if let code { codes[number] = code }
  }

  /// Returns the number format of an XF.
  mutating func format(ofXF index: Int) -> NumberFormat {
    format(formats.indices.contains(index) ? formats[index] : 0)
  }

  /// Returns the number format with a number.
  mutating func format(_ number: Int) -> NumberFormat {
    if let known = read[number] { return known }
    let format = NumberFormat(codes[number] ?? NumberFormat.builtIn(number) ?? "General")
    read[number] = format
    return format
  }
}
