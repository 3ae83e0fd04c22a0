import CRMValues

extension JSONScanner {
  /// The place that was reached.
  var position: TextPosition { position(of: index) }

  /// The place where the token starts that was read last, or is being read.
  var startPosition: TextPosition {
    switch start {
    case .here(let index): return position(of: index)
    case .earlier(let position): return position
    }
  }

  private func position(of index: Int) -> TextPosition {
    var position = before
    chunk.withUnsafeBufferPointer {
      position.advance(over: UnsafeBufferPointer(rebasing: $0[..<index]))
    }
    return position
  }

  private func place(_ position: TextPosition) -> String {
    "\(file):\(position.line):\(position.column + 1)"
  }

  /// A character that cannot stand where it does, or the end of the file in its place.
  func unexpected() -> CRMError { wrong(position, isEnd: isAtEnd && index == chunk.count) }

  /// A number or word that is none, or a token that cannot stand where it does.
  func wrongToken() -> CRMError { wrong(startPosition, isEnd: false) }

  private func wrong(_ position: TextPosition, isEnd: Bool) -> CRMError {
    let what =
      isEnd
      ? Label("the JSON ends too early", vi: "JSON kết thúc quá sớm")
      : Label("this is not valid JSON", vi: "JSON không hợp lệ")
    fault = JSONFault(position: position, what: what, isEnd: isEnd)
    let place = place(position)
    return CRMError(
      .request, "\(place): \(what.en)", vi: "\(place): \(what.vi)")
  }

  func tooDeep() -> CRMError {
    let place = place(position)
    return CRMError(
      .request, "\(place): more than \(JSONScanner.depthLimit) arrays and objects in each other",
      vi: "\(place): hơn \(JSONScanner.depthLimit) mảng và đối tượng lồng nhau")
  }

  func tooLong(_ limit: Int) -> CRMError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
    let place = place(startPosition)
    return CRMError(
      .request, "\(place): a text or number longer than \(size)",
      vi: "\(place): chuỗi hoặc số dài hơn \(size)")
  }
}
