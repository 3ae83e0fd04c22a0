import CRMValues

extension FilterParser {
  static let quoteHint = Label(
    "Put values of several words, or with brackets or signs, in quotation marks: \"Miền Bắc\".",
    vi: "Đặt giá trị gồm nhiều từ, có ngoặc hoặc ký hiệu, trong dấu ngoặc kép: \"Miền Bắc\".")

  func unexpected() -> CRMError {
    let found = scanner.found
    if found == ")" || found == "]" {
      return scanner.place.error(
        "“\(found)” closes nothing", vi: "“\(found)” không có dấu mở tương ứng")
    }
    return scanner.place.error(
      "“and” or “or” is expected here, not “\(found)”",
      vi: "cần “and” (và) hoặc “or” (hoặc) ở đây, không phải “\(found)”", hints: [Self.quoteHint])
  }

  func unclosed(_ bracket: Character, from start: SourcePlace) -> CRMError {
    if scanner.isAtEnd {
      return start.error(
        "“\(bracket)” is missing for this one", vi: "thiếu “\(bracket)” cho dấu mở này")
    }
    return unexpected()
  }

  func missingField() -> CRMError {
    let found = scanner.found
    if found.isEmpty {
      return scanner.place.error(
        "a field is expected at the end", vi: "cần tên trường ở cuối")
    }
    return scanner.place.error(
      "a field is expected here, not “\(found)”",
      vi: "cần tên trường ở đây, không phải “\(found)”")
  }

  func missingSymbol(at place: SourcePlace) -> CRMError {
    let hint = Label(
      "Write one of = != < <= > >= ~ !~, in (…), is empty, is not empty, within.",
      vi: "Viết một trong = != < <= > >= ~ !~, in (…), is empty, is not empty, within.")
    let found = scanner.found
    if found.isEmpty {
      return place.error(
        "a comparison is expected after the field", vi: "cần phép so sánh sau tên trường",
        hints: [hint])
    }
    return place.error(
      "a comparison is expected here, not “\(found)”",
      vi: "cần phép so sánh ở đây, không phải “\(found)”", hints: [hint])
  }
}
