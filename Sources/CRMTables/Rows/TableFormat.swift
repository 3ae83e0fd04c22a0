/// A format that tables come in.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv, xlsx, xls, ods, vcf, json, jsonl

  /// Returns the format a file name's ending stands for.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "csv", "tsv", "tab", "txt": self = .csv
    case "xlsx", "xlsm", "xltx", "xltm": self = .xlsx
    case "xls", "xlt": self = .xls
    case "ods", "ots", "fods": self = .ods
    case "vcf", "vcard": self = .vcf
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }
}

/// What the first bytes of a file look like.
enum Signature: Equatable {
  /// A stream of BIFF2, BIFF3 or BIFF4: an .xls from before compound files.
  case biff
  case zip, compoundFile, pdf, gzip, image, sqlite
  case text
  case binary

  /// Looks at the first bytes; `zip` is a workbook in most cases, `compoundFile` an old one.
  init(head: UnsafeBufferPointer<UInt8>) {
    func begins(_ bytes: [UInt8]) -> Bool { head.prefix(bytes.count).elementsEqual(bytes) }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile
    } else if Signature.beginsBIFF(head) {
      self = .biff
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) {
      self = .image
    } else if begins(Array("SQLite format 3\0".utf8)) {
      self = .sqlite
    } else {
      self = Signature.hasControls(head) ? .binary : .text
    }
  }

  /// Whether a BOF record of BIFF2 (type 0x0009), BIFF3 (0x0209) or BIFF4 (0x0409) comes first
  /// ([MS-XLS] 2.4.21 and its predecessors): the length is 4 to 8, the substream a known one.
  private static func beginsBIFF(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count >= 8, head[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(head[1]),
      4...16 ~= head[2], head[3] == 0
    else { return false }
    let substream = Int(head[6]) | Int(head[7]) << 8
    return [0x0005, 0x0006, 0x0010, 0x0020, 0x0040, 0x0100].contains(substream)
  }

  /// Whether more than one byte in ten is a control character that no text has.
  ///
  /// A stray NUL in a text file is data, as exports of other programs have them.
  private static func hasControls(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    for byte in head where byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B: continue
      default: count += 1
      }
    }
    return count > 1 && count * 10 > head.count
  }
}
