#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Decodes with the C library's converter.
final class ConverterDecoder: TextDecoder {
  private let converter: iconv_t?
  private var buffer = [UInt8](repeating: 0, count: 1 << 15)

  /// - Parameter name: the encoding as iconv knows it; of one it does not know, the first byte
  ///   that is not ASCII is wrong.
  init(_ name: String) {
    let opened = iconv_open("UTF-8", name)
    // iconv answers (iconv_t)-1 where it does not know the name.
    converter = Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Decoded {
    guard let converter else {
      let taken = input.firstIndex { $0 >= 0x80 } ?? input.count
      output.append(contentsOf: input[..<taken])
      return Decoded(taken: taken, isWrong: taken < input.count)
    }
    var taken = 0
    while taken < input.count {
      var source = UnsafeMutablePointer<CChar>(
        mutating: UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      )
      .map { $0 + taken }
      var left = input.count - taken
      let size = buffer.count
      var room = size
      let result = buffer.withUnsafeMutableBytes { bytes in
        var target = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &source, &left, &target, &room)
      }
      let code = errno
      output.append(contentsOf: buffer[..<(size - room)])
      taken = input.count - left
      if result != -1 { break }
      if code == EINVAL { break }
      if code != E2BIG { return Decoded(taken: taken, isWrong: true) }
    }
    return Decoded(taken: taken, isWrong: false)
  }
}
