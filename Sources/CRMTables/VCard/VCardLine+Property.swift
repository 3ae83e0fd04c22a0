extension VCardLine {
  /// Reads a content line `group.NAME;PARAM=value:value`; nil where it is none.
  ///
  /// - Parameter decode: turns the value's bytes into text, given the charset that is stated.
  func property(_ decode: ([UInt8], String?) -> String) -> VCardProperty? {
    guard let colon = colon else { return nil }
    var fields = VCardLine.split(bytes[..<colon], at: 0x3B)
    guard !fields.isEmpty else { return nil }
    let full = fields.removeFirst()
    var path = full.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = path.popLast()?.filter({ $0 != " " && $0 != "\t" }), !name.isEmpty,
      name.utf8.allSatisfy({ VCardLine.isNameByte($0) })
    else { return nil }
    var property = VCardProperty(group: path.first, name: name.uppercased(), value: "")
    var transfer: TransferEncoding?
    var charset: String?
    for field in fields {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = parts[0].trimmed.uppercased()
      let value = parts.count > 1 ? String(parts[1]) : nil
      switch (key, value) {
      case ("TYPE", let value?): property.types += VCardLine.types(value)
      case ("ENCODING", let value?): transfer = TransferEncoding(value.unquoted)
      case ("CHARSET", let value?): charset = value.unquoted
      case (_, let value?): property.parameters[key] = value.unquoted
      case (_, nil):
        // vCard 2.1: `TEL;CELL;VOICE`, `NOTE;QUOTED-PRINTABLE`.
        if let known = TransferEncoding(key) {
          transfer = known
        } else {
          property.types += VCardLine.types(key)
        }
      }
    }
    if let pref = property.parameters["PREF"], !pref.isEmpty { property.types.append("pref") }
    let raw = bytes[(colon + 1)...]
    let isBinary = VCardProperty.binaryNames.contains(property.name)
    if isBinary, transfer == .base64 || skipped > 0 || raw.starts(with: Array("data:".utf8)) {
      property.skippedBytes = (raw.count + skipped) * 3 / 4
      return property
    }
    property.value = decode(transfer?.decode(raw) ?? Array(raw), charset).trimmed
    return property
  }

  /// The colon that ends the header: the first that is not in a quoted parameter.
  private var colon: Int? {
    var isQuoted = false
    for (index, byte) in bytes.prefix(1 << 16).enumerated() {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x3A, !isQuoted { return index }
    }
    // A quote that is never closed is a letter.
    return bytes.prefix(1 << 16).firstIndex(of: 0x3A)
  }

  /// Divides at a byte outside quotes.
  private static func split(_ bytes: ArraySlice<UInt8>, at mark: UInt8) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == mark, !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
    }
    return fields.prefix(100).map { String(decoding: $0, as: UTF8.self) }
  }

  /// `cell,voice`, `"cell,voice"` and `cell` are lists of types.
  private static func types(_ text: String) -> [String] {
    text.filter { $0 != "\"" }.split(separator: ",").map { $0.lowercased().trimmed }
      .filter { !$0.isEmpty }
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2F: return true
    default: return false
    }
  }
}

extension Substring {
  /// The text without spaces, tabs and line breaks at its ends.
  var trimmed: String { String(self).trimmed }
}

extension String {
  /// The text without spaces, tabs and line breaks at its ends.
  var trimmed: String {
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    let kept = Array(utf8).drop(while: isSpace)
    guard let end = kept.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(decoding: kept[...end], as: UTF8.self)
  }

  fileprivate var unquoted: String {
    utf8.contains(0x22) ? filter { $0 != "\"" }.trimmed : trimmed
  }
}
