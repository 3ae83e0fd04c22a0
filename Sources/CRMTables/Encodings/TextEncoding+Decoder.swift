extension TextEncoding {
  /// Makes the decoder that turns bytes of this encoding into UTF-8.
  func makeDecoder() -> any TextDecoder {
    switch self {
    case .utf8: return UTF8Decoder()
    case .utf16LE: return UTF16Decoder(littleEndian: true)
    case .utf16BE: return UTF16Decoder(littleEndian: false)
    case .utf32LE: return UTF32Decoder(littleEndian: true)
    case .utf32BE: return UTF32Decoder(littleEndian: false)
    case .windows1258: return ToneMarkDecoder(.windows1258)
    case .tcvn3: return TCVN3Decoder()
    case .vni: return VNIDecoder()
    case .viscii: return ByteTableDecoder(.viscii)
    case .windows1252: return ByteTableDecoder(.windows1252)
    case .windows1250, .windows1251, .windows1253, .windows1254, .windows1255, .windows1256,
      .windows1257, .latin2, .cyrillic, .greek, .latin9, .koi8R, .koi8U, .ibm437, .ibm850, .ibm852,
      .ibm866, .macintosh:
      return ConverterDecoder(rawValue)
    case .thai: return ConverterDecoder("CP874")
    case .shiftJIS: return ConverterDecoder("CP932")
    case .eucKR: return ConverterDecoder("CP949")
    case .eucJP, .iso2022JP, .gb18030, .big5: return ConverterDecoder(rawValue)
    }
  }

  /// Decodes a piece of text as a whole; nil where its bytes are not of the encoding.
  func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    let decoded = bytes.withUnsafeBufferPointer {
      makeDecoder().decode($0, isLast: true, into: &output)
    }
    return !decoded.isWrong && decoded.taken == bytes.count ? output : nil
  }
}
