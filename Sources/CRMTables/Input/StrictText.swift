import CRMValues

/// Returns the text that bytes are. Bytes that are none are refused where they stand: replaced,
/// the text would be kept with letters that nobody wrote.
///
/// - Parameters:
///   - file: how messages name where the bytes are from.
///   - line: the line they begin on.
public func strictText(of bytes: [UInt8], in file: String, line: Int = 1) throws(CRMError) -> String
{
  try checkText(bytes, of: file, line: line)
  return String(decoding: bytes, as: UTF8.self)
}

/// - Throws: a `CRMError` with the place of the first byte that is not UTF-8.
func checkText(_ bytes: [UInt8], of file: String, line: Int = 1) throws(CRMError) {
  let checked = bytes.withUnsafeBufferPointer(checkUTF8)
  guard checked.isWrong || checked.taken < bytes.count else { return }
  var position = TextPosition()
  position.line = line
  bytes.withUnsafeBufferPointer {
    position.advance(over: UnsafeBufferPointer(rebasing: $0[..<checked.taken]))
  }
  throw CRMError.notInEncoding(
    file, .utf8, position, isCutOff: !checked.isWrong, byte: bytes[checked.taken],
    hints: [.saveAsUTF8])
}

extension Label {
  static let saveAsUTF8 = Label("Save it as UTF-8", vi: "Hãy lưu lại theo bảng mã UTF-8")
}

extension CRMError {
  /// Bytes that are no text of the encoding that they are read in.
  static func notInEncoding(
    _ name: String, _ encoding: TextEncoding, _ position: TextPosition, isCutOff: Bool,
    byte: UInt8, hints: [Label]
  ) -> CRMError {
    let place = "\(name):\(position.line):\(position.column + 1)"
    let code = encoding.rawValue.uppercased()
    let hex = String(byte, radix: 16, uppercase: true)
    if isCutOff {
      return CRMError(
        .request, "\(place): the file ends in the middle of a \(code) character",
        vi: "\(place): tệp kết thúc giữa một ký tự \(code)", hints: hints)
    }
    return CRMError(
      .request, "\(place): byte 0x\(hex) is not \(code) text",
      vi: "\(place): byte 0x\(hex) không phải văn bản \(code)", hints: hints)
  }
}
