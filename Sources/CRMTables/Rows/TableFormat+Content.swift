import CRMValues

extension TableFormat {
  /// Returns the format of a file by its content, else by what its name ends in; nil where
  /// neither says anything.
  ///
  /// A `.csv` that is a workbook is read as a workbook, a `.xls` that is text as text.
  static func recognised(_ source: ByteSource, _ signature: Signature) throws -> TableFormat? {
    let claimed = TableFormat(fileName: source.name)
    switch signature {
    case .zip: return claimed == .ods ? .ods : .xlsx
    case .compoundFile, .biff: return .xls
    case .text, .binary: break
    case .pdf, .gzip, .image, .sqlite: return nil
    }
    if let other = source.head.withUnsafeBufferPointer(MarkupFile.init(head:)) {
      throw CRMError.notASheet(source.name, other)
    }
    if let format = source.head.withUnsafeBufferPointer(TableFormat.ofText) { return format }
    switch claimed {
    case .csv, .json, .jsonl, .vcf: return claimed
    // A workbook is no text: what claims to be one is asked to be called what it is.
    case .xlsx, .ods: return claimed
    // Programs call delimited text `.xls`; a line of words is a message in a workbook's place.
    case .xls: return source.head.withUnsafeBufferPointer(isSentence) ? .xls : nil
    case nil: return nil
    }
  }

  /// Returns the format that the first characters of a text tell: a vCard, JSON, or none.
  private static func ofText(_ head: UnsafeBufferPointer<UInt8>) -> TableFormat? {
    // The zero bytes of UTF-16 and the bytes of a mark do not count.
    let plain = head.prefix(512).filter { $0 != 0 && $0 < 0x80 }
    let start = plain.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if String(decoding: start.prefix(11), as: UTF8.self).uppercased() == "BEGIN:VCARD" {
      return .vcf
    }
    if start.first == 0x3C { return isFlatSheet(head) ? .ods : nil }
    guard let first = start.first, first == 0x7B || first == 0x5B else { return nil }
    // `[Name];[Phone]` is a heading of delimited text: JSON goes on with a value or its end.
    let next = start.dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch (first, next) {
    case (0x7B, 0x22), (0x7B, 0x7D): return isLines(head) ? .jsonl : .json
    case (0x5B, 0x7B), (0x5B, 0x5B), (0x5B, 0x5D), (0x5B, 0x22): return .json
    default: return nil
    }
  }

  /// Whether the text is one line and no table: nothing delimits cells in it.
  private static func isSentence(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    return !line.contains { [0x09, 0x2C, 0x3B, 0x7C].contains($0) }
      && head[line.endIndex...].allSatisfy { [0x0A, 0x0D, 0x20, 0].contains($0) }
  }

  /// Whether an XML text is a flat OpenDocument file, by the namespace its first tag declares.
  static func isFlatSheet(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    head.contains(0x3C)
      && String(decoding: head, as: UTF8.self).contains("urn:oasis:names:tc:opendocument")
  }

  /// Whether the first line is an object of its own and another begins after it.
  private static func isLines(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end = head.firstIndex(of: 0x0A) else { return false }
    let line = head[..<end].reversed().first { $0 != 0x0D && $0 != 0x20 && $0 != 0 }
    let next = head[end...].first { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 && $0 != 0 }
    return line == 0x7D && next == 0x7B
  }
}
