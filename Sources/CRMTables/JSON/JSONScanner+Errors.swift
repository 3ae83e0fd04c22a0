import CRMValues

extension JSONScanner {
  private var place: String {
    let position = position
    return "\(file):\(position.line):\(position.column + 1)"
  }

  func unexpected() -> CRMError {
    if isAtEnd, index == chunk.count {
      return CRMError(
        .request, "\(place): the JSON ends too early", vi: "\(place): JSON kết thúc quá sớm")
    }
    return CRMError(
      .request, "\(place): this is not valid JSON", vi: "\(place): JSON không hợp lệ")
  }

  func tooDeep() -> CRMError {
    CRMError(
      .request, "\(place): more than \(JSONScanner.depthLimit) arrays and objects in each other",
      vi: "\(place): hơn \(JSONScanner.depthLimit) mảng và đối tượng lồng nhau")
  }

  func tooLong(_ limit: Int) -> CRMError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
    return CRMError(
      .request, "\(place): a text or number longer than \(size)",
      vi: "\(place): chuỗi hoặc số dài hơn \(size)")
  }
}
