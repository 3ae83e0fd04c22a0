/// The numbers of the records that matter here ([MS-XLS] 2.3; those below BIFF5 from the
/// "OpenOffice.org's Documentation of the Microsoft Excel File Format" 5).
enum RecordKind {
  static let endOfStream: UInt16 = 0x000A
  static let dateMode: UInt16 = 0x0022
  static let filePass: UInt16 = 0x002F
  static let continuation: UInt16 = 0x003C
  static let codePage: UInt16 = 0x0042
  static let boundSheet: UInt16 = 0x0085
  static let sheetHeader: UInt16 = 0x008F
  static let sharedStrings: UInt16 = 0x00FC

  static let format2: UInt16 = 0x001E
  static let format4: UInt16 = 0x041E
  static let xf2: UInt16 = 0x0043
  static let xf3: UInt16 = 0x0243
  static let xf4: UInt16 = 0x0443
  static let xf5: UInt16 = 0x00E0
  /// The XF of the cell that follows, where six bits do not hold it (BIFF2).
  static let xfIndex2: UInt16 = 0x0044

  // Cells whose attributes are three bytes (BIFF2).
  static let integer2: UInt16 = 0x0002
  static let number2: UInt16 = 0x0003
  static let label2: UInt16 = 0x0004
  static let boolError2: UInt16 = 0x0005
  static let string2: UInt16 = 0x0007

  static let row: UInt16 = 0x0208

  // Cells with the number of an XF.
  static let number: UInt16 = 0x0203
  static let label: UInt16 = 0x0204
  static let boolError: UInt16 = 0x0205
  static let string: UInt16 = 0x0207
  static let rk: UInt16 = 0x027E
  static let multipleRK: UInt16 = 0x00BD
  static let richLabel: UInt16 = 0x00D6
  static let sharedLabel: UInt16 = 0x00FD
  /// In BIFF2 with three bytes of attributes, in BIFF5 and BIFF8 with an XF.
  static let formula: UInt16 = 0x0006
  static let formula3: UInt16 = 0x0206
  static let formula4: UInt16 = 0x0406

  /// Whether a record may stand between a formula and the text it resulted in.
  static func belongsToFormula(_ kind: UInt16) -> Bool {
    switch kind {
    // SHRFMLA, ARRAY, TABLE and their older forms, CONTINUE.
    case 0x04BC, 0x00BC, 0x01BC, 0x0221, 0x0021, 0x0236, 0x0036, 0x0037, 0x0237, continuation:
      return true
    default: return false
    }
  }

  /// Whether a record holds cells with values.
  static func isCell(_ kind: UInt16) -> Bool {
    switch kind {
    case integer2, number2, label2, boolError2, formula, formula3, formula4, number, label,
      boolError, rk, multipleRK, richLabel, sharedLabel:
      return true
    default: return false
    }
  }
}

/// The version of the record layouts.
enum BIFFVersion: Int, Comparable {
  case biff2 = 2
  case biff3, biff4, biff5, biff8

  static func < (left: BIFFVersion, right: BIFFVersion) -> Bool { left.rawValue < right.rawValue }
}

/// The start of a substream ([MS-XLS] 2.4.21).
struct StreamStart: Equatable {
  enum Content: Equatable {
    case workbook, worksheet, other
    /// A BIFF4 workbook, whose sheets follow inside it.
    case sheetBundle
  }

  var version: BIFFVersion
  var content: Content

  /// Reads a BOF record; nil if it is none.
  init?(_ record: Record) {
    let stated = record.content.u16(0) ?? 0
    switch record.kind {
    case 0x0009: version = .biff2
    case 0x0209: version = .biff3
    case 0x0409: version = .biff4
    case 0x0809:
      switch stated >> 8 {
      case 2: version = .biff2
      case 3: version = .biff3
      case 4: version = .biff4
      case 5: version = .biff5
      case 6: version = .biff8
      // BIFF8 has eight bytes more.
      default: version = record.content.count >= 16 ? .biff8 : .biff5
      }
    default: return nil
    }
    switch record.content.u16(2) {
    case 0x0005: content = .workbook
    case 0x0010, nil: content = .worksheet
    case 0x0100: content = version == .biff4 ? .sheetBundle : .workbook
    default: content = .other
    }
  }

  static func isStart(_ kind: UInt16) -> Bool {
    kind == 0x0809 || kind == 0x0409 || kind == 0x0209 || kind == 0x0009
  }
}
