import CRMTestSupport
import CRMValues
import Testing

@testable import CRMTables

@Suite struct LegacyEncodingTests {
  static let names =
    "Mã KH;Họ tên\nKH1;Nguyễn Đức Hưng\nKH2;Trần Thị Tuyết Mỹ\nKH3;Phường Đống Đa, Ý\n"

  /// The bytes of a text in an encoding; tone marks apart where it has no letter for them.
  static func encode(_ text: String, _ table: ByteTable) -> [UInt8] {
    func byte(_ scalar: UInt32) -> UInt8? { table.scalars.lastIndex(of: scalar).map(UInt8.init) }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if let byte = byte(scalar.value) { return [byte] }
      guard let (vowel, tone) = VietnameseLetters.parts[scalar.value],
        let mark = VietnameseLetters.Tone(rawValue: tone)?.mark
      else { return [] }
      return [vowel, mark].compactMap(byte)
    }
  }

  /// Text as the VNI fonts have it, written as what Latin-1 shows.
  static let vni =
    "Maõ KH;Hoï teân\nKH1;Nguyeãn Ñöùc Höng\nKH2;Traàn Thò Tuyeát Myõ\nKH3;Phöôøng Ñoáng Ña, YÙ\n"

  static let files: [(TextEncoding, [UInt8])] = [
    (.windows1258, encode(names, .windows1258)), (.viscii, encode(names, .viscii)),
    (.tcvn3, encode(names, .tcvn5712)), (.vni, encode(vni, .windows1252)),
  ]

  @Test(arguments: files) func recognised(_ encoding: TextEncoding, _ bytes: [UInt8]) throws {
    let expected = Self.names.split(separator: "\n").map {
      $0.split(separator: ";").map(String.init)
    }
    for size in [1, 2, 3, 7, 1 << 16] {
      var options = ReadOptions()
      options.chunkSize = size
      #expect(try read(bytes, options).rows == expected, "chunks of \(size)")
      options.encoding = encoding
      #expect(try read(bytes, options).rows == expected, "chosen, chunks of \(size)")
    }
    let folder = try TemporaryFolder()
    let source = try openTable(try folder.file("a.csv", bytes))
    #expect(source.dialect?.encoding == encoding)
    #expect(source.notices.first?.en.contains("read as \(encoding.rawValue)") == true)
  }

  @Test(arguments: [
    "Nom;Prénom\nLefèvre;Gaëlle\nÉvrard;Émile", "Straße;Größe\nMüller;Düsseldorf",
    "año;señor\nJosé;España", "não;são\nJoão;São Paulo", "NOM;PRÉNOM\nÉCOLE;ÎLE",
  ]) func western(_ text: String) throws {
    let reading = try read(Self.encode(text, .windows1252))
    #expect(reading.rows.map { $0.joined(separator: ";") }.joined(separator: "\n") == text)
  }

  /// Where no encoding is likely, reading stops instead of giving wrong letters.
  @Test(
    arguments: [
      [0xC8, 0xEC, 0xFF, 0x3B, 0xC3, 0xEE, 0xF0, 0xEE, 0xE4, 0x0A],  // Имя;Город, windows-1251
      [0x96, 0xBC, 0x91, 0x4F, 0x3B, 0x8F, 0x5A, 0x8F, 0x8A, 0x0A],  // 名前;住所, Shift_JIS
      [0xD0, 0xD5, 0xC3, 0xFB, 0x3B, 0xB5, 0xD8, 0xD6, 0xB7, 0x0A],  // 姓名;地址, GB 18030
    ] as [[UInt8]]) func unlikely(_ bytes: [UInt8]) throws
  {
    #expect(try read(bytes).error?.hasSuffix("is not UTF-8 text") == true)
  }

  @Test(
    arguments: [
      (TextEncoding.windows1251, [0xC8, 0xEC, 0xFF], "Имя"),
      (.shiftJIS, [0x8F, 0x5C, 0x2C, 0x41], "十,A"),
      (.gb18030, [0xD0, 0xD5, 0xC3, 0xFB], "姓名"), (.latin9, [0xA4], "€"),
      (.ibm866, [0x88, 0xAC, 0xEF], "Имя"), (.thai, [0xAA, 0xD7, 0xE8, 0xCD], "ชื่อ"),
      (.windows1256, [0xC7, 0xD3, 0xE3], "اسم"),
    ] as [(TextEncoding, [UInt8], String)])
  func chosen(_ encoding: TextEncoding, _ bytes: [UInt8], _ text: String) throws {
    for size in [1, 2, 64] {
      var options = ReadOptions(encoding: encoding)
      options.chunkSize = size
      #expect(try read(bytes, options).rows.map { $0.joined(separator: ",") } == [text])
    }
  }

  /// Capital fonts: small letters with tones among ASCII capitals.
  @Test(arguments: [
    ("NGUYễN VăN An", "NGUYỄN VĂN An"), ("Lê THị Hà", "LÊ THỊ HÀ"), ("Mã KH", "Mã KH"),
    ("Hà Nội", "Hà Nội"), ("HÀ NộI", "HÀ NỘI"), ("ĐắK LắK", "ĐẮK LẮK"), ("Đức", "Đức"),
    ("Lê, Tạ", "Lê, Tạ"),
  ]) func capitalFonts(_ written: String, _ meant: String) {
    let bytes = Self.encode(written, .tcvn5712)
    #expect(TextEncoding.tcvn3.decode(bytes).map { String(decoding: $0, as: UTF8.self) } == meant)
  }

  @Test(arguments: [
    "CP1258", "windows-1258", "TCVN5712-1", "TCVN3", "VNI", "VISCII", "iso-8859-1", "cp1252",
    "Shift_JIS", "GB2312",
  ]) func names(_ name: String) throws { _ = try TextEncoding(named: name) }

  /// Every byte at every place: nothing crashes, nothing is lost between chunks.
  @Test(arguments: TextEncoding.allCases) func anyBytes(_ encoding: TextEncoding) throws {
    var dice = Seeded(state: 7)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...80, using: &dice)).map { _ in
        UInt8.random(in: 0...255, using: &dice)
      }
      var whole: [UInt8] = []
      let all = bytes.withUnsafeBufferPointer {
        encoding.makeDecoder().decode($0, isLast: true, into: &whole)
      }
      #expect(all.taken <= bytes.count)
      #expect(String(validating: whole, as: UTF8.self) != nil)
      guard !all.isWrong, all.taken == bytes.count, encoding != .iso2022JP else { continue }
      var pieces: [UInt8] = []
      var rest = bytes
      let cut = Int.random(in: 0...bytes.count, using: &dice)
      let decoder = encoding.makeDecoder()
      let first = rest[..<cut].withUnsafeBufferPointer {
        decoder.decode($0, isLast: false, into: &pieces)
      }
      rest.removeFirst(first.taken)
      _ = rest.withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &pieces) }
      if encoding != .tcvn3 { #expect(pieces == whole) }
    }
  }
}
