/// The character of each byte of an encoding of one byte a character.
struct ByteTable: Sendable {
  let scalars: [UInt32]

  /// - Parameters:
  ///   - upper: the characters of the bytes from 0x80 on, all 128.
  ///   - controls: characters in the place of control characters.
  private init(_ upper: String, controls: [UInt8: UInt32] = [:]) {
    var scalars = (0..<128).map(UInt32.init) + upper.unicodeScalars.map(\.value)
    scalars += (UInt32(min(scalars.count, 256))..<256)
    for (byte, scalar) in controls { scalars[Int(byte)] = scalar }
    self.scalars = scalars
  }

  static let windows1252 = ByteTable(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º"
      + "»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  static let windows1258 = ByteTable(
    "€\u{81}‚ƒ„…†‡ˆ‰\u{8A}‹Œ\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—˜™\u{9A}›œ\u{9D}\u{9E}Ÿ\u{A0}¡¢£¤¥¦§¨©ª"
      + "«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéê"
      + "ë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ")

  static let viscii = ByteTable(
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚ"
      + "ỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    controls: [
      0x02: 0x1EB2, 0x05: 0x1EB4, 0x06: 0x1EAA, 0x14: 0x1EF6, 0x19: 0x1EF8, 0x1E: 0x1EF4,
    ])

  /// TCVN 5712:1993 VN1, of which the fonts use the part from 0xA1 on.
  static let tcvn5712 = ByteTable(
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲ"
      + "ằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
    controls: [
      0x01: 0xDA, 0x02: 0x1EE4, 0x04: 0x1EEA, 0x05: 0x1EEC, 0x06: 0x1EEE, 0x11: 0x1EE8,
      0x12: 0x1EF0, 0x13: 0x1EF2, 0x14: 0x1EF6, 0x15: 0x1EF8, 0x16: 0xDD, 0x17: 0x1EF4,
    ])
}

/// Decodes an encoding of one byte a character without combining characters.
struct ByteTableDecoder: TextDecoder {
  private let table: ByteTable

  init(_ table: ByteTable) { self.table = table }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    table.scalars.withUnsafeBufferPointer { scalars in
      for byte in input {
        if byte >= 0x20, byte < 0x80 {
          output.append(byte)
        } else {
          output.appendUTF8(scalars[Int(byte)])
        }
      }
    }
    return Decoded(taken: input.count, isWrong: false)
  }
}

/// Decodes an encoding whose tone marks are combining characters, into NFC.
struct ToneMarkDecoder: TextDecoder {
  private let scalars: [UInt32]

  init(_ table: ByteTable) { scalars = table.scalars }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    var index = 0
    while index < input.count {
      let scalar = scalars[Int(input[index])]
      guard let row = VietnameseLetters.toned[scalar] else {
        output.appendUTF8(scalar)
        index += 1
        continue
      }
      // A tone mark may still follow.
      guard index + 1 < input.count || isLast else { break }
      let next = index + 1 < input.count ? scalars[Int(input[index + 1])] : 0
      if let tone = VietnameseLetters.Tone.allCases.first(where: { $0.mark == next }) {
        output.appendUTF8(row[tone.rawValue])
        index += 2
      } else {
        output.appendUTF8(scalar)
        index += 1
      }
    }
    return Decoded(taken: index, isWrong: false)
  }
}
