/// Decodes TCVN3, also as text set in capital fonts has it.
///
/// The ABC fonts have no capitals with tones: `NGUYỄN` is written with the small `ễ` and set in a
/// capital font. A syllable of two capitals without small ASCII letters is such text, and so are
/// the words without small ASCII letters beside it: `LÊ VĂN HÀ`, but not `Mã KH`. Text all of
/// whose ASCII letters are small cannot be told from ordinary text and stays.
struct TCVN3Decoder: TextDecoder {
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    let scalars = ByteTable.tcvn5712.scalars
    var index = 0
    while index < input.count {
      guard TCVN3Decoder.isLetter(input[index]) else {
        output.appendUTF8(scalars[Int(input[index])])
        index += 1
        continue
      }
      var end = index
      while end < input.count, end - index < longestHold - 2 {
        if TCVN3Decoder.isLetter(input[end]) {
          end += 1
        } else if input[end] == 0x20, end + 1 < input.count,
          TCVN3Decoder.isLetter(input[end + 1])
        {
          end += 2
        } else {
          break
        }
      }
      let isCutOff = end >= input.count - 1 && end - index < longestHold - 2
      if isCutOff, !isLast { break }
      append(UnsafeBufferPointer(rebasing: input[index..<end]), to: &output)
      index = end
    }
    return Decoded(taken: index, isWrong: false)
  }

  /// Appends a phrase: words of letters with single spaces between them.
  private func append(_ phrase: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let words = phrase.split(separator: 0x20, omittingEmptySubsequences: false)
      .map { $0.map { ByteTable.tcvn5712.scalars[Int($0)] } }
    let hasCapitals = words.contains(where: TCVN3Decoder.isSetInCapitals)
    for (place, word) in words.enumerated() {
      if place > 0 { output.append(0x20) }
      let isCapital = hasCapitals && !word.contains { 0x61...0x7A ~= $0 }
      for scalar in TCVN3Decoder.composed(word) {
        output.appendUTF8(isCapital ? VietnameseLetters.capital(scalar) : scalar)
      }
    }
  }

  /// Joins the combining tone marks that VN1 has beside the letters.
  private static func composed(_ word: [UInt32]) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in word {
      let tone = VietnameseLetters.Tone.allCases.first { $0.mark == scalar }
      if let tone, let vowel = letters.last, let row = VietnameseLetters.toned[vowel] {
        letters[letters.count - 1] = row[tone.rawValue]
      } else {
        letters.append(scalar)
      }
    }
    return letters
  }

  private static func isSetInCapitals(_ word: [UInt32]) -> Bool {
    word.count(where: isCapital) >= 2 && !word.contains { 0x61...0x7A ~= $0 }
      && VietnameseSyllable.matches(word)
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    0x41...0x5A ~= scalar || VietnameseLetters.isCapital(scalar)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0x9F, 0xA1...0xFF: return true
    case 0x01, 0x02, 0x04, 0x05, 0x06, 0x11...0x17: return true
    default: return false
    }
  }
}
