/// Reads a whole number: `1500`, `-3`, `1.500`, `1,500`, `1 500 000`.
///
/// - Throws: a `CRMError` of kind `request` for anything else, decimals included.
public func parseWholeNumber(_ text: String) throws -> Int64 {
  if let number = Int64(text) { return number }
  var bytes = numberBytes(text)[...]
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  if let number = try? NumberText(bytes),
    let whole = try? (number.isAmbiguous ? number.grouped : number).whole(times: 1),
    let result = Int64(exactly: whole)
  {
    return isNegative ? -result : result
  }
  let typed = quoted(trimmed(text))
  if !bytes.isEmpty, bytes.allSatisfy({ $0 &- 0x30 < 10 }) {
    throw CRMError(.request, "\(typed) is too large a number", vi: "\(typed) là số quá lớn")
  }
  throw CRMError(
    .request, "\(typed) is not a whole number", vi: "\(typed) không phải là số nguyên")
}
