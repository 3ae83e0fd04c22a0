import CRMValues

extension CRMError {
  static func vCardLineTooLong(_ name: String, _ line: Int, _ limit: Int) -> CRMError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
    return CRMError(
      .request, "\(name):\(line): the property that starts here is longer than \(size)",
      vi: "\(name):\(line): thuộc tính bắt đầu ở đây dài hơn \(size)",
      hints: [
        Label("Is it a vCard file? Export it again", vi: "Có đúng là tệp vCard? Hãy xuất lại tệp")
      ])
  }

  static func vCardTooLarge(_ name: String, _ line: Int, _ limit: Int) -> CRMError {
    CRMError(
      .request,
      "\(name):\(line): the card has more than \(limit.counted(.en)) properties or is too large",
      vi: "\(name):\(line): thẻ có hơn \(limit.counted(.vi)) thuộc tính hoặc quá lớn")
  }

  static func vCardNone(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): no vCard in the file", vi: "\(name): tệp không có vCard nào",
      hints: [
        Label(
          "A card starts with a line BEGIN:VCARD", vi: "Mỗi thẻ bắt đầu bằng dòng BEGIN:VCARD")
      ])
  }
}
