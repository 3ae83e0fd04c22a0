/// Turns the bytes of an encoding into UTF-8, a chunk at a time.
protocol TextDecoder {
  /// Decodes as much of `input` as is whole and right.
  ///
  /// A character cut off by the end of `input`, or one that a mark may still follow, is left for
  /// the next call, which gets its bytes again at the front; `isLast` says that there is none.
  /// The result says how many bytes were taken and whether the next ones are wrong, whatever
  /// follows. No decoder leaves more than `longestHold` bytes.
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded
}

/// Bytes that a decoder may leave for its next call.
let longestHold = 256

/// How far a decoder came.
struct Decoded: Equatable {
  /// Bytes of input that were decoded.
  var taken: Int
  /// Whether the byte after them cannot continue a text of this encoding.
  var isWrong: Bool
}

struct UTF8Decoder: TextDecoder {
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    let decoded = checkUTF8(input)
    output.append(contentsOf: input[..<decoded.taken])
    return decoded
  }
}

struct UTF16Decoder: TextDecoder {
  let littleEndian: Bool

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    var index = 0
    while index + 2 <= input.count {
      let first = unit(index)
      if first & 0xF800 != 0xD800 {
        output.appendUTF8(first)
        index += 2
        continue
      }
      guard first < 0xDC00 else { return Decoded(taken: index, isWrong: true) }
      guard index + 4 <= input.count else { break }
      let second = unit(index + 2)
      guard second & 0xFC00 == 0xDC00 else { return Decoded(taken: index, isWrong: true) }
      output.appendUTF8(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
      index += 4
    }
    return Decoded(taken: index, isWrong: false)
  }
}

struct UTF32Decoder: TextDecoder {
  let littleEndian: Bool

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    var index = 0
    while index + 4 <= input.count {
      var scalar: UInt32 = 0
      for place in 0..<4 {
        scalar = scalar << 8 | UInt32(input[index + (littleEndian ? 3 - place : place)])
      }
      guard scalar < 0x110000, scalar & 0xFFFF_F800 != 0xD800 else {
        return Decoded(taken: index, isWrong: true)
      }
      output.appendUTF8(scalar)
      index += 4
    }
    return Decoded(taken: index, isWrong: false)
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a Unicode scalar value.
  mutating func appendUTF8(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(scalar >> shift & 0x3F | 0x80) }
    if scalar < 0x80 {
      append(UInt8(scalar))
    } else if scalar < 0x800 {
      append(UInt8(scalar >> 6 | 0xC0))
      append(tail(0))
    } else if scalar < 0x10000 {
      append(UInt8(scalar >> 12 | 0xE0))
      append(tail(6))
      append(tail(0))
    } else {
      append(UInt8(scalar >> 18 | 0xF0))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
